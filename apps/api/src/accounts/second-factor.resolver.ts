import { Args, Mutation, ResolveField, Resolver } from '@nestjs/graphql';
import { SecondFactorService } from '#accounts';
import { Context, type RequestContext } from '../relay/context.js';
import { nothingChanged } from './person-change.type.js';
import {
  CodeRefusedType,
  ConfirmSecondFactorInput,
  ConfirmSecondFactorResultType,
  DisableSecondFactorInput,
  DisableSecondFactorResultType,
  EnrolSecondFactorResultType,
  PasswordRefusedType,
  SecondFactorConfirmedType,
  SecondFactorDisabledType,
  SecondFactorOfferedType,
} from './second-factor.type.js';
import { ViewerType } from './viewer.type.js';

@Resolver(() => ViewerType)
export class SecondFactorResolver {
  constructor(private readonly service: SecondFactorService) {}

  @ResolveField(() => Boolean, { description: 'Whether they need a code to sign in. A key never does.' })
  hasSecondFactor(@Context() { actor }: RequestContext): Promise<boolean> {
    return this.service.has(actor);
  }

  @Mutation(() => EnrolSecondFactorResultType, { description: 'Offers you a secret for an authenticator app.' })
  async enrolSecondFactor(@Context() { actor }: RequestContext): Promise<typeof EnrolSecondFactorResultType> {
    const offered = await this.service.enrol(actor);
    if (offered === null) return nothingChanged('You have a second factor already, or are a key.');
    return Object.assign(new SecondFactorOfferedType(), offered);
  }

  @Mutation(() => ConfirmSecondFactorResultType, { description: 'Needs a code of the secret that was offered last.' })
  async confirmSecondFactor(
    @Context() { actor }: RequestContext,
    @Args('input', { description: 'The code.' }) { code }: ConfirmSecondFactorInput,
  ): Promise<typeof ConfirmSecondFactorResultType> {
    const recoveryCodes = await this.service.confirm(actor, code);
    if (recoveryCodes !== null) return Object.assign(new SecondFactorConfirmedType(), { recoveryCodes });
    const message = 'This code does not belong to the secret that was offered last, or was used before.';
    return Object.assign(new CodeRefusedType(), { code: 'CODE_REFUSED', message });
  }

  @Mutation(() => DisableSecondFactorResultType, { description: 'Needs your password. Signing in takes no code then.' })
  async disableSecondFactor(
    @Context() { actor }: RequestContext,
    @Args('input', { description: 'The password.' }) { password }: DisableSecondFactorInput,
  ): Promise<typeof DisableSecondFactorResultType> {
    const disabled = await this.service.disable(actor, password);
    switch (disabled.outcome) {
      case 'DISABLED':
        return Object.assign(new SecondFactorDisabledType(), { disabledAt: disabled.at });
      case 'NONE':
        return nothingChanged('You have no second factor.');
      case 'PASSWORD_REFUSED': {
        const message = 'The password is wrong, or there were too many attempts.';
        return Object.assign(new PasswordRefusedType(), { code: disabled.outcome, message });
      }
    }
  }
}
