export interface GraphqlError {
  message: string;
  extensions?: { code?: string; id?: string };
}

/** The budget of this minute is spent; or our fault, which may have passed when it is tried again. */
const TEMPORARY_CODES = ['TOO_MANY_REQUESTS', 'INTERNAL'];
/** Gateways say these when the API behind them is away or slow. */
const GATEWAY_STATUSES = [502, 503, 504];

/** Why there is no answer. Go by `code`; the message is for people and may be worded anew. */
export class AnswerableError extends Error {
  private constructor(
    /** From the list of codes in the API guide, `UNREACHABLE`, or `HTTP_<status>` when something else answered. */
    readonly code: string,
    message: string,
    /** Whether the same request may succeed later. */
    readonly isTemporary: boolean,
    /** How long to wait before that, if the server said so. */
    readonly retryAfterSeconds?: number,
    /** Name it when you ask about an answer. */
    readonly requestId?: string,
    cause?: unknown,
  ) {
    super(message, { cause });
    this.name = 'AnswerableError';
  }

  static unreachable(cause: unknown): AnswerableError {
    return new AnswerableError('UNREACHABLE', 'There was no whole answer.', true, undefined, undefined, cause);
  }

  static from({ status, headers }: Response, error: GraphqlError | undefined): AnswerableError {
    const code = error?.extensions?.code ?? `HTTP_${status}`;
    const isTemporary = TEMPORARY_CODES.includes(code) || GATEWAY_STATUSES.includes(status);
    const wait = Number(headers.get('retry-after') ?? Number.NaN);
    return new AnswerableError(
      code,
      error?.message ?? `Answered with the status ${status}.`,
      isTemporary,
      Number.isFinite(wait) ? wait : undefined,
      headers.get('x-request-id') ?? undefined,
    );
  }
}
