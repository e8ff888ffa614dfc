import { CustomScalar, Scalar } from '@nestjs/graphql';
import { GraphQLError, Kind, type ValueNode } from 'graphql';

const INSTANT = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?$/;
/** PostgreSQL has no year 0, and longer years are not ISO 8601 without agreement. */
const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00Z');
const LAST_INSTANT = Date.parse('9999-12-31T23:59:59.999Z');

/** The instant that a text names, or undefined when it names none that can be stored. */
export function readInstant(given: unknown): Date | undefined {
  if (typeof given !== 'string' || !INSTANT.test(given)) return undefined;
  const instant = new Date(given);
  return instant.getTime() >= FIRST_INSTANT && instant.getTime() <= LAST_INSTANT ? instant : undefined;
}

/** Stands in for the library's own type of this name, which lets any value through. */
@Scalar('DateTime', () => Date)
export class InstantScalar implements CustomScalar<string, Date> {
  readonly description =
    'A date-time string at UTC, such as 2019-12-03T09:54:33Z, compliant with the date-time format.';

  parseValue(given: unknown): Date {
    const instant = readInstant(given);
    if (instant === undefined)
      throw new GraphQLError('A DateTime must be an ISO 8601 instant, such as 2026-06-01T10:00:00Z.');
    return instant;
  }

  serialize(value: unknown): string {
    return (value as Date).toISOString(); // fields of this type are read from timestamptz columns
  }

  parseLiteral(node: ValueNode): Date {
    return this.parseValue(node.kind === Kind.STRING ? node.value : undefined);
  }
}
