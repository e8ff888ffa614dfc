import { randomUUID } from 'node:crypto';
import { coded, log, Refused, type RefusalCode } from '#platform';

export const HTTP_STATUS = {
  UNAUTHENTICATED: 401,
  NOT_FOUND: 404,
  BAD_INPUT: 400,
  REASON_REQUIRED: 400,
  TOO_LARGE: 413,
  TOO_COSTLY: 400,
  UNSUPPORTED_MEDIA_TYPE: 415,
  TOO_MANY_REQUESTS: 429,
} as const satisfies Record<RefusalCode, number>;

/** SQLSTATE. Everything that is stored was checked before, so it can only be a text that is searched for. */
const INVALID_CHARACTER = '22021';

/** An error as clients see it. */
export interface ShownError {
  status: number;
  code: RefusalCode | 'INTERNAL';
  message: string;
  /** Of the line in our log that says more. */
  id?: string;
}

/** The caller's fault is shown as it is. Ours is logged once under an id, and only the id is shown. */
export function showError(error: unknown): ShownError {
  if (error instanceof Refused) return { status: HTTP_STATUS[error.code], code: error.code, message: error.message };
  const tooLarge = error instanceof Error && 'type' in error && error.type === 'entity.too.large';
  if (tooLarge)
    return { status: 413, code: 'TOO_LARGE', message: `The body is over the limit of ${limitOf(error)} bytes.` };
  if (error instanceof SyntaxError && 'body' in error) {
    return { status: 400, code: 'BAD_INPUT', message: 'The body is not valid JSON.' };
  }
  if (coded(error) === INVALID_CHARACTER) return { status: 400, code: 'BAD_INPUT', message: 'A text holds a NUL.' };
  if (error instanceof Error && 'expose' in error && error.expose === true) return showUnreadable(error);
  const id = randomUUID();
  const stack =
    error instanceof Error ? error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) : [];
  log.error('internal-error', {
    id,
    name: error instanceof Error ? error.name : typeof error,
    code: coded(error),
    stack,
  });
  return { status: 500, code: 'INTERNAL', message: `Something went wrong on our side. Error id: ${id}`, id };
}

/** A body that the parser could not read: its encoding, its character set, its compression. */
function showUnreadable(error: Error): ShownError {
  if ('status' in error && error.status === 415) {
    const message = 'Send the body in UTF-8; its Content-Encoding may be gzip, deflate or br.';
    return { status: 415, code: 'UNSUPPORTED_MEDIA_TYPE', message };
  }
  return { status: 400, code: 'BAD_INPUT', message: 'The body could not be read.' };
}

function limitOf(error: Error): string {
  return 'limit' in error ? String(error.limit) : '';
}
