import { Args, Mutation, Resolver } from '@nestjs/graphql';
import { SignInResetsService } from '#accounts';
import { Context, type RequestContext } from '../relay/context.js';
import { fromGlobalId } from '../relay/global-ids.js';
import {
  IssueSignInResetInput,
  IssueSignInResetResultType,
  SecondFactorFate,
  toIssueSignInResetResult,
} from './sign-in-reset.type.js';

@Resolver()
export class SignInResetsResolver {
  constructor(private readonly service: SignInResetsService) {}

  @Mutation(() => IssueSignInResetResultType, {
    description: 'Issues a code for somebody who cannot sign in. Give it to them yourself; they use it at /reset.',
  })
  async issueSignInReset(
    @Context() { actor }: RequestContext,
    @Args('input', { description: 'Whose.' }) { personId, secondFactor }: IssueSignInResetInput,
  ): Promise<typeof IssueSignInResetResultType> {
    const id = fromGlobalId('Person', personId, 'input.personId');
    return toIssueSignInResetResult(await this.service.issue(actor, id, secondFactor === SecondFactorFate.REMOVE));
  }
}
