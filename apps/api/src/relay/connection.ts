import type { Type } from '@nestjs/common';
import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';
import { isId, Refused } from '#platform';
import { readInstant } from './instant-scalar.js';

/** Entries of one page at most. */
export const MAX_PAGE = 100;
/** Entries of a page when none are asked for. */
export const DEFAULT_PAGE = 50;

@ObjectType('PageInfo', { description: 'Where a page ends, and whether more follow.' })
export class PageInfoType {
  @Field(() => Boolean, { description: 'Whether there are entries after this page.' })
  hasNextPage!: boolean;

  @Field(() => String, { nullable: true, description: 'The cursor to give as `after` for the next page.' })
  endCursor!: string | null;
}

@ArgsType()
export class PageArguments {
  @Field(() => Int, {
    nullable: true,
    defaultValue: DEFAULT_PAGE,
    description: `Entries wanted, 1 to ${MAX_PAGE}.`,
  })
  first?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor: the page begins after it.' })
  after?: string | null;
}

export interface Connection<Node> {
  edges: { cursor: string; node: Node }[];
  pageInfo: PageInfoType;
}

/** The connection and edge types of a list, after the Relay cursor connections specification. */
export function connectionOf<Node>(node: Type<Node>, name: string): Type<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list.` })
  class Edge {
    @Field(() => String, { description: 'The place of this entry in the list.' })
    cursor!: string;

    @Field(() => node, { description: 'The entry.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name}s.` })
  class ConnectionType {
    @Field(() => [Edge], { description: 'The entries of this page, in order.' })
    edges!: Edge[];

    @Field(() => PageInfoType, { description: 'Where this page ends.' })
    pageInfo!: PageInfoType;
  }
  return ConnectionType;
}

/** @throws Refused `BAD_INPUT` when `first` is out of range. */
export function pageSize(wanted: number | null | undefined): number {
  const first = wanted ?? DEFAULT_PAGE;
  if (first >= 1 && first <= MAX_PAGE) return first;
  throw new Refused('BAD_INPUT', `first must be from 1 to ${MAX_PAGE}.`);
}

/** Makes the page from up to `first` + 1 rows: the one too many only tells that more follow. */
export function toConnection<Row, Node>(
  rows: readonly Row[],
  first: number,
  entry: { node: (row: Row) => Node; place: (row: Row) => readonly (string | number)[] },
): Connection<Node> {
  const edges = rows.slice(0, first).map((row) => ({ cursor: writeCursor(entry.place(row)), node: entry.node(row) }));
  return { edges, pageInfo: { hasNextPage: rows.length > first, endCursor: edges.at(-1)?.cursor ?? null } };
}

function writeCursor(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** @throws Refused `BAD_INPUT` when the cursor is not one that we made. */
function readCursor(cursor: string, parts: number): unknown[] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(place) && place.length === parts) return place;
  } catch {
    // falls through to the refusal
  }
  throw new Refused('BAD_INPUT', 'after is not a cursor of this list.');
}

/** PostgreSQL's largest integer. */
const MAX_NUMBER = 2 ** 31 - 1;
/** A place in a list that is ordered by a moment and then by id. */
export function readMomentCursor(cursor: string | null | undefined): { moment: Date; id: string } | null {
  if (cursor === null || cursor === undefined) return null;
  const [text, id] = readCursor(cursor, 2);
  const moment = readInstant(text);
  if (moment === undefined || typeof id !== 'string' || !isId(id)) {
    throw new Refused('BAD_INPUT', 'after is not a cursor of this list.');
  }
  return { moment, id };
}

export function readIdCursor(cursor: string | null | undefined): string | null {
  if (cursor === null || cursor === undefined) return null;
  const [id] = readCursor(cursor, 1);
  if (typeof id === 'string' && isId(id)) return id;
  throw new Refused('BAD_INPUT', 'after is not a cursor of this list.');
}

/** A place in a list that is ordered by a number. */
export function readNumberCursor(cursor: string | null | undefined, start: number): number {
  if (cursor === null || cursor === undefined) return start;
  const [number] = readCursor(cursor, 1);
  if (typeof number === 'number' && Number.isInteger(number) && number >= start && number <= MAX_NUMBER) return number;
  throw new Refused('BAD_INPUT', 'after is not a cursor of this list.');
}
