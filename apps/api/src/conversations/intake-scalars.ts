import { CustomScalar, Scalar } from '@nestjs/graphql';
import { Kind, type ValueNode, valueFromASTUntyped } from 'graphql';

/**
 * Leaves of what is ingested. They take any value, so that a wrong one refuses its own conversation, with the path,
 * and not the whole request; the intake checks them.
 */
abstract class IntakeLeaf implements CustomScalar<unknown, unknown> {
  parseValue(value: unknown): unknown {
    return value;
  }

  serialize(value: unknown): unknown {
    return value;
  }

  parseLiteral(node: ValueNode): unknown {
    return node.kind === Kind.NULL ? null : valueFromASTUntyped(node);
  }
}

const REFUSED_ALONE = 'Anything else refuses this conversation alone, naming the field.';

@Scalar('IntakeText')
export class IntakeText extends IntakeLeaf {
  readonly description = `A string. ${REFUSED_ALONE}`;
}

@Scalar('IntakeNumber')
export class IntakeNumber extends IntakeLeaf {
  readonly description = `A number. ${REFUSED_ALONE}`;
}

@Scalar('IntakeFlag')
export class IntakeFlag extends IntakeLeaf {
  readonly description = `A boolean. ${REFUSED_ALONE}`;
}

@Scalar('IntakeInstant')
export class IntakeInstant extends IntakeLeaf {
  readonly description = `An ISO 8601 instant with an offset, as a string. ${REFUSED_ALONE}`;
}
