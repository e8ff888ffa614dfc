import { isDeepStrictEqual } from 'node:util';
import type { Request } from 'express';
import { CloseCode } from 'graphql-ws';
import type { WebSocket } from 'ws';
import { type Actor, type Credential, credentialOf, type Origin, type StandingService } from '#accounts';
import { readOrigin } from '../web/origin.js';
import { requestIdOf } from '../web/request-log.middleware.js';
import { FAREWELL_MILLISECONDS, MAX_BUFFERED_BYTES } from './limits.js';

/** One client that is connected; a guest once it has said who it is. */
export class Connection {
  private guest: { credential: Credential; actor: Actor } | undefined;
  private showedLife = true;
  /** Of the request that it began as: all that is read over it is of one request. */
  private readonly requestId: string;
  readonly ended: Promise<void>;

  constructor(
    private readonly socket: WebSocket,
    readonly request: Request,
  ) {
    this.requestId = requestIdOf(request);
    this.ended = new Promise((resolve) => socket.once('close', () => resolve()));
    socket.on('error', () => {}); // a broken frame or line: its end follows
    socket.on('pong', () => (this.showedLife = true));
    socket.on('ping', (data) => this.whileItReads(() => socket.pong(data)));
  }

  welcome(actor: Actor): void {
    this.guest = { credential: credentialOf(actor), actor };
  }

  /** Whether they have not said who they are, or are not believed yet. */
  get isSilent(): boolean {
    return this.guest === undefined;
  }

  has(credential: Credential): boolean {
    return isDeepStrictEqual(this.guest?.credential, credential);
  }

  /** From where they read, and why. @throws Refused `BAD_INPUT` when the reason cannot be kept as it was given. */
  get origin(): Origin {
    return { ...readOrigin(this.request), requestId: this.requestId };
  }

  /** Who is connected. Only asked once they were welcomed. */
  get actor(): Actor {
    return this.guest!.actor; // the protocol lets nobody subscribe before
  }

  /** Who is connected, if they still are what they were when they came in; otherwise they have to come in anew. */
  async standing(service: StandingService): Promise<Actor | undefined> {
    if (this.guest === undefined) return undefined;
    const { credential, actor } = this.guest;
    if (isDeepStrictEqual(await service.actorOf(credential), actor)) return actor;
    this.close(CloseCode.Unauthorized, 'The key or session has ended or changed');
    return undefined;
  }

  send(text: string): void {
    this.whileItReads(() => this.socket.send(text));
  }

  /** Asks for a sign of life. Ends the connection when the last question had no answer. */
  ping(): void {
    if (!this.showedLife) return this.socket.terminate();
    this.showedLife = false;
    this.whileItReads(() => this.socket.ping());
  }

  /** Ends it with a code, or without when the client takes too long to answer. */
  close(code: number, reason: string): void {
    this.socket.close(code, reason);
    const patience = setTimeout(() => this.socket.terminate(), FAREWELL_MILLISECONDS);
    void this.ended.then(() => clearTimeout(patience));
  }

  /** A client that does not read is left: what waits for it is memory that others need. */
  private whileItReads(write: () => void): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    if (this.socket.bufferedAmount > MAX_BUFFERED_BYTES) return this.socket.terminate();
    write();
  }
}
