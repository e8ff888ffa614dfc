import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ReceivedWebhook {
  headers: IncomingHttpHeaders;
  body: string;
}

/** How one request is answered. */
export type Reply = (response: ServerResponse, received: ReceivedWebhook) => void;

export function status(code: number, headers: Record<string, string> = {}): Reply {
  return (response) => void response.writeHead(code, headers).end();
}

/** Takes the request and never answers. */
export const silence: Reply = () => {};

/** A local server that webhooks are sent to. A request is answered by the next reply of the script, the last one for ever. */
export class Receiver {
  readonly received: ReceivedWebhook[] = [];
  connections = 0;
  private script: Reply[] = [status(204)];
  private readonly server = createServer(this.take());

  static async start(host = '127.0.0.1', port = 0): Promise<Receiver> {
    const receiver = new Receiver();
    receiver.server.on('connection', () => (receiver.connections += 1));
    receiver.server.listen(port, host);
    await once(receiver.server, 'listening');
    return receiver;
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port; // it listens on TCP
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}/hook`;
  }

  /** The `webhook-id` of each request so far. */
  get ids(): unknown[] {
    return this.received.map(({ headers }) => headers['webhook-id']);
  }

  will(...script: [Reply, ...Reply[]]): void {
    this.script = script;
    this.received.length = 0;
  }

  /** Answers by this from now on, and forgets nothing. */
  goesOn(reply: Reply): void {
    this.script = [reply];
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private take(): RequestListener {
    return (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const received = { headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
        const reply = this.script[Math.min(this.received.length, this.script.length - 1)];
        this.received.push(received);
        reply?.(response, received);
      });
    };
  }
}
