import { setTimeout as sleep } from 'node:timers/promises';
import { AnswerableError, type GraphqlError } from './answerable-error.js';
import type { TypedDocumentString } from './generated/graphql.js';

/** Attempts at one request, the first one included. */
const ATTEMPTS = 5;
/** Pause after the first lost answer; doubled after each further one, plus up to half of it at random. */
const PAUSE_SECONDS = 0.5;

interface Options {
  /** Where the installation is reached, such as `https://answerable.acme.example`. */
  address: string;
  /** A service key, `ans_…`. */
  key: string;
  /** Why words are read; kept in the organisation's access records, which may require it. */
  reason?: string;
  /** Waits; for tests. */
  wait?: (seconds: number) => Promise<unknown>;
}

interface Answer<Result> {
  data?: Result | null;
  errors?: GraphqlError[];
}

/** GraphQL over HTTP: typed documents in, typed data out, and another attempt where that is safe. */
export class AnswerableClient {
  private readonly wait: (seconds: number) => Promise<unknown>;

  constructor(private readonly options: Options) {
    this.wait = options.wait ?? ((seconds) => sleep(seconds * 1000));
  }

  /**
   * The same client, which says why it reads.
   * @param reason kept with what is read; at most 300 characters, and never what somebody said
   */
  because(reason: string): AnswerableClient {
    return new AnswerableClient({ ...this.options, reason });
  }

  /**
   * The data of a query, or of a mutation that may run twice: all that send conversations may.
   * @throws AnswerableError with the code of the first error, or `UNREACHABLE` when no answer came in all attempts
   */
  async ask<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
  ): Promise<Result> {
    for (let attempt = 1; ; attempt += 1) {
      const outcome = await this.attempt(document, variables);
      if (!(outcome instanceof AnswerableError)) return outcome;
      if (!outcome.isTemporary || attempt === ATTEMPTS) throw outcome;
      await this.wait(outcome.retryAfterSeconds ?? PAUSE_SECONDS * 2 ** (attempt - 1) * (1 + Math.random() / 2));
    }
  }

  private async attempt<Result, Variables>(
    document: TypedDocumentString<Result, Variables>,
    variables: Variables,
  ): Promise<Result | AnswerableError> {
    let response: Response;
    let text: string;
    const { key, reason } = this.options;
    try {
      response = await fetch(new URL('/graphql', this.options.address), {
        method: 'POST',
        headers: {
          authorization: `Bearer ${key}`,
          'content-type': 'application/json',
          // A header holds ASCII only.
          ...(reason === undefined ? {} : { 'access-reason': encodeURIComponent(reason) }),
        },
        body: JSON.stringify({ query: document.toString(), variables }),
      });
      text = await response.text();
    } catch (cause) {
      return AnswerableError.unreachable(cause);
    }
    const { data, errors } = readAnswer<Result>(text);
    if (errors === undefined && data !== undefined && data !== null) return data;
    return AnswerableError.from(response, errors?.[0]);
  }
}

/** What is no GraphQL, such as the page of a proxy, has neither data nor errors. */
function readAnswer<Result>(text: string): Answer<Result> {
  try {
    return (JSON.parse(text) ?? {}) as Answer<Result>; // the types come from the schema that the server runs
  } catch {
    return {};
  }
}
