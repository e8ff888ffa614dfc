import { Field, ObjectType, registerEnumType } from '@nestjs/graphql';
import { OrganisationType } from './organisation.type.js';

export enum ViewerKind {
  PERSON = 'PERSON',
  KEY = 'KEY',
}
registerEnumType(ViewerKind, {
  name: 'ViewerKind',
  description: 'Whether a person or a service key asks.',
  valuesMap: { PERSON: { description: 'A person who signed in.' }, KEY: { description: 'A service key.' } },
});

@ObjectType('PermissionAnswer', { description: 'Whether the asker has a permission.' })
export class PermissionAnswerType {
  @Field(() => String, { description: 'The permission, as in the table of permissions.' })
  permission!: string;

  @Field(() => Boolean, { description: 'Whether they have it.' })
  held!: boolean;

  @Field(() => String, { nullable: true, description: 'Why not, in words; null when they have it.' })
  reason!: string | null;
}

@ObjectType('Viewer', { description: 'Who is asking.' })
export class ViewerType {
  @Field(() => ViewerKind, { description: 'A person or a key.' })
  kind!: ViewerKind;

  @Field(() => String, { description: 'Name of the person or key.' })
  name!: string;

  @Field(() => [String], { description: 'What they may do, as in the table of permissions.' })
  permissions!: string[];

  @Field(() => [PermissionAnswerType], { description: 'Every permission there is, and whether they have it.' })
  everyPermission!: PermissionAnswerType[];

  @Field(() => OrganisationType, { description: 'Their organisation.' })
  organisation!: OrganisationType;
}
