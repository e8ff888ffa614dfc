import { Command, InvalidArgumentError } from 'commander';
import { KeysService, accountLimits, type Scope, SCOPES, USUAL_SCOPES } from '#accounts';
import { ExpectedStop, systemClock } from '#platform';
import type { Session } from '../session.js';
import { notEmpty } from './arguments.js';
import { cloneIdOf, clonesIn, WHOSE, within } from './within.js';

const SECONDS_PER_HOUR = 3600;

/** Keys on the command line: all that GraphQL can do with them. */
export function keyCommand(): Command {
  const command = new Command('key').description('service keys');
  command
    .command('add')
    .description('make a key')
    .argument('<name>', 'what it is for', notEmpty)
    .option('--scopes <list>', `of ${SCOPES.join(', ')}`, scopes, [...USUAL_SCOPES])
    .option('--clones <handles>', 'restrict it to these clones, separated by commas', handles)
    .option('--expires <instant>', 'when it ends by itself, such as 2027-01-01T00:00:00Z', instant)
    .option(...WHOSE)
    .action((name: string, options: { organisation?: string; scopes: Scope[]; clones?: string[]; expires?: Date }) =>
      within(options, async ({ app }, organisationId) => {
        const cloneIds =
          options.clones && (await Promise.all(options.clones.map((one) => cloneIdOf(app, organisationId, one))));
        const request = { name, scopes: options.scopes, cloneIds, expiresAt: options.expires };
        tell((await app.get(KeysService, { strict: false }).create(organisationId, request)).secret);
      }),
    );
  command
    .command('list', { isDefault: true })
    .description('all keys, by their visible prefix')
    .option(...WHOSE)
    .action((options: { organisation?: string }) => within(options, list));
  command
    .command('rotate')
    .description('give a key a new secret; the earlier one works a while longer')
    .argument('<key>', 'its beginning as listed, or the whole key')
    .option('--overlap <hours>', 'how much longer, in hours', overlap, accountLimits.ROTATION_OVERLAP_SECONDS)
    .option(...WHOSE)
    .action((prefix: string, options: { organisation?: string; overlap: number }) =>
      within(options, async ({ app }, organisationId) => {
        const keys = app.get(KeysService, { strict: false });
        const id = await keys.idOf(organisationId, withoutDots(prefix));
        const secret = await keys.rotate(organisationId, id, options.overlap);
        if (secret === undefined) throw new ExpectedStop('This key was revoked or has expired. Add another one.');
        tell(secret);
        console.log(`Earlier secrets work for ${options.overlap / SECONDS_PER_HOUR} more hours.`);
      }),
    );
  command
    .command('revoke')
    .description('end a key at once')
    .argument('<key>', 'its beginning as listed, or the whole key')
    .option(...WHOSE)
    .action((prefix: string, options: { organisation?: string }) =>
      within(options, async ({ app }, organisationId) => {
        await app.get(KeysService, { strict: false }).revoke(organisationId, withoutDots(prefix));
        console.log('Revoked. The next request with it is refused.');
      }),
    );
  return command;
}

function tell(secret: string): void {
  console.log(`${secret}\nShown only now. Send it as "Authorization: Bearer …".`);
}

async function list({ app }: Session, organisationId: string): Promise<void> {
  const keys = await app.get(KeysService, { strict: false }).list(organisationId);
  if (keys.length === 0) console.log('No keys.');
  const clones = await clonesIn(app, organisationId);
  const handleOf = new Map(clones.map(({ id, handle }) => [id, handle]));
  for (const key of keys) {
    const over = key.expiresAt !== null && key.expiresAt <= systemClock.now();
    const state = key.revokedAt !== null ? 'revoked' : over ? 'expired' : 'active ';
    const more = [
      ...(key.cloneIds ? [`only ${key.cloneIds.map((id) => handleOf.get(id) ?? id).join(',')}`] : []),
      ...(key.expiresAt ? [`until ${key.expiresAt.toISOString()}`] : []),
      ...(key.lastUsedAt ? [`used ${key.lastUsedAt.toISOString()}`] : []),
    ];
    console.log([`${key.prefix}…`, state, key.scopes.join(','), key.name, ...more].join('  '));
  }
}

function withoutDots(prefix: string): string {
  return prefix.replace(/…$/, '');
}

function scopes(given: string): Scope[] {
  const wanted = handles(given);
  const unknown = wanted.filter((scope) => !SCOPES.some((known) => known === scope));
  if (unknown.length > 0) throw new InvalidArgumentError(`Scopes are ${SCOPES.join(', ')}.`);
  return SCOPES.filter((scope) => wanted.includes(scope));
}

function handles(given: string): string[] {
  return given.split(',').map((one) => one.trim());
}

function instant(given: string): Date {
  const read = new Date(given);
  if (Number.isNaN(read.getTime()) || !/^\d{4}-\d\d-\d\d/.test(given))
    throw new InvalidArgumentError('Use an ISO 8601 instant, such as 2027-01-01T00:00:00Z.');
  if (read <= systemClock.now()) throw new InvalidArgumentError('This is over already.');
  return read;
}

function overlap(given: string): number {
  const seconds = Number(given) * SECONDS_PER_HOUR;
  const most = accountLimits.MAX_ROTATION_OVERLAP_SECONDS;
  if (given.trim() !== '' && seconds >= 0 && seconds <= most) return seconds;
  throw new InvalidArgumentError(`Hours are from 0 to ${most / SECONDS_PER_HOUR}.`);
}
