import { Field, ObjectType } from '@nestjs/graphql';
import type { Clone, CloneVersion } from '#clones';
import { toGlobalId } from '../relay/global-ids.js';
import { NodeType } from '../relay/node.type.js';

@ObjectType('CloneVersion', { implements: () => NodeType, description: 'One immutable build of a clone.' })
export class CloneVersionType extends NodeType {
  @Field(() => String, { description: 'The label that sources send.' })
  label!: string;

  @Field(() => String, { description: 'Who provides the model.' })
  provider!: string;

  @Field(() => String, { description: 'The model.' })
  model!: string;

  @Field(() => Date, { description: 'When it was registered.' })
  createdAt!: Date;

  static of({ id, label, provider, model, createdAt }: CloneVersion): CloneVersionType {
    return Object.assign(new CloneVersionType(), {
      id: toGlobalId('CloneVersion', id),
      label,
      provider,
      model,
      createdAt,
    });
  }
}

@ObjectType('Clone', {
  implements: () => NodeType,
  description: 'A persona that speaks in the likeness of a principal.',
})
export class CloneType extends NodeType {
  cloneId!: string;

  @Field(() => String, { description: 'The name that sources send with each conversation.' })
  handle!: string;

  @Field(() => String, { description: 'Name for people.' })
  name!: string;

  @Field(() => String, { description: 'The real person whose likeness it uses.' })
  principalName!: string;

  @Field(() => String, { description: "The principal's position." })
  principalTitle!: string;

  @Field(() => Date, { description: 'When it was registered.' })
  createdAt!: Date;

  static of({ id, handle, name, principalName, principalTitle, createdAt }: Clone): CloneType {
    const fields = { cloneId: id, handle, name, principalName, principalTitle, createdAt };
    return Object.assign(new CloneType(), { id: toGlobalId('Clone', id), ...fields });
  }
}
