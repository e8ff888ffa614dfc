import { type Actor, mayAccess } from '#accounts';
import type { Transaction } from '#database';
import { Pseudonyms, type Span } from '#detection';

/** What an actor who may not see words as they were said is shown instead: of one conversation. */
export class HiddenConversation {
  private readonly said = new Map<number, string>();

  constructor(private readonly pseudonyms: Pseudonyms) {}

  get externalId(): string {
    return this.pseudonyms.externalIdPlaceholder;
  }

  /** Turns are learned in their order, so that every answer about the conversation numbers alike. */
  learn({ turnIndex, said, generated }: TurnWords): void {
    this.said.set(turnIndex, said);
    this.pseudonyms.learn(said);
    if (generated !== null) this.pseudonyms.learn(generated);
  }

  text<Text extends string | null>(text: Text): Text {
    return (text === null ? null : this.pseudonyms.hide(text)) as Text; // null stays null, a text a text
  }

  /** Where these spans of what was said lie in what is shown. */
  spans(turnIndex: number, spans: readonly Span[]): Span[] {
    const said = this.said.get(turnIndex);
    return said === undefined ? [...spans] : this.pseudonyms.move(said, spans);
  }
}

interface TurnWords {
  turnIndex: number;
  said: string;
  generated: string | null;
}

type Row = { conversationId: string; externalId: string } & (TurnWords | { turnIndex: null });

/** Without one of these, a turn names nobody that `Pseudonyms` could find. */
const CHARACTERS = '[@＠0-9０-９]';

/**
 * How these conversations are shown to the actor; undefined when the words may be seen as they were said, which costs no
 * statement. Reads every turn that may name somebody, since the first one decides about the numbers.
 */
export async function findHidden(
  tx: Transaction,
  actor: Actor,
  conversationIds: readonly string[],
): Promise<ReadonlyMap<string, HiddenConversation> | undefined> {
  if (mayAccess(actor, 'transcript.read')) return undefined;
  const rows = await tx.query<Row>(
    `SELECT c.id AS "conversationId", c.external_id AS "externalId", t.turn_index AS "turnIndex", t.said, t.generated
     FROM conversation c LEFT JOIN turn t ON t.organisation_id = c.organisation_id AND t.conversation_id = c.id
       AND (t.said ~ $2 OR t.generated ~ $2 OR strpos(lower(t.said), lower(c.external_id)) > 0
         OR strpos(lower(t.generated), lower(c.external_id)) > 0)
     WHERE c.id = ANY($1::uuid[]) ORDER BY c.id, t.turn_index`,
    [conversationIds, CHARACTERS],
  );
  const hidden = new Map<string, HiddenConversation>();
  for (const row of rows) {
    const known = hidden.get(row.conversationId) ?? new HiddenConversation(new Pseudonyms(row.externalId));
    hidden.set(row.conversationId, known);
    if (row.turnIndex !== null) known.learn(row);
  }
  return hidden;
}
