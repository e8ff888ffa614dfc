import { randomBytes } from 'node:crypto';
import { Command, InvalidArgumentError } from 'commander';
import { AccountabilityService, type Channel, CHANNELS } from '#accountability';
import { operatorOf, OrganisationsService, Person } from '#accounts';
import { ClonesService } from '#clones';
import { Database } from '#database';
import { ExpectedStop, systemClock } from '#platform';
import { run } from '../run.js';
import { chooseOrganisation, openSession, type Session } from '../session.js';

export const WHOSE = ['--organisation <slug>', 'whose, when there is more than one'] as const;
const OWNER_PASSWORD_BYTES = 12;

type Work<Options> = (session: Session, organisationId: string, options: Options) => Promise<void>;

/** The few commands that an installation needs before the console takes over. */
export function administration(): Command[] {
  return [organisationCommand(), cloneCommand(), assignCommand()];
}

function organisationCommand(): Command {
  const command = new Command('organisation').description('organisations of this installation');
  command
    .command('add')
    .description('add an organisation and its owner')
    .argument('<slug>', 'short name: a-z, 0-9 and hyphens', slug)
    .requiredOption('--name <name>', 'name for people')
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
        console.log(
          `Added ${options.name}.\nSign in as ${options.owner} with the password ${password} (shown only now).`,
        );
        return 0;
      }),
    );
  return command;
}

function cloneCommand(): Command {
  const command = new Command('clone').description('clones that conversations may name');
  command
    .command('add')
    .description('register a clone')
    .argument('<handle>', 'the name that sources send: a-z, 0-9 and hyphens', slug)
    .requiredOption('--principal <name>', 'whose likeness it uses')
    .option('--title <title>', "the principal's position", 'executive')
    .option('--clone-version <label>', 'register this version of it as well')
    .option('--model <model>', 'the model of that version', 'unknown')
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
  return command;
}

function assignCommand(): Command {
  return new Command('assign')
    .description('say who answers for what a clone says from now on')
    .argument('<name>', 'the person')
    .option('--title <title>', 'their position')
    .option('--clone <handle>', 'only for this clone')
    .option('--channel <channel>', `only on this channel: ${CHANNELS.join(', ')}`, channel)
    .option('--basis <text>', 'on what grounds', 'internal mandate')
    .option(...WHOSE)
    .action(
      (
        name: string,
        options: { organisation?: string; title?: string; clone?: string; channel?: Channel; basis: string },
      ) =>
        within(options, async ({ app }, organisationId) => {
          const accountability = app.get(AccountabilityService, { strict: false });
          const cloneId =
            options.clone === undefined ? null : await cloneIdOf({ app, organisationId, handle: options.clone });
          const party = await accountability.addParty(organisationId, {
            kind: 'PERSON',
            name,
            title: options.title ?? null,
          });
          await accountability.assign(organisationId, {
            role: 'ACCOUNTABLE',
            partyId: party.id,
            cloneId,
            channel: options.channel ?? null,
            validFrom: systemClock.now(),
            validTo: null,
            basis: options.basis,
          });
          console.log(`${name} answers from now on. Earlier replies stay as they were recorded.`);
        }),
    );
}

async function cloneIdOf({
  app,
  organisationId,
  handle,
}: Pick<Session, 'app'> & { organisationId: string; handle: string }): Promise<string> {
  const actor = operatorOf(organisationId);
  const clone = (await app.get(ClonesService, { strict: false }).list(actor)).find((one) => one.handle === handle);
  if (clone === undefined) throw new ExpectedStop(`There is no clone ${handle}.`);
  return clone.id;
}

export function within<Options extends { organisation?: string }>(
  options: Options,
  work: Work<Options>,
): Promise<never> {
  return run(async (lifetime) => {
    const session = await openSession(lifetime);
    const { id } = await chooseOrganisation(session.app, options.organisation);
    await work(session, id, options);
    return 0;
  });
}

function slug(given: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,62}$/.test(given)) return given;
  throw new InvalidArgumentError('Use a-z, 0-9 and hyphens, at most 63 characters.');
}

function email(given: string): string {
  if (/^[^\s@]+@[^\s@]+$/.test(given)) return given;
  throw new InvalidArgumentError('This is no e-mail address.');
}

function timeZone(given: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: given }).resolvedOptions().timeZone;
  } catch {
    throw new InvalidArgumentError('This is no IANA time zone.');
  }
}

function channel(given: string): Channel {
  const found = CHANNELS.find((one) => one === given.toUpperCase());
  if (found !== undefined) return found;
  throw new InvalidArgumentError(`Channels are ${CHANNELS.join(', ')}.`);
}
