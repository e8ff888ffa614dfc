import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The one key the server lets in. */
export const OPENAI_TEST_KEY = 'sk-test-0123456789abcdef';

/** What a program sent: the parts of a chat completion request that tests look at. */
export interface ChatRequest {
  model: string;
  messages: { role: string; content: string }[];
  response_format: { type: string; json_schema: { name: string; strict: boolean; schema: JsonSchema } };
}

interface JsonSchema {
  type?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean;
  items?: JsonSchema;
  anyOf?: JsonSchema[];
}

interface Usage {
  prompt_tokens: number;
  completion_tokens: number;
}

/** How one request is answered. */
export type Behaviour = (request: ChatRequest, response: ServerResponse) => void | Promise<void>;

export interface RecordedRequest {
  authorization: string | undefined;
  body: ChatRequest;
}

const DEFAULT_USAGE: Usage = { prompt_tokens: 1000, completion_tokens: 200 };

/** A complete answer: `answer` is what the model says, or makes it from the request. `usage` null leaves it out. */
export function ok(
  answer: object | ((request: ChatRequest) => object),
  usage: Usage | null = DEFAULT_USAGE,
): Behaviour {
  return (request, response) => {
    const content = JSON.stringify(typeof answer === 'function' ? answer(request) : answer);
    send(response, 200, completionOf(request, { content }, 'stop', usage));
  };
}

/** The turns a request asks about, read back from its data message. */
export function turnsAsked(request: ChatRequest): { turn: number; speaker: string; text: string; before?: object[] }[] {
  return JSON.parse(request.messages.at(-1)?.content ?? '{}').turns;
}

/** The answer of a model that saw nothing: every turn is in English, no topic, no risk, callers are neutral. */
export function nothingToSee(request: ChatRequest): { turns: object[] } {
  return {
    turns: turnsAsked(request).map(({ turn, speaker }) => ({
      turn,
      language: { tag: 'en', confidence: 0.98 },
      sentiment: speaker === 'CALLER' ? { label: 'NEUTRAL', score: 0 } : null,
      topics: [],
      risks: [],
    })),
  };
}

/** Too many requests, with the seconds to wait. */
export function rateLimited(retryAfterSeconds: number): Behaviour {
  return (_, response) =>
    send(response, 429, failure('Rate limit reached'), { 'retry-after': String(retryAfterSeconds) });
}

/** An error of the server; the header asks the client to repeat at once, so that tests do not wait. */
export function failing(status = 500): Behaviour {
  return (request, response) =>
    // Like real providers, the message repeats parts of the request.
    send(response, status, failure(`Failed on ${JSON.stringify(request)}`), { 'retry-after-ms': '1' });
}

/** Answers like `then`, but only after `milliseconds`; gives up when the client does. */
export function slow(milliseconds: number, then: Behaviour): Behaviour {
  return async (request, response) => {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      response.once('close', () => {
        clearTimeout(timer);
        resolve();
      });
    });
    if (!response.destroyed) await then(request, response);
  };
}

/** A proper completion whose message is `content`, whatever that is. */
export function saying(content: string): Behaviour {
  return (request, response) => send(response, 200, completionOf(request, { content }, 'stop', DEFAULT_USAGE));
}

/** An answer cut in the middle, for the reason that is given. */
export function cut(finishReason: 'length' | 'content_filter', content = '{"turns":[{"turn":'): Behaviour {
  return (request, response) => send(response, 200, completionOf(request, { content }, finishReason, DEFAULT_USAGE));
}

/** The model declines to answer; some compatible servers still fill the content. */
export function refusing(refusal: string, content: string | null = null): Behaviour {
  return (request, response) => send(response, 200, completionOf(request, { content, refusal }, 'stop', DEFAULT_USAGE));
}

/** Closes the connection without a word. */
export const hangUp: Behaviour = (_, response) => void response.destroy();

/** Sends the head and a part of the body, then closes the connection. */
export const hangUpInTheBody: Behaviour = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"choices":', () => response.destroy());
};

