import { Field, ObjectType } from '@nestjs/graphql';
import type { Organisation } from '#accounts';
import { toGlobalId } from '../relay/global-ids.js';
import { NodeType } from '../relay/node.type.js';

@ObjectType('Organisation', { implements: () => NodeType, description: 'The tenant that everything belongs to.' })
export class OrganisationType extends NodeType {
  @Field(() => String, { description: 'Short name in addresses and commands.' })
  slug!: string;

  @Field(() => String, { description: 'Name for people.' })
  name!: string;

  @Field(() => String, { description: 'IANA time zone that days are counted in unless a query says otherwise.' })
  timeZone!: string;

  static of({ id, slug, name, timeZone }: Organisation): OrganisationType {
    return Object.assign(new OrganisationType(), { id: toGlobalId('Organisation', id), slug, name, timeZone });
  }
}
