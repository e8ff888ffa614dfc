import { Agent, request } from 'node:http';
import type { ApiProcess } from './api-process.js';

/** Clients that keep their connections: each sends its next request when its last one is answered. */
export class Clients {
  private readonly agent: Agent;

  constructor(
    private readonly api: ApiProcess,
    private readonly key: string,
    readonly count: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: count });
  }

  /** Sends all bodies, `count` at a time. @param check throws when an answer is not what it must be */
  async sendAll(route: Route, bodies: readonly Buffer[], check: (answer: string) => void): Promise<void> {
    let next = 0;
    const client = async (): Promise<void> => {
      for (let body = bodies[next++]; body !== undefined; body = bodies[next++]) check(await this.send(route, body));
    };
    await Promise.all(Array.from({ length: this.count }, client));
  }

  send(route: Route, body: Buffer): Promise<string> {
    return new Promise((resolve, reject) => {
      const headers = { ...bearer(this.key, route), 'content-length': body.length };
      const sent = request(
        `${this.api.address}${route.path}`,
        { method: 'POST', agent: this.agent, headers },
        (answer) => {
          const parts: Buffer[] = [];
          answer.on('data', (part: Buffer) => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () => {
            const text = Buffer.concat(parts).toString();
            if (answer.statusCode === 200) resolve(text);
            else reject(new Error(`${route.path} answered ${answer.statusCode}: ${text.slice(0, 300)}`));
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

export interface Route {
  path: string;
  type: string;
}

export const NDJSON: Route = { path: '/v1/conversations', type: 'application/x-ndjson' };
export const GRAPHQL: Route = { path: '/graphql', type: 'application/json' };

export function bearer(key: string, { type }: Route): Record<string, string> {
  return { authorization: `Bearer ${key}`, 'content-type': type };
}

export function graphqlBody(query: string, variables: object): Buffer {
  return Buffer.from(JSON.stringify({ query, variables }));
}

/** The data of a GraphQL answer. @throws when it has errors. */
export function dataOf<Data>(answer: string): Data {
  const { data, errors } = JSON.parse(answer) as { data: Data; errors?: { message: string }[] };
  if (errors !== undefined) throw new Error(errors.map(({ message }) => message).join('; '));
  return data;
}
