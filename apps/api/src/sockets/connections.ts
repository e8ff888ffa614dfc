import { Inject, Injectable } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { CloseCode, type Context, makeServer, type SubscribePayload } from 'graphql-ws';
import type { Request } from 'express';
import type { WebSocket } from 'ws';
import { type Actor, AuthenticationService, credentialOf, StandingService } from '#accounts';
import { type Configuration, CONFIGURATION, log, Refused } from '#platform';
import { Admission } from '../graphql/admission.js';
import { RateLimits } from '../rate-limits/rate-limits.js';
import { showError } from '../web/refusals.js';
import { Connection } from './connection.js';
import { shownBy } from './credentials.js';
import { Deliveries, type Subscription } from './deliveries.js';
import {
  INIT_MILLISECONDS,
  MAX_SILENT_SOCKETS,
  MAX_SILENT_SOCKETS_PER_ADDRESS,
  MAX_SOCKETS,
  MAX_SOCKETS_PER_CREDENTIAL,
  MAX_SUBSCRIPTIONS,
} from './limits.js';
import { watchSockets } from './socket-metrics.js';
import { readOperation, refusal, showErrors } from './operations.js';

/** RFC 6455 §7.4.1: the server is going down. */
const GOING_AWAY = 1001;

type Guest = Context<Record<string, unknown>, Connection>;

/** Everybody who is connected, by the protocol graphql-transport-ws. */
@Injectable()
export class Connections {
  private readonly open = new Set<Connection>();
  private readonly unwatch = watchSockets(this.open);
  private readonly protocol = makeServer<Record<string, unknown>, Connection>({
    connectionInitWaitTimeout: INIT_MILLISECONDS,
    onConnect: (guest) => this.admit(guest),
    onSubscribe: (guest, _, payload) => this.prepare(guest, payload),
    subscribe: (args) => this.deliveries.subscribe(args as Subscription), // made by `prepare`
    onNext: (_guest, _id, _payload, _args, { errors, ...result }) =>
      errors === undefined ? undefined : { ...result, errors: showErrors(errors) },
    onError: (_guest, _id, _payload, errors) => showErrors(errors),
  });

  constructor(
    private readonly schemaHost: GraphQLSchemaHost,
    private readonly authentication: AuthenticationService,
    private readonly standing: StandingService,
    private readonly admission: Admission,
    private readonly limits: RateLimits,
    private readonly deliveries: Deliveries,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  /** Whether one more may come in from here; otherwise the status that it is answered with. */
  roomFor(request: Request): 'ROOM' | '429 Too Many Requests' | '503 Service Unavailable' {
    const silent = [...this.open].filter(({ isSilent }) => isSilent);
    if (silent.filter((one) => one.request.ip === request.ip).length >= MAX_SILENT_SOCKETS_PER_ADDRESS)
      return '429 Too Many Requests';
    return this.open.size >= MAX_SOCKETS || silent.length >= MAX_SILENT_SOCKETS ? '503 Service Unavailable' : 'ROOM';
  }

  add(socket: WebSocket, request: Request): void {
    const connection = new Connection(socket, request);
    this.open.add(connection);
    const fail = (error: unknown) => connection.close(CloseCode.InternalServerError, showError(error).message);
    const ended = this.protocol.opened(
      {
        protocol: socket.protocol,
        send: (text) => connection.send(text),
        close: (code, reason) => connection.close(code ?? CloseCode.InternalServerError, reason ?? ''),
        onMessage: (take) => socket.on('message', (data: Buffer) => void take(String(data)).catch(fail)),
      },
      connection,
    );
    socket.once('close', (code, reason) => {
      this.open.delete(connection);
      ended(code, String(reason)).catch(fail);
    });
  }

  ping(): void {
    for (const connection of this.open) connection.ping();
  }

  /** Ends the connection of everybody whose key or session has ended. All are looked up together. */
  async checkStanding(): Promise<void> {
    await Promise.all([...this.open].map((connection) => connection.standing(this.standing))).catch((error: unknown) =>
      // Without the database nothing is delivered either; they are asked again soon.
      log.warn('standing-unknown', { error: error instanceof Error ? error.name : 'unknown' }),
    );
  }

  async end(): Promise<void> {
    const open = [...this.open];
    for (const connection of open) connection.close(GOING_AWAY, 'The server is going down');
    await Promise.all(open.map(({ ended }) => ended));
    this.unwatch();
  }

  /** False closes with 4403, as the protocol has it. */
  private async admit({ extra: connection, connectionParams }: Guest): Promise<boolean> {
    try {
      const actor = await this.identify(connection, connectionParams);
      const credential = credentialOf(actor);
      if ([...this.open].filter((one) => one.has(credential)).length >= MAX_SOCKETS_PER_CREDENTIAL) {
        connection.close(CloseCode.TooManyInitialisationRequests, 'Too many connections of this key or session');
        return false;
      }
      connection.welcome(actor);
      return true;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      if (error.code === 'UNAUTHENTICATED') {
        await this.countUnknown(connection);
        connection.close(CloseCode.Forbidden, error.message); // without effect once it is closed
      } else connection.close(CloseCode.BadRequest, error.message);
      return false;
    }
  }

  /** @throws Refused */
  private async identify({ request, origin }: Connection, params: Guest['connectionParams']): Promise<Actor> {
    const shown = shownBy(request, params);
    if (shown === undefined) throw new Refused('UNAUTHENTICATED', 'Show a service key, or a session on our own pages.');
    return shown.kind === 'KEY'
      ? this.authentication.withKey(shown.secret, origin)
      : this.authentication.withSession(shown.secret);
  }

  /** Knocking without a key or session that we know is counted together with requests that do. */
  private async countUnknown(connection: Connection): Promise<void> {
    await this.limits.spendUnknown(connection.request.ip ?? '').catch((error: unknown) => {
      if (!(error instanceof Refused)) throw error;
      connection.close(CloseCode.TooManyInitialisationRequests, 'Too many attempts from this address');
    });
  }

  /** A subscription is let in like a request over HTTP: by who still may, at its cost, and only then read. */
  private async prepare({ extra: connection, subscriptions }: Guest, asked: SubscribePayload) {
    try {
      if (Object.keys(subscriptions).length > MAX_SUBSCRIPTIONS)
        throw new Refused('TOO_MANY_REQUESTS', `A connection has at most ${MAX_SUBSCRIPTIONS} subscriptions.`);
      const actor = await connection.standing(this.standing);
      if (actor === undefined) throw new Refused('UNAUTHENTICATED', 'The key or session has ended or changed.');
      await this.admission.admitMessage(actor, asked);
      const operation = readOperation(this.schemaHost.schema, asked, !this.configuration.graphql.introspection);
      return Array.isArray(operation) ? operation : { ...operation, contextValue: { connection, asked } };
    } catch (error) {
      if (error instanceof Refused) return [refusal(error)];
      throw error;
    }
  }
}
