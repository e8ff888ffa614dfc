import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { ExpectedStop } from '#platform';
import { cannotBeRead } from './open-file.js';

/** Where a value comes from: a field of the record, a constant, or the number of the record. */
const selector = z.strictObject({
  /** Name of a field; `a.b` goes into an object. */
  field: z.string().min(1).optional(),
  value: z.union([z.string(), z.number(), z.boolean()]).optional(),
  /** Text in which `{number}` stands for the number of the record, from 1. */
  text: z.string().optional(),
  /** Replaces what the field holds. */
  map: z.record(z.string(), z.string()).optional(),
  /** Reads the text as a number. */
  number: z.boolean().optional(),
  /** Stands in when the field is absent or empty. */
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
});
export type Selector = z.infer<typeof selector>;

const turnFields = {
  index: selector.optional(),
  speaker: selector,
  said: selector,
  generated: selector.optional(),
  interrupted: selector.optional(),
  startedAt: selector.optional(),
  endedAt: selector.optional(),
  confidence: selector.optional(),
};

const mappingSchema = z.strictObject({
  format: z.enum(['ndjson', 'csv', 'json']),
  /** Between the columns of a CSV file; a comma by default. */
  delimiter: z.string().length(1).optional(),
  conversation: z.strictObject({
    source: selector,
    externalId: selector,
    clone: selector,
    cloneVersion: selector.optional(),
    channel: selector,
    language: selector.optional(),
    startedAt: selector,
  }),
  turns: z.union([
    /** The record holds a list of turns. */
    z.strictObject({ each: z.string().min(1), ...turnFields }),
    /** Each record is one turn; records in a row with the same externalId are one conversation. */
    z.strictObject({ rows: z.literal(true), ...turnFields }),
    /** The record holds one text in which marks begin the turns. */
    z.strictObject({ split: z.string().min(1), marks: z.record(z.string().min(1), z.string()) }),
  ]),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** Fields of the conversation that are the same throughout a file, given on the command line. */
export type Constants = Partial<Record<keyof Mapping['conversation'], string>>;
export const CONVERSATION_FIELDS = Object.keys(mappingSchema.shape.conversation.shape) as (keyof Constants)[]; // its own keys

/** Our own format as CSV: one row a turn, columns named like the fields of the NDJSON format. */
export const CSV_MAPPING: Mapping = {
  format: 'csv',
  conversation: {
    source: { field: 'source' },
    externalId: { field: 'externalId' },
    clone: { field: 'clone' },
    cloneVersion: { field: 'cloneVersion' },
    channel: { field: 'channel' },
    language: { field: 'language' },
    startedAt: { field: 'startedAt' },
  },
  turns: {
    rows: true,
    index: { field: 'index', number: true },
    speaker: { field: 'speaker' },
    said: { field: 'said' },
    generated: { field: 'generated' },
    interrupted: { field: 'interrupted' },
    startedAt: { field: 'turnStartedAt' },
    endedAt: { field: 'turnEndedAt' },
    confidence: { field: 'confidence', number: true },
  },
};

/** @throws ExpectedStop naming what is wrong with the mapping file. */
export function readMapping(path: string): Mapping {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw cannotBeRead(path, error);
  }
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch {
    throw new ExpectedStop(`The mapping ${path} is not valid JSON.`);
  }
  const read = mappingSchema.safeParse(given, { reportInput: true });
  if (read.success) return read.data;
  throw new ExpectedStop(`The mapping ${path} is wrong: ${problemIn(read.error.issues)}. See docs/import.md.`);
}

/** The mapping with constants in place of what it says about some fields of the conversation. */
export function withConstants(mapping: Mapping, constants: Constants): Mapping {
  const values = Object.entries(constants).map(([field, value]) => [field, { value }]);
  const replaced = Object.fromEntries(values) as Partial<Mapping['conversation']>; // the names were checked by the command
  return { ...mapping, conversation: { ...mapping.conversation, ...replaced } };
}

/** The first problem, with its place. Of several shapes that turns may have, the one that comes closest is meant. */
function problemIn(issues: readonly z.core.$ZodIssue[], above: readonly PropertyKey[] = []): string {
  const [issue] = issues;
  if (issue === undefined) return 'it cannot be used';
  const path = [...above, ...issue.path];
  if (issue.code === 'invalid_union' && issue.errors.length > 0 && path.join() === 'turns') {
    const [closest] = [...issue.errors].sort((a, b) => a.length - b.length);
    return problemIn(closest ?? [], path);
  }
  const missing = issue.code === 'invalid_type' && issue.input === undefined;
  return `${path.length > 0 ? `${path.map(String).join('.')} ` : ''}${missing ? 'is missing' : `(${issue.message})`}`;
}
