import { Injectable } from '@nestjs/common';
import { createSourceEventStream, execute, type ExecutionArgs, type ExecutionResult } from 'graphql';
import { AccessRecordsService, StandingService } from '#accounts';
import { FeedBroken } from '#queue';
import { Admission, type Asked, tellCost } from '../graphql/admission.js';
import { RequestContext } from '../relay/context.js';
import type { Connection } from './connection.js';
import { withCode } from './operations.js';

/** RFC 6455 §7.4.1 and its registry: "try again later". */
const TRY_AGAIN_LATER = 1013;

/** A subscription of one who is connected. */
export interface Subscription extends ExecutionArgs {
  contextValue: { connection: Connection; asked: Asked };
}

/**
 * Answers subscriptions. Each answer is made like that of a query: by whoever the key or session stands for at that moment, at
 * its cost, with loaders of its own, and sent once it is written down what it shows.
 */
@Injectable()
export class Deliveries {
  constructor(
    private readonly standing: StandingService,
    private readonly admission: Admission,
    private readonly records: AccessRecordsService,
  ) {}

  async subscribe(subscription: Subscription): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
    const { connection } = subscription.contextValue;
    const contextValue = new RequestContext(connection.actor, connection.origin);
    const source = await createSourceEventStream({ ...subscription, contextValue });
    if (!(Symbol.asyncIterator in source))
      return { ...source, errors: source.errors?.map((error) => withCode(error, 'BAD_USER_INPUT')) };
    return this.answersTo(subscription, source[Symbol.asyncIterator]());
  }

  private answersTo(
    subscription: Subscription,
    source: AsyncIterator<unknown>,
  ): AsyncIterableIterator<ExecutionResult> {
    const end = async (): Promise<IteratorResult<ExecutionResult, undefined>> => {
      await source.return?.();
      return { value: undefined, done: true };
    };
    const next = async () => {
      try {
        const event = await source.next();
        const answer = event.done ? undefined : await this.answer(subscription, event.value);
        return answer === undefined ? await end() : { done: false as const, value: answer };
      } catch (error) {
        const ended = await end();
        if (!(error instanceof FeedBroken)) throw error;
        subscription.contextValue.connection.close(TRY_AGAIN_LATER, 'Events may have been missed');
        return ended;
      }
    };
    return {
      [Symbol.asyncIterator]() {
        return this;
      },
      next,
      return: end,
    };
  }

  /** Undefined when the key or session has ended. @throws Refused `TOO_MANY_REQUESTS`, which ends the subscription. */
  private async answer(subscription: Subscription, rootValue: unknown): Promise<ExecutionResult | undefined> {
    const { connection, asked } = subscription.contextValue;
    const actor = await connection.standing(this.standing);
    if (actor === undefined) return undefined;
    const admitted = await this.admission.admit(actor, asked);
    const context = new RequestContext(actor, connection.origin, admitted);
    const answer = await execute({ ...subscription, rootValue, contextValue: context });
    await this.records.record(context.actor, context.accesses);
    return { ...answer, extensions: tellCost(admitted) };
  }
}
