import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everythingOf, fill, moveIn, type Neighbour } from '../factories/neighbours.js';
import { type Ids, idsOf, OPERATIONS, PEOPLE_MUTATIONS } from '../factories/operations.js';
import { startWorld, type World } from '../support/world.js';

let world: World;
let ours: Neighbour;
let theirs: Neighbour;
let theirIds: Ids;

beforeAll(async () => {
  world = await startWorld();
  ours = await moveIn(world, 'betamark');
  theirs = await moveIn(world, 'alfamark');
  await fill(world, theirs);
  theirIds = await idsOf(theirs.person);
});
afterAll(() => world.close());

/** Those that name one thing, which must be ours. */
const CHANGES = [
  'Mutation.changeRole',
  'Mutation.deactivatePerson',
  'Mutation.issueSignInReset',
  'Mutation.reactivatePerson',
  'Mutation.revokeInvitation',
];
/** Those that are only about whoever asks. */
const OWN = [
  'Mutation.confirmSecondFactor',
  'Mutation.disableSecondFactor',
  'Mutation.endOtherSessions',
  'Mutation.enrolSecondFactor',
  'Mutation.requireAccessReason',
];
const OTHERS = ['Mutation.endSession', 'Mutation.invitePerson'];

it('every mutation of people and sessions is tried', () => {
  expect([...CHANGES, ...OWN, ...OTHERS].sort()).toEqual([...PEOPLE_MUTATIONS].sort());
});

describe('what one organisation changes', () => {
  it.each(CHANGES)('%s finds nothing under an id of the neighbour', async (name) => {
    const { document, variables } = OPERATIONS[name]!; // the same keys, see above
    const before = await everythingOf(world, theirs.organisation.id);
    const { body } = await ours.person.post(document, variables(theirIds));
    expect(body.errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    expect(await everythingOf(world, theirs.organisation.id)).toBe(before);
  });
});

describe('an invitation', () => {
  const invite = async (neighbour: Neighbour, email: string) =>
    (
      await neighbour.person.ask(
        `mutation ($input: InvitePersonInput!) { invitePerson(input: $input) { __typename ... on PersonInvited { code } } }`,
        { input: { email, name: 'Lee', role: 'AUDITOR' } },
      )
    ).invitePerson;
  const accept = (code: string) => {
    const body = new URLSearchParams({ code, password: 'a long password' });
    return fetch(`${world.address}/invitation`, { method: 'POST', redirect: 'manual', body });
  };

  it('Mutation.invitePerson does not tell whether somebody of the neighbour has the address', async () => {
    const taken = `guest@${theirs.mark}.example`;
    const before = await everythingOf(world, theirs.organisation.id);
    expect((await invite(theirs, taken)).__typename).toBe('AddressTaken');
    const { __typename: name, code } = await invite(ours, taken);
    expect(name).toBe('PersonInvited');
    const response = await accept(code);
    expect([response.status, await response.text()]).toEqual([
      400,
      (await (await accept('inv_unknown')).text()).replace('inv_unknown', code),
    ]);
    expect(await everythingOf(world, theirs.organisation.id)).toBe(before);
  });

  it('POST /invitation makes a person of the organisation that invited them', async () => {
    const email = 'lee@invited.example';
    const { code } = await invite(ours, email);
    const before = await everythingOf(world, theirs.organisation.id);
    expect((await accept(code)).status).toBe(303);
    expect(await everythingOf(world, theirs.organisation.id)).toBe(before);
    const { rows } = await world.owner.query('SELECT organisation_id AS id FROM person WHERE email = $1', [email]);
    expect(rows).toEqual([{ id: ours.organisation.id }]);
  });
});

describe('a reset', () => {
  const use = (code: string) => {
    const body = new URLSearchParams({ code, password: 'another long password' });
    return fetch(`${world.address}/reset`, { method: 'POST', redirect: 'manual', body });
  };

  it('POST /reset reaches nobody of the neighbour with a code that names them', async () => {
    const issue = `mutation ($id: ID!) { issueSignInReset(input: { personId: $id }) { ... on SignInResetIssued { code } } }`;
    const { code } = (await theirs.person.ask(issue, { id: theirIds.person })).issueSignInReset;
    const before = await everythingOf(world, theirs.organisation.id);
    const bytes = Buffer.from(code.slice(4), 'base64url');
    Buffer.from(ours.organisation.id.replaceAll('-', ''), 'hex').copy(bytes); // the same secret, as if it were ours
    expect((await use(`res_${bytes.toString('base64url')}`)).status).toBe(400);
    expect(await everythingOf(world, theirs.organisation.id)).toBe(before);
  });
});

describe('a rule for reasons', () => {
  it('Mutation.requireAccessReason asks nobody of the neighbour', async () => {
    const set = (required: boolean) =>
      ours.person.ask('mutation ($r: Boolean!) { requireAccessReason(input: { required: $r }) { __typename } }', {
        r: required,
      });
    expect(await set(true)).toEqual({ requireAccessReason: { __typename: 'AccessReasonRuleSet' } });
    const { body } = await theirs.person.post('{ flags { edges { node { evidence { quote } } } } }');
    expect(body.errors).toBeUndefined();
    expect((await theirs.person.ask('{ organisation { accessReasonRequired } }')).organisation).toEqual({
      accessReasonRequired: false,
    });
    await set(false);
  });
});

describe('a session', () => {
  it('Mutation.endSession ends none of the neighbour', async () => {
    const before = await everythingOf(world, theirs.organisation.id);
    const { document } = OPERATIONS['Mutation.endSession']!; // it is there, see above
    const answer = await ours.person.ask(document, { input: { sessionId: theirIds.session } });
    expect(answer).toEqual({ endSession: { __typename: 'NothingChanged' } });
    expect(await everythingOf(world, theirs.organisation.id)).toBe(before);
  });
});

describe('what is only about whoever asks', () => {
  it.each(OWN)('%s changes nothing of the neighbour', async (name) => {
    const { document, variables } = OPERATIONS[name]!; // the same keys, see above
    const before = await everythingOf(world, theirs.organisation.id);
    await ours.person.ask(document, variables(theirIds));
    expect(await everythingOf(world, theirs.organisation.id)).toBe(before);
  });
});
