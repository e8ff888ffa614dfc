import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { Express, Request } from 'express';
import { handleProtocols } from 'graphql-ws';
import { WebSocketServer } from 'ws';
import { type Configuration, CONFIGURATION } from '#platform';
import { Announcements } from '#queue';
import { RETRY_AFTER_SECONDS } from '../web/limits.js';
import { mayCall } from '../web/cors.middleware.js';
import { Connections } from './connections.js';
import { CREDENTIAL_CHECK_SECONDS, MAX_MESSAGE_BYTES, PING_SECONDS } from './limits.js';

/** Takes WebSockets at the address of the queries, as long as the process lives. */
@Injectable()
export class SubscriptionServer implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly timers: NodeJS.Timeout[] = [];
  private isStopping = false;
  private readonly sockets = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    autoPong: false, // answered by the connection, which looks first whether the client reads
    handleProtocols,
  });

  constructor(
    private readonly http: HttpAdapterHost,
    private readonly connections: Connections,
    private readonly announcements: Announcements,
    @Inject(CONFIGURATION) private readonly configuration: Configuration,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.announcements.listen();
    // The platform is Express; the types do not know that the option can be set later.
    const server = this.http.httpAdapter.getHttpServer() as Server & { shouldUpgradeCallback: typeof wantsWebSocket };
    server.shouldUpgradeCallback = wantsWebSocket;
    server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) =>
      this.upgrade(request, socket, head),
    );
    this.timers.push(
      setInterval(() => void this.connections.checkStanding(), CREDENTIAL_CHECK_SECONDS * 1000),
      setInterval(() => this.connections.ping(), PING_SECONDS * 1000),
    );
  }

  /** Before the HTTP server closes, which waits for every connection. */
  async onModuleDestroy(): Promise<void> {
    this.isStopping = true;
    for (const timer of this.timers) clearInterval(timer);
    await this.connections.end();
  }

  private upgrade(given: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => {}); // a client that has hung up
    if (given.url?.split('?')[0] !== '/graphql') return refuse(socket, '404 Not Found');
    const request = this.asExpressReads(given);
    if (!mayCall(request, this.configuration.corsOrigins)) return refuse(socket, '403 Forbidden');
    const room = this.isStopping ? '503 Service Unavailable' : this.connections.roomFor(request);
    if (room !== 'ROOM') return refuse(socket, room);
    this.sockets.handleUpgrade(request, socket, head, (accepted) => this.connections.add(accepted, request));
  }

  /** With the addresses and schemes that Express believes a proxy, so that cookies and origins are judged as over HTTP. */
  private asExpressReads(request: IncomingMessage): Request {
    const { request: prototype } = this.http.httpAdapter.getInstance<Express>();
    return Object.setPrototypeOf(request, prototype) as Request; // what Express does with a request itself
  }
}

/** Some clients offer HTTP/2 with a request (`Upgrade: h2c`), which is answered as if they had not. */
function wantsWebSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
}

function refuse(socket: Duplex, status: string): void {
  const headers = [
    `HTTP/1.1 ${status}`,
    `Retry-After: ${RETRY_AFTER_SECONDS}`,
    'Content-Length: 0',
    'Connection: close',
  ];
  socket.end(`${headers.join('\r\n')}\r\n\r\n`, () => socket.destroy());
}
