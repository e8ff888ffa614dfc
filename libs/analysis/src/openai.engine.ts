import { strict as assert } from 'node:assert';
import type { Configuration } from '#platform';
import type { OpenAI } from 'openai';
import { EngineFailure, type AnalysisEngine, type SpendBook, type TurnReading, type TurnToAnalyse } from './engine.js';
import { FORMAT_VERSION, messagesFor, RESPONSE_FORMAT, signalsFrom } from './openai-format.js';
import { costMicroUsd, shareOut } from './openai-prices.js';

/** Turns of one call that go into one request; a longer call takes several. */
export const TURNS_PER_REQUEST = 40;
/**
 * How often the client repeats a request after 408, 409, 429, 5xx, a failed connection or a timeout. It waits as long as
 * Retry-After says (up to 60 s), else 0.5 s doubling up to 8 s, less up to a quarter at random. Each attempt has the
 * whole timeout.
 */
export const REQUEST_RETRIES = 2;

const MICRO_USD_PER_USD = 1_000_000;

interface OpenAiEngineOptions {
  settings: Configuration['openai'];
  spend: SpendBook;
  /** Default: `REQUEST_RETRIES`. */
  retries?: number;
}

/** Measures turns with a language model behind the chat completions of OpenAI or of any compatible server. */
export class OpenAiEngine implements AnalysisEngine {
  readonly id = 'openai';
  /** Each conversation is a request of its own, so more of them in one call would save nothing. */
  readonly conversationsPerCall = 1;
  readonly version: string;
  private client: Promise<OpenAI> | undefined;

  constructor(private readonly options: OpenAiEngineOptions) {
    assert(options.settings.apiKey !== undefined, 'the configuration lets the OpenAI engine through only with a key');
    this.version = `${FORMAT_VERSION}/${options.settings.model}`;
  }

  /**
   * One reading per turn, in order; cost and time of a request are shared out over its turns. The budget is looked at
   * before each request, so requests that run side by side can overshoot it by what they cost themselves.
   * @throws EngineFailure when one of the requests failed; what the earlier ones cost stays in the book.
   */
  async analyse(organisationId: string, turns: readonly TurnToAnalyse[]): Promise<TurnReading[]> {
    const readings = new Map<TurnToAnalyse, TurnReading>();
    for (const batch of batchesOf(turns)) {
      await this.refuseWhenSpent(organisationId);
      for (const [turn, reading] of await this.measure(organisationId, batch)) readings.set(turn, reading);
    }
    // Every turn is in one batch, and a batch that leaves a turn unanswered throws.
    return turns.map((turn) => readings.get(turn)!);
  }

  private async refuseWhenSpent(organisationId: string): Promise<void> {
    const { dailyBudgetUsd } = this.options.settings;
    const spentMicroUsd = await this.options.spend.spentToday(organisationId);
    if (spentMicroUsd >= dailyBudgetUsd * MICRO_USD_PER_USD) {
      throw new EngineFailure('BUDGET_SPENT', `The daily budget of ${dailyBudgetUsd} USD is spent.`);
    }
  }

  private async measure(organisationId: string, turns: TurnToAnalyse[]): Promise<[TurnToAnalyse, TurnReading][]> {
    const messages = messagesFor(turns);
    const startedMs = performance.now();
    const completion = await this.complete(messages);
    const latencies = shareOut(Math.round((performance.now() - startedMs) * 1000), turns.length);

    // Booked before it is read: an answer that turns out to be useless was paid for all the same.
    const sentCharacters = JSON.stringify([messages, RESPONSE_FORMAT]).length;
    const cost = costMicroUsd(completion, sentCharacters, this.options.settings);
    await this.options.spend.record(organisationId, cost);

    const costs = shareOut(cost, turns.length);
    return signalsFrom(completion, turns).map((signals, index) => [
      // Signals and shares are one per turn, so all four lists have this index.
      turns[index]!,
      {
        engine: this.id,
        engineVersion: this.version,
        signals,
        costMicroUsd: costs[index]!,
        latencyMicroseconds: latencies[index]!,
      },
    ]);
  }

  /** The provider's body, unchecked; undefined when it was no JSON. */
  private async complete(messages: ReturnType<typeof messagesFor>): Promise<unknown> {
    this.client ??= this.connect();
    const client = await this.client;
    try {
      return await client.chat.completions.create({
        model: this.options.settings.model,
        messages,
        response_format: RESPONSE_FORMAT,
      });
    } catch (error) {
      // A body that is no JSON came with status 200, so it goes on as an answer: to be paid and then refused.
      if (error instanceof SyntaxError) return undefined;
      throw await failureFrom(error);
    }
  }

  private async connect(): Promise<OpenAI> {
    const { apiKey, baseUrl, timeoutSeconds } = this.options.settings;
    const { OpenAI } = await import('openai');
    return new OpenAI({
      apiKey,
      // Null keeps the client from reading the environment; our configuration is its only reader.
      baseURL: baseUrl ?? null,
      organization: null,
      project: null,
      adminAPIKey: null,
      webhookSecret: null,
      // At its debug level the client logs bodies that it cannot parse.
      logLevel: 'off',
      timeout: Math.ceil(timeoutSeconds * 1000),
      maxRetries: this.options.retries ?? REQUEST_RETRIES,
      // A redirect would carry the conversation to a server that nobody configured.
      fetchOptions: { redirect: 'error' },
    });
  }
}

/** Turns of one call together and in order, at most `TURNS_PER_REQUEST` in a batch. */
function batchesOf(turns: readonly TurnToAnalyse[]): TurnToAnalyse[][] {
  const calls = new Map<string, TurnToAnalyse[]>();
  for (const turn of turns) calls.set(turn.conversationId, [...(calls.get(turn.conversationId) ?? []), turn]);
  return [...calls.values()].flatMap((call) =>
    Array.from({ length: Math.ceil(call.length / TURNS_PER_REQUEST) }, (_, batch) =>
      call.slice(batch * TURNS_PER_REQUEST, (batch + 1) * TURNS_PER_REQUEST),
    ),
  );
}

/**
 * The closed reason for what the client threw after its last retry. The messages of the client are left behind: providers
 * repeat parts of the key and of the request in them.
 */
async function failureFrom(error: unknown): Promise<unknown> {
  const { APIConnectionError, APIConnectionTimeoutError, APIError, RateLimitError } = await import('openai');
  if (error instanceof APIConnectionTimeoutError) return new EngineFailure('TIMEOUT', 'The provider took too long.');
  if (error instanceof APIConnectionError) return new EngineFailure('UNREACHABLE', 'The provider was not reached.');
  if (error instanceof RateLimitError)
    return new EngineFailure('RATE_LIMITED', 'The provider answered with status 429.');
  if (error instanceof APIError) {
    return new EngineFailure('PROVIDER_ERROR', `The provider answered with status ${error.status}.`);
  }
  // The client passes on, unwrapped and not retried, the TypeError of a fetch whose connection broke inside the body.
  if (error instanceof TypeError) return new EngineFailure('UNREACHABLE', 'The connection to the provider broke.');
  return error;
}
