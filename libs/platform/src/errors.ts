/** What a caller can be told that it did wrong. Not allowed is NOT_FOUND, so that nobody learns what exists. */
export type RefusalCode =
  | 'UNAUTHENTICATED'
  | 'NOT_FOUND'
  | 'BAD_INPUT'
  | 'REASON_REQUIRED'
  | 'TOO_LARGE'
  | 'TOO_COSTLY'
  | 'UNSUPPORTED_MEDIA_TYPE'
  | 'TOO_MANY_REQUESTS';

/** The caller's fault. The message is shown to the caller: it names the place and never quotes a transcript. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly code: RefusalCode,
    message: string,
  ) {
    super(message);
  }
}

/** Something outside stops the program (a taken port, no database): told in one line, without a stack, exit code 1. */
export class ExpectedStop extends Error {
  override readonly name = 'ExpectedStop';
}

/** The system or driver code of an error (`EADDRINUSE`, SQLSTATE `23505`), or undefined. */
export function coded(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
