import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { coded } from '#platform';
import { ATTEMPT_SECONDS, CONNECT_SECONDS, MAX_ANSWER_BYTES } from './limits.js';
import type { Resolve } from './resolving.js';
import { hostOf, type Target, type TargetGuard, targetOf } from './targets.js';

/** Why an attempt failed, from a closed list: what a receiver answers is never kept. */
export const ATTEMPT_FAILURES = [
  'ADDRESS_REFUSED', 'NAME_NOT_FOUND', 'UNREACHABLE', 'TLS_FAILED', 'TIMED_OUT', 'MALFORMED_ANSWER', 'STATUS',
] as const; // prettier-ignore
export type AttemptFailure = (typeof ATTEMPT_FAILURES)[number];

export interface Answer {
  status: number | null;
  failure: AttemptFailure | null;
  retryAfter: string | undefined;
}

class TargetRefused extends Error {}
class NameNotFound extends Error {}
class TooSlow extends Error {}
class Malformed extends Error {}

/** POSTs to addresses that customers chose: on a connection of its own, to addresses that are allowed, within bounds. */
export class Poster {
  constructor(
    private readonly guard: TargetGuard,
    private readonly resolve: Resolve,
  ) {}

  /** Redirects are not followed. The status decides, however long the body is. Never throws for what the receiver does. */
  async post(address: string, headers: Record<string, string>, body: string): Promise<Answer> {
    try {
      const { statusCode = 0, headers: answered } = await this.exchange(new URL(address), headers, body);
      const failure = statusCode >= 200 && statusCode < 300 ? null : 'STATUS';
      return { status: statusCode, failure, retryAfter: answered['retry-after'] };
    } catch (error) {
      return { status: null, failure: failureOf(error), retryAfter: undefined };
    }
  }

  private exchange(url: URL, headers: Record<string, string>, body: string): Promise<http.IncomingMessage> {
    const target = targetOf(url);
    const host = hostOf(url);
    // A connection to an IP address looks nothing up, so it is asked here.
    if (isIP(host) !== 0 && !this.guard.permits(host, target)) return Promise.reject(new TargetRefused());
    const options: https.RequestOptions = {
      method: 'POST',
      agent: false, // nobody else's connection is used, so that each one is looked up and checked
      lookup: this.lookup(target),
      headers: { ...headers, 'content-length': Buffer.byteLength(body) },
    };
    return new Promise((resolve, reject) => {
      const request = (target.secure ? https : http).request(url, options);
      let answered: http.IncomingMessage | undefined;
      // Ends the attempt in any case: what Node has closed already emits nothing more.
      const end = (error: Error) => {
        if (answered === undefined) reject(error);
        else resolve(answered);
        request.destroy(error);
      };
      const timers = limitTime(request, target, end);
      request.on('socket', (socket) =>
        socket.once('connect', () => {
          if (!this.guard.permits(socket.remoteAddress ?? '', target)) end(new TargetRefused());
        }),
      );
      request.on('response', (response) => {
        answered = response;
        readWithinBounds(response);
        response.once('close', () => resolve(response));
      });
      request.on('upgrade', (_response, socket) => {
        socket.destroy();
        end(new Malformed());
      });
      request.on('error', end);
      request.on('close', () => {
        timers.forEach(clearTimeout);
        end(new Error('The connection was closed.'));
      });
      request.end(body);
    });
  }

  /** The look-up of the very connection: what is checked is what is connected to, so a name cannot change in between. */
  private lookup(target: Target): LookupFunction {
    return (name, { all }, done) => {
      const answer = async () => {
        const addresses = await this.resolve(name);
        if (addresses.length === 0) throw new NameNotFound();
        if (!addresses.every((address) => this.guard.permits(address, target))) throw new TargetRefused();
        return addresses.map((address) => ({ address, family: isIP(address) }));
      };
      answer().then(
        ([first, ...others]) => (all ? done(null, [first!, ...others]) : done(null, first!.address, first!.family)), // not empty
        (error: unknown) => done(error instanceof Error ? error : new NameNotFound(), []),
      );
    };
  }
}

function limitTime(request: http.ClientRequest, { secure }: Target, end: (error: Error) => void): NodeJS.Timeout[] {
  const stop = () => end(new TooSlow());
  const connecting = setTimeout(stop, CONNECT_SECONDS * 1000);
  request.on('socket', (socket) => socket.once(secure ? 'secureConnect' : 'connect', () => clearTimeout(connecting)));
  return [connecting, setTimeout(stop, ATTEMPT_SECONDS * 1000)];
}

function readWithinBounds(response: http.IncomingMessage): void {
  let bytes = 0;
  response.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > MAX_ANSWER_BYTES) response.destroy();
  });
  response.on('error', () => {}); // cut short, by us or by them: the status is known
}

function failureOf(error: unknown): AttemptFailure {
  if (error instanceof TargetRefused) return 'ADDRESS_REFUSED';
  if (error instanceof NameNotFound) return 'NAME_NOT_FOUND';
  if (error instanceof TooSlow) return 'TIMED_OUT';
  const code = coded(error) ?? '';
  if (error instanceof Malformed || /^HPE_/.test(code)) return 'MALFORMED_ANSWER';
  if (/^(ERR_TLS|ERR_SSL|CERT|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|EPROTO|HOSTNAME)/.test(code)) return 'TLS_FAILED';
  return 'UNREACHABLE';
}
