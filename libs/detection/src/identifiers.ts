import type { PersonalKind } from './personal/kinds.js';
import { identifiersIn } from './personal/personal-data.js';
import type { Span } from './signals.js';

/** What names somebody, and the conversation's own id at its source. */
export type IdentifierKind = PersonalKind | 'EXTERNAL_ID';

export interface Identifier extends Span {
  kind: IdentifierKind;
  value: string;
}

/** Fewer characters would be found inside ordinary words. */
const LEAST_EXTERNAL_ID = 4;

/** The identifiers in a text, in order, none over another. `externalId` is the conversation's own id at its source. */
export function findIdentifiers(text: string, externalId: string): Identifier[] {
  const own = externalIds(text, externalId);
  const others = identifiersIn(text).filter(({ kind }) => kind !== 'URL');
  if (own.length === 0) return others;
  const free = others.filter((one) => !own.some((id) => one.start < id.end && id.start < one.end));
  return [...own, ...free].sort((a, b) => a.start - b.start);
}

function externalIds(text: string, externalId: string): Identifier[] {
  if (externalId.length < LEAST_EXTERNAL_ID) return [];
  const quoted = externalId.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const alone = new RegExp(`(?<![\\p{Script=Latin}\\p{N}])${quoted}(?![\\p{Script=Latin}\\p{N}])`, 'giu');
  return [...text.matchAll(alone)].map((match) => ({
    kind: 'EXTERNAL_ID',
    value: '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}
