import { Subscriber } from './subscriber.js';

export interface GraphqlAnswer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into answers of many shapes
  data: any;
  errors?: { message: string; path?: (string | number)[]; extensions: { code: string } }[];
}

/** GraphQL over HTTP with a service key, or with a session cookie (`answerable_session=…`). */
export class GraphqlClient {
  constructor(
    private readonly address: string,
    private readonly credential: string,
  ) {}

  async post(query: string, variables: Record<string, unknown> = {}): Promise<{ status: number; body: GraphqlAnswer }> {
    const response = await fetch(`${this.address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.authorisation() },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, body: (await response.json()) as GraphqlAnswer };
  }

  /** The data. @throws when the answer has errors. */
  async ask(query: string, variables: Record<string, unknown> = {}): Promise<GraphqlAnswer['data']> {
    const { body } = await this.post(query, variables);
    if (body.errors !== undefined) throw new Error(body.errors.map(({ message }) => message).join('; '));
    return body.data;
  }

  /** Connects for subscriptions, as the same actor. */
  connect(): Promise<Subscriber> {
    return Subscriber.connect(this.address, this.credential);
  }

  /** Sends NDJSON; answers the parsed answer lines. */
  async send(
    body: string | Uint8Array,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; lines: Record<string, unknown>[] }> {
    const response = await fetch(`${this.address}/v1/conversations`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-ndjson', ...this.authorisation(), ...headers },
      body: body as BodyInit,
    });
    const text = await response.text();
    return {
      status: response.status,
      lines: text
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    };
  }

  private authorisation(): Record<string, string> {
    return this.credential.includes('=') ? { cookie: this.credential } : { authorization: `Bearer ${this.credential}` };
  }
}
