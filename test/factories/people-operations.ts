import type { AccessOperation } from '#accounts';
import type { Ids } from './ids.js';

export type Variables = Record<string, unknown>;

export interface Operation {
  document: string;
  /** Valid for whoever has these ids. */
  variables: (ids: Ids) => Variables;
  /** The access records that this use leaves behind, besides that of the key. None says: it shows no words and changes nobody's rights. */
  records: readonly AccessOperation[];
}

/** Valid, but nobody’s: ending one's own session would end the test. */
const NO_SESSION = Buffer.from('Session:01a20c2c-f024-74fe-8061-d5453f2849cb').toString('base64url');

export const none = (): Variables => ({});

export const PEOPLE_OPERATIONS: Record<string, Operation> = {
  'Mutation.changeRole': {
    document: 'mutation ($input: ChangeRoleInput!) { changeRole(input: $input) { __typename } }',
    variables: (ids) => ({ input: { personId: ids.person, role: 'MANAGER' } }),
    records: ['ROLE_CHANGED'],
  },
  'Mutation.deactivatePerson': {
    document: 'mutation ($input: PersonInput!) { deactivatePerson(input: $input) { __typename } }',
    variables: (ids) => ({ input: { personId: ids.person } }),
    records: ['PERSON_DEACTIVATED'],
  },
  'Mutation.invitePerson': {
    document: 'mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { __typename } }',
    variables: () => ({ input: { email: 'a-new-one@somewhere.example', name: 'Lee', role: 'AUDITOR' } }),
    records: ['PERSON_INVITED'],
  },
  'Mutation.revokeInvitation': {
    document: 'mutation ($input: RevokeInvitationInput!) { revokeInvitation(input: $input) { __typename } }',
    variables: (ids) => ({ input: { invitationId: ids.invitation } }),
    records: ['INVITATION_REVOKED'],
  },
  'Mutation.requireAccessReason': {
    document: 'mutation ($input: RequireAccessReasonInput!) { requireAccessReason(input: $input) { __typename } }',
    variables: () => ({ input: { required: false } }), // as it is: the other tests read without a reason
    records: [],
  },
  'Mutation.enrolSecondFactor': {
    document: 'mutation { enrolSecondFactor { __typename } }',
    variables: none,
    records: [],
  },
  'Mutation.confirmSecondFactor': {
    document: 'mutation ($input: ConfirmSecondFactorInput!) { confirmSecondFactor(input: $input) { __typename } }',
    variables: () => ({ input: { code: 'none' } }),
    records: [],
  },
  'Mutation.disableSecondFactor': {
    document: 'mutation ($input: DisableSecondFactorInput!) { disableSecondFactor(input: $input) { __typename } }',
    variables: () => ({ input: { password: 'wrong' } }),
    records: [],
  },
  'Mutation.endSession': {
    document: 'mutation ($input: EndSessionInput!) { endSession(input: $input) { __typename } }',
    variables: () => ({ input: { sessionId: NO_SESSION } }),
    records: [],
  },
  'Mutation.endOtherSessions': {
    document: 'mutation { endOtherSessions { __typename } }',
    variables: none,
    records: [],
  },
  'Mutation.reactivatePerson': {
    document: 'mutation ($input: PersonInput!) { reactivatePerson(input: $input) { __typename } }',
    variables: (ids) => ({ input: { personId: ids.person } }),
    records: ['PERSON_REACTIVATED'],
  },
  'Mutation.issueSignInReset': {
    document: 'mutation ($input: IssueSignInResetInput!) { issueSignInReset(input: $input) { __typename } }',
    variables: (ids) => ({ input: { personId: ids.person } }),
    records: ['SIGN_IN_RESET_ISSUED'],
  },
};
