import { FUNCTION_WORDS } from '../lexicons/function-words.js';
import { isNegator } from '../negation.js';
import type { ReplyContext } from '../signals.js';
import { readWords, type Words } from '../words.js';
import { figuresIn } from './figures.js';
import { WORDS_READ } from './findings.js';

/** Words that begin alike count as one: "fees" and "fee", "refunded" and "refund". */
const STEM_LENGTH = 5;
const SHORTEST = 3;
const FIRST_HAN = 0x3400;
/** Policies are given with every reply of a clone; so many of their texts are kept read. */
const MOST_KEPT = 256;
const PASSING = new Set(Object.values(FUNCTION_WORDS).flatMap((words) => words.split(' ')));

/** A text as its topics and its figures. */
export interface Gist {
  stems: ReadonlySet<string>;
  figures: ReadonlySet<number>;
  negated: boolean;
  words: Words;
}

const kept = new Map<string, Gist>();

/** What a text is about. Pure; the texts of policies come again and again, so the last ones are kept. */
export function gistOf(text: string): Gist {
  const known = kept.get(text);
  if (known) return known;
  const gist = readGist(readWords(text));
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(text, gist);
  return gist;
}

export function readGist(words: Words): Gist {
  const stems = new Set<string>();
  const read = words.words.slice(0, WORDS_READ);
  const forms = read.map(({ form }) => form);
  forms.forEach((form, at) => {
    if (form.charCodeAt(0) >= FIRST_HAN) {
      const next = forms[at + 1];
      if (next !== undefined && next.charCodeAt(0) >= FIRST_HAN) stems.add(form + next);
    } else if (form.length >= SHORTEST && !PASSING.has(form)) {
      stems.add(form.replace(/'s$/, '').slice(0, STEM_LENGTH));
    }
  });
  const negated = read.some((_, at) => isNegator(read, at));
  return { stems, figures: figuresIn(words.text, forms), negated, words };
}

/** Numbers that say how a reply stands to what it is held against; 0 where nothing was given. Each from 0 to 1. */
export const HELD_AGAINST = [
  'knowsAuthority',
  'knowsSources',
  'knowsPositions',
  'knowsExcluded',
  'forbidden',
  'permitted',
  'beyondLimit',
  'withinLimit',
  'unverified',
  'mustRefuse',
  'onExcluded',
  'askedExcluded',
  'figuresFromSources',
  'figuresFromNowhere',
  'sourceRetold',
  'sourceFiguresLeftOut',
  'newToSources',
  'positionTouched',
  'positionRetold',
  'positionTurned',
  'namesPrincipal',
] as const;

/** Writes the numbers of `HELD_AGAINST` into `into` from `at` on. */
export function holdAgainst(
  reply: Gist,
  asked: Gist | null,
  context: ReplyContext,
  into: Float64Array,
  at: number,
): void {
  const facts = [
    ...knownOf(context),
    ...authorityFacts(reply, context),
    ...excludedFacts(reply, asked, context),
    ...sourceFacts(reply, asked, context),
    ...positionFacts(reply, context),
    context.clone !== undefined && principalStems(context.clone).some((stem) => reply.stems.has(stem)) ? 1 : 0,
  ];
  into.set(facts, at);
}

function knownOf({ authority, approvedSources, positions, excludedTopics }: ReplyContext): number[] {
  return [authority, approvedSources, positions, excludedTopics].map((given) => (given === undefined ? 0 : 1));
}

/** The halves of a mandate: what it allows, and what it keeps back after "may not", "only", "refuse". */
const KEPT_BACK =
  /\b(?:may not|must not|cannot|no|not|never|refused?|prohibited|decisions?|får inte|ska nekas|nekas|ej|darf nicht|keine?|ablehnen|abzulehnen)\b|不得|无权|不可|必须拒绝|拒绝/i;
const NOT_VERIFIED =
  /not verified|unverified|not confirmed|not identified|not signed in|inte identifierad|nicht identifiziert|未核验|未验证|未核实/i;
const MUST_REFUSE =
  /refuse|prohibited|not permitted|must hand over|hand over|nekas|ablehnen|abzulehnen|拒绝|不得协助|不得办/i;
const LIMITED = /\bup to\b|\bwithin\b|\bmax|\bat most\b|\bunder\b|\bhögst\b|\bbis\b|\blimit|以内|以下|最多|不超过/i;

function authorityFacts(reply: Gist, { authority }: ReplyContext): number[] {
  if (authority === undefined) return [0, 0, 0, 0, 0, 0];
  const clauses = authority.split(/[;.,；，。]/);
  const share = (isKeptBack: boolean) =>
    Math.max(
      0,
      ...clauses
        .filter((clause) => KEPT_BACK.test(clause) === isKeptBack)
        .map((clause) => shareOf(gistOf(clause).stems, reply.stems)),
    );
  const limit = LIMITED.test(authority) ? Math.max(0, ...gistOf(authority).figures) : 0;
  const highest = Math.max(0, ...reply.figures);
  return [
    share(true),
    share(false),
    limit > 0 && highest > limit ? 1 : 0,
    limit > 0 && highest > 0 && highest <= limit ? 1 : 0,
    NOT_VERIFIED.test(authority) ? 1 : 0,
    MUST_REFUSE.test(authority) ? 1 : 0,
  ];
}

function excludedFacts(reply: Gist, asked: Gist | null, { excludedTopics }: ReplyContext): number[] {
  if (excludedTopics === undefined) return [0, 0];
  const touched = (stems: ReadonlySet<string> | undefined) =>
    stems && excludedTopics.some((topic) => shareOf(gistOf(topic).stems, stems) >= 0.5) ? 1 : 0;
  return [touched(reply.stems), touched(asked?.stems)];
}

function sourceFacts(reply: Gist, asked: Gist | null, { approvedSources }: ReplyContext): number[] {
  if (approvedSources === undefined) return [0, 0, 0, 0, 0];
  const source = gistOf(approvedSources.join('\n'));
  const own = [...reply.figures].filter((figure) => !asked?.figures.has(figure));
  const supported = own.filter((figure) => source.figures.has(figure)).length;
  const said = new Set([...reply.stems].filter((stem) => !asked?.stems.has(stem)));
  return [
    supported > 0 ? 1 : 0,
    supported < own.length ? 1 : 0,
    shareOf(source.stems, reply.stems),
    source.figures.size === 0
      ? 0
      : [...source.figures].filter((each) => !reply.figures.has(each)).length / source.figures.size,
    said.size === 0 ? 0 : 1 - shareOf(said, source.stems),
  ];
}

function positionFacts(reply: Gist, { positions }: ReplyContext): number[] {
  if (positions === undefined) return [0, 0, 0];
  const nearest = positions
    .map((position) => ({ gist: gistOf(position), share: shareOf(gistOf(position).stems, reply.stems) }))
    .reduce((best, each) => (each.share > best.share ? each : best));
  const touched = nearest.share > 0;
  return [touched ? 1 : 0, nearest.share, touched && nearest.gist.negated !== reply.negated ? 1 : 0];
}

/** The names in "AI clone of Maria Lind, CEO of Northbank": words with a capital that are no title. */
function principalStems(clone: string): string[] {
  const { words } = gistOf(clone);
  const isHan = (form: string) => form.charCodeAt(0) >= FIRST_HAN;
  if (words.words.some(({ form }) => isHan(form)))
    return [...gistOf(clone).stems].filter((stem) => !/分身|克隆/.test(stem));
  return words.words
    .filter(({ form, capital }) => capital && form.length >= SHORTEST && !TITLES.has(form))
    .map(({ form }) => form.slice(0, STEM_LENGTH));
}
const TITLES = new Set(
  'ceo coo cfo vd chief executive officer director managing president chair chairman founder head clone klon klone vorstand'.split(
    ' ',
  ),
);

function shareOf(part: ReadonlySet<string>, whole: ReadonlySet<string>): number {
  if (part.size === 0) return 0;
  let found = 0;
  for (const stem of part) if (whole.has(stem)) found += 1;
  return found / part.size;
}
