import { findIdentifiers, type Identifier } from './identifiers.js';
import type { Span } from './signals.js';

interface Replacement extends Span {
  placeholder: string;
}

/**
 * What stands for the identifiers of one conversation: `[EMAIL 1]`, `[PHONE 2]`. Numbers are given in the order in which
 * texts are learned, so that the same texts learned in the same order give the same placeholders.
 */
export class Pseudonyms {
  private readonly placeholders = new Map<string, string>();
  private readonly counts = new Map<string, number>();

  constructor(private readonly externalId: string) {}

  /** Stands for the conversation's id at its source. */
  get externalIdPlaceholder(): string {
    return '[EXTERNAL ID 1]';
  }

  learn(text: string): void {
    for (const identifier of findIdentifiers(text, this.externalId)) this.placeholderOf(identifier);
  }

  /** The text with every identifier replaced. */
  hide(text: string): string {
    let shown = '';
    let at = 0;
    for (const { start, end, placeholder } of this.replacementsIn(text)) {
      shown += text.slice(at, start) + placeholder;
      at = end;
    }
    return shown + text.slice(at);
  }

  /** Where spans of the text lie in the hidden text; one that touches a placeholder takes all of it. */
  move(text: string, spans: readonly Span[]): Span[] {
    const replacements = this.replacementsIn(text);
    return spans.map((span) => ({
      ...span,
      start: moved(span.start, replacements, 'start'),
      end: moved(span.end, replacements, 'end'),
    }));
  }

  private replacementsIn(text: string): Replacement[] {
    return findIdentifiers(text, this.externalId).map((identifier) => ({
      start: identifier.start,
      end: identifier.end,
      placeholder: this.placeholderOf(identifier),
    }));
  }

  private placeholderOf({ kind, value }: Identifier): string {
    const key = `${kind} ${value}`;
    let placeholder = this.placeholders.get(key);
    if (placeholder === undefined) {
      const number = (this.counts.get(kind) ?? 0) + 1;
      this.counts.set(kind, number);
      placeholder = `[${kind.replace('_', ' ')} ${number}]`;
      this.placeholders.set(key, placeholder);
    }
    return placeholder;
  }
}

function moved(offset: number, replacements: readonly Replacement[], edge: 'start' | 'end'): number {
  let shift = 0;
  for (const { start, end, placeholder } of replacements) {
    if (offset >= end) shift += placeholder.length - (end - start);
    else if (offset > start) return start + shift + (edge === 'start' ? 0 : placeholder.length);
  }
  return offset + shift;
}
