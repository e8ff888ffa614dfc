import { CONVERSATION_FIELDS, type Mapping, type Selector } from './mapping.js';

type Fields = Record<string, unknown>;
/** Files of text cannot hold booleans. Any other text stays what it is, so that the intake refuses it. */
const BOOLEANS: Record<string, boolean> = { true: true, false: false };

/** Fields that hold text. Dumps like to write their ids as numbers. */
const TEXT_FIELDS = new Set<string>([...CONVERSATION_FIELDS, 'speaker', 'said', 'generated', 'endedAt']);

type TurnSelectors = Extract<Mapping['turns'], { speaker: Selector }>;

/** The conversation that a record describes, in our own format. What is missing is left out: the intake tells. */
export function toConversation(mapping: Mapping, record: unknown, number: number): Fields {
  return { ...selectAll(mapping.conversation, record, number), turns: turnsOf(mapping.turns, record, number) };
}

/** Which conversation a record of one turn belongs to; a record that does not name one is alone. */
export function identityOf(mapping: Mapping, record: unknown, number: number): string {
  const named = [mapping.conversation.source, mapping.conversation.externalId].map((one) =>
    asText(select(one, record, number)),
  );
  return JSON.stringify(named.includes(undefined) ? number : named);
}

/** The turn that a record describes. */
export function toTurn(selectors: TurnSelectors, record: unknown, number: number): Fields {
  const turn = selectAll(turnSelectors(selectors), record, number);
  const { interrupted } = turn;
  if (typeof interrupted === 'string') turn['interrupted'] = BOOLEANS[interrupted.toLowerCase()] ?? interrupted;
  return turn;
}

function turnsOf(turns: Mapping['turns'], record: unknown, number: number): unknown {
  if ('split' in turns) return splitTurns(turns.marks, valueAt(record, turns.split));
  if ('rows' in turns) return [toTurn(turns, record, number)];
  const list = valueAt(record, turns.each);
  return Array.isArray(list) ? list.map((one) => toTurn(turns, one, number)) : list;
}

function turnSelectors(turns: TurnSelectors): Record<string, Selector> {
  const fields = Object.entries(turns).filter((entry): entry is [string, Selector] => typeof entry[1] === 'object');
  return Object.fromEntries(fields); // the rest are `each` and `rows`
}

function selectAll(selectors: Record<string, Selector | undefined>, record: unknown, number: number): Fields {
  const fields: Fields = {};
  for (const [name, selector] of Object.entries(selectors)) {
    const value = selector && select(selector, record, number);
    if (value !== undefined) fields[name] = TEXT_FIELDS.has(name) ? asText(value) : value;
  }
  return fields;
}

function select(selector: Selector, record: unknown, number: number): unknown {
  if (selector.value !== undefined) return selector.value;
  if (selector.text !== undefined) return selector.text.replaceAll('{number}', String(number));
  let value = selector.field === undefined ? undefined : valueAt(record, selector.field);
  if (value === '' || value === undefined || value === null) return selector.default;
  if (selector.map !== undefined && typeof value !== 'object')
    value = selector.map[`${value as string | number | boolean}`] ?? value;
  if (value === '') return selector.default;
  return selector.number === true && typeof value === 'string' ? toNumber(value) : value;
}

/** The digits of a whole number. A larger one or a fraction may not be what the file had, and stays for the intake to refuse. */
function asText(value: unknown): unknown {
  return Number.isSafeInteger(value) ? String(value) : value;
}

/** A text that is no number stays a text, so that the intake refuses it under its name. */
function toNumber(text: string): number | string {
  const number = Number(text);
  return Number.isNaN(number) ? text : number;
}

/** The field of that very name, or else the one that the dots lead to. */
function valueAt(record: unknown, path: string): unknown {
  if (typeof record === 'object' && record !== null && Object.hasOwn(record, path)) return (record as Fields)[path];
  let value = record;
  for (const part of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return undefined;
    value = (value as Fields)[part]; // an object that owns the field
  }
  return value;
}

/** Cuts a transcript at its marks. Text before the first mark belongs to nobody and makes the whole thing unusable. */
function splitTurns(marks: Record<string, string>, transcript: unknown): unknown {
  if (typeof transcript !== 'string') return transcript;
  const found: { at: number; end: number; speaker: string }[] = [];
  for (const [mark, speaker] of Object.entries(marks)) {
    for (let at = transcript.indexOf(mark); at >= 0; at = transcript.indexOf(mark, at + mark.length)) {
      found.push({ at, end: at + mark.length, speaker });
    }
  }
  found.sort((a, b) => a.at - b.at);
  if (transcript.slice(0, found[0]?.at ?? transcript.length).trim() !== '') return 'text before the first mark';
  return found.map(({ end, speaker }, index) => ({
    index,
    speaker,
    said: transcript.slice(end, found[index + 1]?.at).trim(),
  }));
}
