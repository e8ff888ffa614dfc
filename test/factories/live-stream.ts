import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';

type Answer = Record<string, unknown>;

/** A stream of lines that is still open: lines can be sent after the answers to earlier ones were read. */
export class LiveStream {
  private readonly sending: ClientRequest;
  private readonly response: Promise<IncomingMessage>;
  private readonly answers: Promise<AsyncIterator<string>>;

  constructor(address: string, key: string | undefined, headers: Record<string, string> = {}) {
    this.sending = request(`${address}/v1/conversations`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-ndjson',
        ...(key === undefined ? {} : { authorization: `Bearer ${key}` }),
        ...headers,
      },
    });
    this.response = once(this.sending, 'response').then(([response]) => response as IncomingMessage);
    this.answers = this.response.then((response) =>
      createInterface({ input: response, crlfDelay: Infinity })[Symbol.asyncIterator](),
    );
    this.answers.catch(() => {}); // whoever waits for an answer is told
    this.sending.on('error', () => {}); // the same
    this.sending.flushHeaders();
  }

  /** Resolves when the operating system has taken the bytes. */
  send(bytes: string | Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      this.sending.write(bytes, (error) => (error ? reject(error) : resolve()));
    });
  }

  /** The next answer line, or undefined when the server has ended its answer. */
  async next(): Promise<Answer | undefined> {
    const { done, value } = await (await this.answers).next();
    return done ? undefined : (JSON.parse(value) as Answer);
  }

  async status(): Promise<number | undefined> {
    return (await this.response).statusCode;
  }

  /** Ends the request properly; answers what is still to come. */
  async finish(): Promise<Answer[]> {
    this.sending.end();
    const rest: Answer[] = [];
    for (let answer = await this.next(); answer !== undefined; answer = await this.next()) rest.push(answer);
    return rest;
  }

  /** Breaks the connection in the middle of whatever was being sent. */
  hangUp(): void {
    this.sending.destroy();
  }
}
