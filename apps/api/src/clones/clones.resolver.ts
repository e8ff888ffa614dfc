import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ClonesService } from '#clones';
import { Context, type RequestContext } from '../relay/context.js';
import { fromGlobalId } from '../relay/global-ids.js';
import { CloneType, CloneVersionType } from './clone.type.js';

@Resolver(() => CloneType)
export class ClonesResolver {
  constructor(private readonly clones: ClonesService) {}

  @Query(() => [CloneType], { name: 'clones', description: 'All clones of the organisation, by handle.' })
  async list(@Context() { actor }: RequestContext): Promise<CloneType[]> {
    return (await this.clones.list(actor)).map((clone) => CloneType.of(clone));
  }

  @Query(() => CloneType, { nullable: true, name: 'clone', description: 'One clone, or null.' })
  async one(
    @Context() { actor }: RequestContext,
    @Args('id', { type: () => ID, description: "The clone's id." }) id: string,
  ): Promise<CloneType | null> {
    const [clone] = await this.clones.byIds(actor, [fromGlobalId('Clone', id, 'id')]);
    return clone === undefined ? null : CloneType.of(clone);
  }

  @ResolveField(() => [CloneVersionType], { description: 'Its versions, newest first.' })
  async versions(@Parent() clone: CloneType, @Context() context: RequestContext): Promise<CloneVersionType[]> {
    const versions = await context.rows(
      'versions',
      clone.cloneId,
      (ids) => this.clones.versionsOf(context.actor, ids),
      (version) => version.cloneId,
    );
    return versions.map((version) => CloneVersionType.of(version));
  }
}
