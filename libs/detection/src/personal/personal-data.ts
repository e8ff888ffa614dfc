import { foldText } from './folded-text.js';
import { Kept } from './kept.js';
import type { PersonalData } from './kinds.js';
import { namesIn } from './names.js';
import { addressesIn, birthDatesIn } from './places-and-days.js';
import { structuredIn } from './structured.js';

/** Without one of these, a text holds nothing but names. */
const WORTH_READING = /[\d@\u0660-\u0669\u06f0-\u06f9０-９＠]|:\/\/|www\./i;

/**
 * The personal data with a form of its own in a text, in order, none over another; in UTF-16 offsets into the text as it
 * was given. Time grows with the length of the text only. Names are not looked for.
 */
export function identifiersIn(sent: string): PersonalData[] {
  if (!WORTH_READING.test(sent)) return [];
  const { text, toSent } = foldText(sent);
  const kept = new Kept(text.length);
  const structured = structuredIn(text);
  // A house number or a day may look like a phone number, but not like a card.
  kept.add(...birthDatesIn(text), ...structured.filter(isSure), ...addressesIn(text), ...structured);
  return kept.inOrder().map((one) => ({ ...one, ...toSent(one) }));
}

/** All personal data in a text: what has a form of its own, and names of people. */
export function personalData(sent: string): PersonalData[] {
  const kept = new Kept(sent.length);
  const { text, toSent } = foldText(sent);
  kept.add(...identifiersIn(sent));
  kept.add(...namesIn(text).map((one) => ({ ...one, ...toSent(one) })));
  return kept.inOrder();
}

function isSure({ kind }: PersonalData): boolean {
  return kind !== 'NUMBER' && kind !== 'PHONE';
}
