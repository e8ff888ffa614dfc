import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, GuardedKeysService, type ListedKey, requireAccess, type Scope } from '#accounts';
import { ClonesService } from '#clones';
import { CloneType } from '../clones/clone.type.js';
import { PageArguments, pageSize, readIdCursor, toConnection } from '../relay/connection.js';
import { Context, type RequestContext } from '../relay/context.js';
import { fromGlobalId } from '../relay/global-ids.js';
import { CreateServiceKeyInput, RevokeServiceKeyInput, RotateServiceKeyInput } from './service-key.input.js';
import {
  CloneUnknownType,
  CreateServiceKeyResultType,
  RevokeServiceKeyResultType,
  RotateServiceKeyResultType,
  ScopeNotHeldType,
  ServiceKeyConnectionType,
  ServiceKeyEndedType,
  ServiceKeyIssuedType,
  ServiceKeyRevokedType,
  ServiceKeyType,
} from './service-key.type.js';

@Resolver(() => ServiceKeyType)
export class ServiceKeysResolver {
  constructor(
    private readonly keys: GuardedKeysService,
    private readonly clonesService: ClonesService,
  ) {}

  @Query(() => ServiceKeyConnectionType, { name: 'serviceKeys', description: 'Service keys, the newest first.' })
  async list(
    @Context() { actor }: RequestContext,
    @Args() page: PageArguments,
  ): Promise<InstanceType<typeof ServiceKeyConnectionType>> {
    const first = pageSize(page.first);
    const keys = await this.keys.list(actor, first + 1, readIdCursor(page.after));
    return toConnection(keys, first, { node: (key) => ServiceKeyType.of(key), place: ({ id }) => [id] });
  }

  @Mutation(() => CreateServiceKeyResultType, { name: 'createServiceKey', description: 'Makes a key.' })
  async create(
    @Context() { actor }: RequestContext,
    @Args('input', { description: 'The key.' }) given: CreateServiceKeyInput,
  ): Promise<typeof CreateServiceKeyResultType> {
    requireAccess(actor, 'key.manage');
    const cloneIds = given.cloneIds?.map((id) => fromGlobalId('Clone', id, 'input.cloneIds')) ?? null;
    const unknown = await this.unknownAmong(actor, cloneIds ?? []);
    if (unknown.length > 0) {
      const message = 'A key cannot be restricted to clones that are not there.';
      const wrong = given.cloneIds!.filter((_, at) => unknown.includes(cloneIds![at]!)); // both are lists here, of one length
      return Object.assign(new CloneUnknownType(), { code: 'CLONE_UNKNOWN', message, cloneIds: wrong });
    }
    const created = await this.keys.create(actor, { ...given, cloneIds });
    return created.outcome === 'ISSUED' ? issued(created) : scopeNotHeld(created);
  }

  @Mutation(() => RotateServiceKeyResultType, {
    name: 'rotateServiceKey',
    description: 'Gives a key a new secret; the earlier ones work a while longer.',
  })
  async rotate(
    @Context() { actor }: RequestContext,
    @Args('input', { description: 'The key.' }) { id, overlapSeconds }: RotateServiceKeyInput,
  ): Promise<typeof RotateServiceKeyResultType> {
    const keyId = fromGlobalId('ServiceKey', id, 'input.id');
    const rotated = await this.keys.rotate(actor, keyId, overlapSeconds ?? null);
    if (rotated.outcome === 'ENDED') return ended();
    return rotated.outcome === 'ISSUED' ? issued(rotated) : scopeNotHeld(rotated);
  }

  @Mutation(() => RevokeServiceKeyResultType, {
    name: 'revokeServiceKey',
    description: 'Ends a key; the next request with it is refused.',
  })
  async revoke(
    @Context() { actor }: RequestContext,
    @Args('input', { description: 'The key.' }) { id }: RevokeServiceKeyInput,
  ): Promise<typeof RevokeServiceKeyResultType> {
    const revoked = await this.keys.revoke(actor, fromGlobalId('ServiceKey', id, 'input.id'));
    if (revoked.outcome === 'ENDED') return ended();
    return Object.assign(new ServiceKeyRevokedType(), { serviceKey: ServiceKeyType.of(revoked.key) });
  }

  @ResolveField(() => [CloneType], { nullable: true, description: 'The clones that it is restricted to; null: all.' })
  async clones(
    @Parent() { cloneIds }: ServiceKeyType,
    @Context() context: RequestContext,
  ): Promise<CloneType[] | null> {
    if (cloneIds === null) return null;
    const load = (ids: readonly string[]) => this.clonesService.byIds(context.actor, ids);
    const clones = await Promise.all(cloneIds.map((id) => context.row('clone', id, load, (row) => row.id)));
    return clones.flatMap((clone) => (clone === null ? [] : [CloneType.of(clone)]));
  }

  private async unknownAmong(actor: Actor, cloneIds: readonly string[]): Promise<string[]> {
    if (cloneIds.length === 0) return [];
    const known = new Set((await this.clonesService.byIds(actor, cloneIds)).map(({ id }) => id));
    return cloneIds.filter((id) => !known.has(id));
  }
}

function issued({ key, secret }: { key: ListedKey; secret: string }): ServiceKeyIssuedType {
  return Object.assign(new ServiceKeyIssuedType(), { serviceKey: ServiceKeyType.of(key), secret });
}

function scopeNotHeld({ scopes }: { scopes: Scope[] }): ScopeNotHeldType {
  const message = 'Nobody gives to a key what they may not do themselves.';
  return Object.assign(new ScopeNotHeldType(), { code: 'SCOPE_NOT_HELD', message, scopes });
}

function ended(): ServiceKeyEndedType {
  const message = 'This key was revoked or has expired before.';
  return Object.assign(new ServiceKeyEndedType(), { code: 'SERVICE_KEY_ENDED', message });
}
