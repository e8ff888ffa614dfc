import { Field, ID, InterfaceType } from '@nestjs/graphql';

@InterfaceType('Node', {
  description: 'Anything with an id of its own.',
  resolveType: (value: object) => value.constructor,
})
export abstract class NodeType {
  @Field(() => ID, { description: 'Unique over all types; opaque.' })
  id!: string;
}
