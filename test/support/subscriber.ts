import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { eventually } from './eventually.js';
import type { GraphqlAnswer } from './graphql-client.js';

interface Message {
  type: string;
  id?: string;
  payload?: unknown;
}

export interface Ways {
  /** Sent with the upgrade, as a browser does with its cookie. */
  headers?: Record<string, string>;
  /** Of `connection_init`. */
  payload?: unknown;
  protocol?: string;
}

/** A client of graphql-transport-ws that keeps every message it was sent. */
export class Subscriber {
  readonly socket: WebSocket;
  readonly messages: Message[] = [];
  /** Code and reason of the end. */
  readonly closed: Promise<{ code: number; reason: string }>;
  private readonly read = new Map<string, number>();

  constructor(address: string, { headers, protocol }: Ways = {}) {
    this.socket = new WebSocket(`${address.replace('http', 'ws')}/graphql`, protocol ?? 'graphql-transport-ws', {
      headers,
    });
    this.socket.on('error', () => {}); // `closed` tells
    this.socket.on('message', (data: Buffer) => this.messages.push(JSON.parse(String(data)) as Message));
    this.closed = new Promise((resolve) => {
      this.socket.once('close', (code, reason) => resolve({ code, reason: String(reason) }));
    });
  }

  /** Connected and welcomed, with a service key or the cookie of a session. @throws when it is closed before */
  static async connect(address: string, credential: string): Promise<Subscriber> {
    const isCookie = credential.includes('=');
    const headers: Record<string, string> = isCookie ? { cookie: credential, origin: address } : {};
    const subscriber = new Subscriber(address, { headers });
    await subscriber.init(isCookie ? undefined : { authorization: `Bearer ${credential}` });
    return subscriber;
  }

  /** @throws with the code of the end when it is not welcomed */
  async init(payload?: unknown): Promise<void> {
    await this.opened();
    this.send({ type: 'connection_init', payload });
    await this.until('it is welcomed', () => this.messages.some(({ type }) => type === 'connection_ack'));
  }

  async opened(): Promise<void> {
    if (this.socket.readyState === WebSocket.CONNECTING) await once(this.socket, 'open');
  }

  send(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  /** Subscribes, and waits until the server has begun. @returns the id */
  async follow(query: string, variables: Record<string, unknown> = {}): Promise<string> {
    const id = randomUUID();
    this.send({ id, type: 'subscribe', payload: { query, variables } });
    await this.settled();
    return id;
  }

  /** Waits until the server has seen all that was sent, and sent what follows from it at once. */
  async settled(): Promise<void> {
    for (let round = 0; round < 2; round += 1) {
      const pongs = () => this.messages.filter(({ type }) => type === 'pong').length;
      const before = pongs();
      this.send({ type: 'ping' });
      await this.until('the server answers', () => pongs() > before);
    }
  }

  of(id: string): Message[] {
    return this.messages.filter((message) => message.id === id);
  }

  /** The next answer of a subscription. */
  async next(id: string): Promise<GraphqlAnswer> {
    const at = this.read.get(id) ?? 0;
    await this.until('an answer comes', () => this.of(id).length > at);
    this.read.set(id, at + 1);
    const { type, payload } = this.of(id)[at]!; // waited for just above
    if (type !== 'next') throw new Error(`${type} ${JSON.stringify(payload)}`);
    return payload as GraphqlAnswer;
  }

  /** @throws with the code of the end when it is closed before */
  private until(what: string, condition: () => boolean): Promise<void> {
    return eventually(what, async () => {
      if (condition()) return true;
      if (this.socket.readyState === WebSocket.CLOSED) throw new Error(`closed with ${(await this.closed).code}`);
      return false;
    });
  }

  close(): void {
    this.socket.close();
  }
}
