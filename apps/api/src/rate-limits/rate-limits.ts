import ipaddr from 'ipaddr.js';
import type { Response } from 'express';
import type { Actor } from '#accounts';
import { Refused } from '#platform';
import type { Balance, Budget } from './budget.js';
import { BUDGET_SECONDS } from './limits.js';

/** Bits of an IPv6 address that one subscriber usually has for itself. */
const SUBSCRIBER_BITS = 64;

/** How much each key and person may ask for in a minute, and how often an address may knock without either. */
export class RateLimits {
  constructor(
    private readonly cost: Budget | undefined,
    private readonly conversations: Budget | undefined,
    private readonly unknown: Budget | undefined,
  ) {}

  /** Undefined when nothing is limited. @throws Refused `TOO_MANY_REQUESTS`, or `TOO_COSTLY` when waiting would not help. */
  async spendCost(actor: Actor, cost: number, response?: Response): Promise<Balance | undefined> {
    if (this.cost !== undefined && cost > this.cost.limit)
      throw new Refused(
        'TOO_COSTLY',
        `This costs ${cost}; the limit is ${this.cost.limit} a minute. Ask for smaller pages.`,
      );
    return spend(this.cost, nameOf(actor), cost, response);
  }

  /** @throws Refused `TOO_MANY_REQUESTS`, or `TOO_LARGE` when waiting would not help. */
  async spendConversations(actor: Actor, count: number, response?: Response): Promise<Balance | undefined> {
    if (this.conversations !== undefined && count > this.conversations.limit)
      throw new Refused(
        'TOO_LARGE',
        `These are ${count} conversations; the limit is ${this.conversations.limit} a minute. Send fewer at a time.`,
      );
    return spend(this.conversations, nameOf(actor), count, response);
  }

  /** A request without a key or session that we know. @throws Refused `TOO_MANY_REQUESTS`. */
  spendUnknown(address: string, response?: Response): Promise<Balance | undefined> {
    return spend(this.unknown, subscriberOf(address), 1, response);
  }
}

/** A key by itself. A person with all sessions together, so that more sign-ins do not give more. */
function nameOf({ kind, id }: Actor): string {
  return `${kind} ${id}`;
}

async function spend(budget: Budget | undefined, who: string, points: number, response: Response | undefined) {
  if (budget === undefined) return undefined;
  const balance = await budget.spend(`${budget.name} ${who}`, points);
  if (response !== undefined && !response.headersSent) response.set(headersOf(balance));
  if (balance.granted) return balance;
  throw new Refused(
    'TOO_MANY_REQUESTS',
    `Over ${balance.limit} a minute. Try again in ${balance.resetSeconds} seconds.`,
  );
}

/** As draft-ietf-httpapi-ratelimit-headers-10 has them; and RFC 9110 §10.2.3. */
function headersOf({ granted, name, limit, remaining, resetSeconds }: Balance): Record<string, string> {
  return {
    'RateLimit-Policy': `"${name}";q=${limit};w=${BUDGET_SECONDS}`,
    RateLimit: `"${name}";r=${remaining};t=${resetSeconds}`,
    ...(granted ? {} : { 'Retry-After': String(resetSeconds) }),
  };
}

/** The address, or of an IPv6 one what all addresses of its subscriber have in common. */
function subscriberOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  return parsed.kind() === 'ipv4'
    ? parsed.toString()
    : ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toString()}/${SUBSCRIBER_BITS}`).toString();
}
