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

@ObjectType('Viewer', { description: 'Who is asking.' })
export class ViewerType {
  @Field(() => ViewerKind, { description: 'A person or a key.' })
  kind!: ViewerKind;

  @Field(() => String, { description: 'Name of the person or key.' })
  name!: string;

  @Field(() => [String], { description: 'What they may do, as in the table of permissions.' })
  permissions!: string[];

  @Field(() => OrganisationType, { description: 'Their organisation.' })
  organisation!: OrganisationType;
}