/** Status 200 with a body that is no JSON and repeats the request. */
export const brokenBody: Behaviour = (request, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(`${request.messages.at(-1)?.content} and then nonsense`);
};

/** Sends the client, with its request, to another address. */
export function redirecting(url: string): Behaviour {
  return (_, response) => void response.writeHead(307, { location: url }).end();
}

/**
 * A local server that speaks `POST /v1/chat/completions` as OpenAI does. It refuses a wrong key and a request without a
 * strict JSON schema; a request that passes is answered by the next behaviour of the script, the last one for ever.
 */
export class OpenAiServer {
  /** Every request that passed the checks, oldest first. */
  readonly requests: RecordedRequest[] = [];
  private script: Behaviour[] = [failing(501)];
  private readonly server = createServer(
    // A client that gives up while it sends is part of some tests.
    (request, response) => void this.answer(request, response).catch(() => response.destroy()),
  );

  static async start(): Promise<OpenAiServer> {
    const started = new OpenAiServer();
    started.server.listen(0, '127.0.0.1');
    await once(started.server, 'listening');
    return started;
  }

  /** What `OPENAI_BASE_URL` is set to. */
  get baseUrl(): string {
    // The server listens on TCP, so its address is never a string or null.
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/v1`;
  }

  /** Starts a new script and forgets the requests so far. */
  will(...script: [Behaviour, ...Behaviour[]]): void {
    this.script = script;
    this.requests.length = 0;
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    this.server.closeAllConnections();
    await closed;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { authorization } = request.headers;
    if (request.method !== 'POST' || request.url !== '/v1/chat/completions') {
      return send(response, 404, failure(`Unknown request URL: ${request.method} ${request.url}`));
    }
    if (authorization !== `Bearer ${OPENAI_TEST_KEY}`) {
      return send(response, 401, failure(`Incorrect API key provided: ${authorization}`));
    }
    const body = await bodyOf(request);
    const complaint = complaintAbout(body);
    if (complaint !== undefined) return send(response, 400, failure(complaint));
    const behaviour = this.script[Math.min(this.requests.length, this.script.length - 1)];
    this.requests.push({ authorization, body });
    await behaviour?.(body, response);
  }
}

async function bodyOf(request: IncomingMessage): Promise<ChatRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as ChatRequest;
}

function complaintAbout({ model, messages, response_format: format }: ChatRequest): string | undefined {
  if (typeof model !== 'string' || !Array.isArray(messages)) return 'model and messages are required';
  if (format?.type !== 'json_schema' || format.json_schema?.strict !== true) return 'only strict json_schema is spoken';
  return looseObject(format.json_schema.schema, 'schema');
}

/** OpenAI's rule for strict schemas: every object lists all of its properties as required and allows no others. */
function looseObject(schema: JsonSchema, path: string): string | undefined {
  const properties = Object.entries(schema.properties ?? {});
  if (schema.type === 'object') {
    const complete = properties.every(([name]) => schema.required?.includes(name));
    if (!complete || schema.additionalProperties !== false) return `Invalid schema: ${path} is not strict`;
  }
  const children: [string, JsonSchema][] = [
    ...properties,
    ...(schema.items ? [['items', schema.items] as [string, JsonSchema]] : []),
    ...(schema.anyOf ?? []).map((each, index): [string, JsonSchema] => [`anyOf.${index}`, each]),
  ];
  return children.map(([name, child]) => looseObject(child, `${path}.${name}`)).find((complaint) => complaint);
}

function completionOf(request: ChatRequest, message: object, finishReason: string, usage: Usage | null): object {
  return {
    id: 'chatcmpl-test',
    object: 'chat.completion',
    created: 1_700_000_000,
    model: request.model,
    choices: [{ index: 0, finish_reason: finishReason, message: { role: 'assistant', refusal: null, ...message } }],
    ...(usage && { usage: { ...usage, total_tokens: usage.prompt_tokens + usage.completion_tokens } }),
  };
}

function failure(message: string): object {
  return { error: { message, type: 'test_error', param: null, code: null } };
}

function send(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': 'req_test', ...headers });
  response.end(JSON.stringify(body));
}
