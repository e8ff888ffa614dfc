import { randomBytes } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { AccountabilityService } from '#accountability';
import { OrganisationsService, Person } from '#accounts';
import { ClonesService } from '#clones';
import { intakeLimits } from '#conversations';
import { Database } from '#database';
import { ExpectedStop } from '#platform';
import { run } from '../run.js';
import { openSession } from '../session.js';
import { assignments } from './assignments.js';
import { email, notEmpty } from './arguments.js';
import { cloneIdOf, clonesIn, WHOSE, within } from './within.js';

const OWNER_PASSWORD_BYTES = 12;

/** The few commands that an installation needs before the console takes over. */
export function administration(): Command[] {
  return [organisationCommand(), cloneCommand(), ...assignments()];
}

function organisationCommand(): Command {
  const command = new Command('organisation').description('organisations of this installation');
  command
    .command('add')
    .description('add an organisation and its owner')
    .argument('<slug>', 'short name: a-z, 0-9 and hyphens', slug)
    .requiredOption('--name <name>', 'name for people', notEmpty)
    .requiredOption('--owner <email>', 'who signs in as owner', email)
    .option('--time-zone <zone>', 'IANA name, such as Europe/Stockholm', timeZone, 'UTC')
    .action((given: string, options: { name: string; owner: string; timeZone: string }) =>
      run(async (lifetime) => {
        const { app } = await openSession(lifetime);
        const organisations = app.get(OrganisationsService, { strict: false });
        if (await organisations.findBySlug(given)) throw new ExpectedStop(`The organisation ${given} exists already.`);
        const database = app.get(Database, { strict: false });
        const taken = await database.system((tx) =>
          tx.entities.existsBy(Person, { email: options.owner.toLowerCase() }),
        );
        if (taken) throw new ExpectedStop(`Somebody signs in as ${options.owner} already.`);
        const { id } = await organisations.create({ slug: given, name: options.name, timeZone: options.timeZone });
        const password = randomBytes(OWNER_PASSWORD_BYTES).toString('base64url');
        await organisations.addPerson(id, { email: options.owner, name: options.owner, role: 'OWNER', password });
        await deploy(app.get(AccountabilityService, { strict: false }), id, options.name);
        console.log(
          `Added ${options.name}.\nSign in as ${options.owner} with the password ${password} (shown only now).`,
        );
        return 0;
      }),
    );
  command
    .command('list', { isDefault: true })
    .description('all organisations, by slug')
    .action(() =>
      run(async (lifetime) => {
        const { app } = await openSession(lifetime);
        const all = await app.get(OrganisationsService, { strict: false }).list();
        if (all.length === 0) console.log('No organisations.');
        for (const one of all) console.log(`${one.slug}  ${one.name}  ${one.timeZone}`);
        return 0;
      }),
    );
  return command;
}

/** The company that lets its clones talk is whom a gap falls back to, for whatever time conversations come from. */
async function deploy(accountability: AccountabilityService, organisationId: string, name: string): Promise<void> {
  const { id: partyId } = await accountability.addParty(organisationId, { kind: 'ENTITY', name, title: null });
  const since = intakeLimits.EARLIEST_MOMENT;
  const everywhere = { cloneId: null, channel: null, validFrom: since, validTo: null };
  await accountability.assign(organisationId, {
    ...everywhere,
    role: 'DEPLOYER_ENTITY',
    partyId,
    recordedAt: since,
    basis: 'deploys the clones',
  });
}

function cloneCommand(): Command {
  const command = new Command('clone').description('clones that conversations may name');
  command
    .command('list', { isDefault: true })
    .description('all clones, by handle')
    .option(...WHOSE)
    .action((options: { organisation?: string }) =>
      within(options, async ({ app }, organisationId) => {
        const clones = await clonesIn(app, organisationId);
        if (clones.length === 0) console.log('No clones.');
        for (const { handle, principalName, principalTitle } of clones)
          console.log(`${handle}  ${principalName}, ${principalTitle}`);
      }),
    );
  command
    .command('add')
    .description('register a clone')
    .argument('<handle>', 'the name that sources send: a-z, 0-9 and hyphens', slug)
    .requiredOption('--principal <name>', 'whose likeness it uses', notEmpty)
    .option('--title <title>', "the principal's position", notEmpty, 'executive')
    .option('--clone-version <label>', 'register this version of it as well', notEmpty)
    .option('--model <model>', 'the model of that version', notEmpty, 'unknown')
    .option(...WHOSE)
    .action(
      (
        handle: string,
        options: { organisation?: string; principal: string; title: string; cloneVersion?: string; model: string },
      ) =>
        within(options, async ({ app }, organisationId) => {
          const clones = app.get(ClonesService, { strict: false });
          const { principal: principalName, title: principalTitle, cloneVersion: label, model } = options;
          const clone = await clones.add(organisationId, {
            handle,
            name: `${principalName} (clone)`,
            principalName,
            principalTitle,
          });
          if (label !== undefined)
            await clones.addVersion(organisationId, { cloneId: clone.id, label, provider: 'unknown', model });
          console.log(`Registered ${handle}.`);
        }),
    );
  command
    .command('version')
    .description('register a version of a clone that is there already')
    .argument('<handle>', 'the name that sources send')
    .argument('<label>', 'the label that sources send as cloneVersion', notEmpty)
    .option('--provider <provider>', 'whose model it is', notEmpty, 'unknown')
    .option('--model <model>', 'the model of that version', notEmpty, 'unknown')
    .option(...WHOSE)
    .action((handle: string, label: string, options: { organisation?: string; provider: string; model: string }) =>
      within(options, async ({ app }, organisationId) => {
        const cloneId = await cloneIdOf(app, organisationId, handle);
        const { provider, model } = options;
        await app.get(ClonesService, { strict: false }).addVersion(organisationId, { cloneId, label, provider, model });
        console.log(`Registered the version ${label} of ${handle}.`);
      }),
    );
  return command;
}

function slug(given: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(given)) return given;
  throw new InvalidArgumentError('Use a-z, 0-9 and hyphens, at most 63 characters.');
}

function timeZone(given: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: given }).resolvedOptions().timeZone;
  } catch {
    throw new InvalidArgumentError('This is no IANA time zone.');
  }
}
