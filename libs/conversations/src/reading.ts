import { isUtf8 } from 'node:buffer';
import type { z } from 'zod';
import type { IntakeConversation } from './intake.schema.js';
import { MAX_PROBLEMS } from './limits.js';
import type { Problem } from './outcomes.js';
import { printable } from './printable.js';

/** What was read; or what is wrong with it, and whose it is as far as that could be read. */
export type Read<T> =
  { ok: true; value: T } | { ok: false; problems: Problem[]; source?: string | null; externalId?: string | null };
type IntakeSchema = z.ZodType<IntakeConversation>;

/** Reads the bytes of one JSON text. */
export function readJson(bytes: Buffer): Read<unknown> {
  if (!isUtf8(bytes)) return refused('is not valid UTF-8');
  try {
    return { ok: true, value: JSON.parse(bytes.toString('utf8')) };
  } catch (error) {
    // The engine's own message quotes the text, so only the position is taken from it, from where no text is quoted.
    const position =
      error instanceof Error ? / at position (\d+)( \(line \d+ column \d+\))?$/.exec(error.message)?.[1] : undefined;
    return refused(position === undefined ? 'is not valid JSON' : `is not valid JSON (at character ${position})`);
  }
}

/** Checks one sent conversation against the schema of its route. */
export function readConversation(schema: IntakeSchema, given: unknown): Read<IntakeConversation> {
  const read = schema.safeParse(given, { reportInput: true });
  if (read.success) return { ok: true, value: read.data };
  const problems = read.error.issues.slice(0, MAX_PROBLEMS).map((issue) => ({
    path: pathText(issue.path),
    message: plain(issue),
  }));
  const left = read.error.issues.length - problems.length;
  if (left > 0) problems.push({ path: '', message: `${left} more problems` });
  return { ok: false, problems, source: nameIn(given, 'source'), externalId: nameIn(given, 'externalId') };
}

function nameIn(given: unknown, field: string): string | null {
  const value: unknown = typeof given === 'object' && given !== null ? Reflect.get(given, field) : undefined;
  return typeof value === 'string' ? value : null;
}

export function refused(message: string): { ok: false; problems: Problem[] } {
  return { ok: false, problems: [{ path: '', message }] };
}

function pathText(path: readonly PropertyKey[]): string {
  return path.map((part, at) => (typeof part === 'number' ? `[${part}]` : `${at ? '.' : ''}${String(part)}`)).join('');
}

/** Our own words for what is wrong: the same for every version of the checker, and without the sender's content. */
function plain(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is missing'
        : `must be ${issue.expected === 'int' ? 'a whole number' : `of type ${issue.expected}`}`;
    case 'too_big':
      return `is over the limit of ${issue.maximum} ${unit(issue.origin)}`.trimEnd();
    case 'too_small':
      return issue.origin === 'string' ? 'is empty' : `is under the least value of ${issue.minimum}`;
    case 'unrecognized_keys':
      return `has fields that are not known: ${issue.keys
        .slice(0, 5)
        .map((key) => printable(key, 40))
        .join(', ')}`;
    default:
      return issue.message;
  }
}

function unit(origin: string): string {
  return { string: 'characters', array: 'turns' }[origin] ?? '';
}
