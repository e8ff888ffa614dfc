import { type ASTNode, GraphQLError, Kind, print } from 'graphql';

const LITERALS = new Set<string>([Kind.STRING, Kind.INT, Kind.FLOAT, Kind.BOOLEAN, Kind.ENUM, Kind.LIST, Kind.OBJECT]);
/** What a parser says as far as it comes from the parser: what it expected, and the kind of what it found. */
const TOKEN =
  /^Syntax Error: (?:Expected (?:[A-Z]\w*|"[^"]{1,12}"|<EOF>), found|Unexpected) (?:<EOF>|[A-Z][A-Za-z]*|"[^"\w\s]{1,3}")/;
const EXPECTED_TYPE = [/^Expected value of type "([\w![\]]+)"/, /^(?:Enum )?"?([A-Z]\w*)"? cannot represent/, /^Value "\w*" does not exist in "(\w+)" enum/]; // prettier-ignore

/**
 * The message without values of the request. GraphQL quotes what has the wrong shape, and what was said must not end up in
 * anybody's log; so the place stays, and what belongs there.
 */
export function withoutValues({ nodes }: GraphQLError, message: string): string {
  if (message.startsWith('Syntax Error: '))
    return `${TOKEN.exec(message)?.[0] ?? 'Syntax Error: Unexpected characters'}.`;
  const [node] = nodes ?? [];
  if (node?.kind === Kind.VARIABLE_DEFINITION && message.includes(' got invalid value ')) {
    // A quotation mark within a value is escaped, so this can only be the server's.
    const place = / at "[\w$.[\]]+"(?=; )/.exec(message)?.[0] ?? '';
    return `Variable "$${node.variable.name.value}" is not valid${place}; it is of type "${print(node.type)}".`;
  }
  if (!nodes?.some(isLiteral)) return message;
  const type = EXPECTED_TYPE.map((pattern) => pattern.exec(message)?.[1]).find((name) => name !== undefined);
  return type === undefined ? 'This value is not valid.' : `This value is not valid; it must be of type "${type}".`;
}

function isLiteral({ kind }: ASTNode): boolean {
  return LITERALS.has(kind);
}
