import DataLoader from 'dataloader';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { Response } from 'express';
import { AccessLog, type Actor, type Origin } from '#accounts';
import type { Balance } from '../rate-limits/budget.js';

/** A document that may be validated and run, at its price. */
export interface Admitted {
  source: string | undefined;
  cost: number;
  balance: Balance | undefined;
}

/** A loader, and what it was asked for: its own cache would make a promise anew for each field that asks again. */
interface Loading<Value> {
  loader: DataLoader<string, Value>;
  values: Map<string, Promise<Value>>;
}

/** What every resolver of one request shares: who asks, and the loaders that gather what its fields need. */
export class RequestContext {
  private readonly loaders = new Map<string, Loading<unknown>>();

  readonly actor: Actor;
  /** What is handed out in the course of the request. */
  readonly accesses: AccessLog;

  constructor(
    actor: Actor,
    origin: Origin,
    /** What was let in for this actor; nothing else is run. */
    readonly admitted?: Admitted,
    /** Of the request over HTTP. */
    readonly response?: Response,
  ) {
    const own = AccessLog.attach(actor, origin);
    this.actor = own.actor;
    this.accesses = own.log;
  }

  /**
   * Loads one value by key. All keys that a request asks of one loader are read by one call of `load`.
   * @param name names the loader; give another one for other arguments
   * @param load one value per key, in order
   */
  one<Value>(name: string, key: string, load: (keys: readonly string[]) => Promise<Value[]>): Promise<Value> {
    let known = this.loaders.get(name) as Loading<Value> | undefined; // one type per name, by its only caller
    if (known === undefined) {
      known = { loader: new DataLoader<string, Value>(load, { cache: false }), values: new Map() };
      this.loaders.set(name, known);
    }
    let value = known.values.get(key);
    if (value === undefined) {
      value = known.loader.load(key);
      known.values.set(key, value);
    }
    return value;
  }

  /** Loads the row of a key, or null. */
  row<Row>(name: string, key: string, load: (keys: readonly string[]) => Promise<Row[]>, of: (row: Row) => string) {
    return this.one(name, key, async (keys) => {
      const byKey = new Map((await load(keys)).map((row) => [of(row), row]));
      return keys.map((one) => byKey.get(one) ?? null);
    });
  }

  /** Loads the rows that belong to a key, in the order in which `load` gives them. */
  rows<Row>(name: string, key: string, load: (keys: readonly string[]) => Promise<Row[]>, of: (row: Row) => string) {
    return this.one(name, key, async (keys) => {
      const byKey = Map.groupBy(await load(keys), of);
      return keys.map((one) => byKey.get(one) ?? []);
    });
  }
}

/** The context of the request that a resolver works for. */
export const Context = createParamDecorator((_: unknown, execution: ExecutionContext) =>
  GqlExecutionContext.create(execution).getContext<RequestContext>(),
);
