import { Resolver } from 'node:dns/promises';

/** The IP addresses of a name; none when it has none. */
export type Resolve = (name: string) => Promise<string[]>;

/** Least, as c-ares waits: each further try waits longer. */
const TRY_MILLISECONDS = 1_500;
const TRIES = 2;

/**
 * Asks the name servers of the machine. Not `getaddrinfo`: that occupies a thread, and a few names that never answer would
 * occupy them all. The file of hosts is therefore not read, but for what RFC 6761 says of localhost.
 */
export function nameServers(): Resolve {
  const resolver = new Resolver({ timeout: TRY_MILLISECONDS, tries: TRIES });
  return async (name) => {
    if (/(^|\.)localhost\.?$/.test(name)) return ['127.0.0.1'];
    const found = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
    return found.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  };
}
