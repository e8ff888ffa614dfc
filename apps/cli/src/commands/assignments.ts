import { Command, InvalidArgumentError } from 'commander';
import { AssignmentsService, type Channel, CHANNELS } from '#accountability';
import { readMoment } from '#conversations';
import { asciiUpperCase, systemClock } from '#platform';
import { cloneIdOf, clonesIn, WHOSE, within } from './within.js';

interface Options {
  organisation?: string;
  title?: string;
  clone?: string;
  channel?: Channel;
  from?: Date;
  basis: string;
}

const HELP = `
For one scope (a clone or any, a channel or any) one person answers at a time: assigning another ends the earlier
assignment. The most specific scope wins, a clone before a channel. Replies keep what was recorded when they came in.`;

export function assignments(): Command[] {
  return [assignCommand(), listCommand()];
}

function assignCommand(): Command {
  return new Command('assign')
    .description('say who answers for what a clone says from now on')
    .argument('<name>', 'the person')
    .option('--title <title>', 'their position')
    .option('--clone <handle>', 'only for this clone')
    .option('--channel <channel>', `only on this channel: ${CHANNELS.join(', ')}`, channel)
    .option(
      '--from <moment>',
      'since when, to carry an older register over before its conversations are imported',
      moment,
    )
    .option('--basis <text>', 'on what grounds', 'internal mandate')
    .option(...WHOSE)
    .addHelpText('after', HELP)
    .action((name: string, options: Options) =>
      within(options, async ({ app }, organisationId) => {
        const { title = null, clone, channel: only = null, from = systemClock.now(), basis } = options;
        const cloneId = clone === undefined ? null : await cloneIdOf(app, organisationId, clone);
        const before = await app
          .get(AssignmentsService, { strict: false })
          .appoint(organisationId, { name, title, cloneId, channel: only, from, basis });
        if (before === null) return console.log(`${name} answers for that already. Nothing changed.`);
        const since = options.from === undefined ? 'now' : from.toISOString();
        const instead = before.length === 0 ? '' : `, in place of ${before.map((one) => one.name).join(' and ')}`;
        console.log(
          `${name} answers from ${since} on${instead}. Replies that are here already stay as they were recorded.`,
        );
      }),
    );
}

function listCommand(): Command {
  return new Command('assignments')
    .description('who answers for what, and since when')
    .option(...WHOSE)
    .action((options: { organisation?: string }) =>
      within(options, async ({ app }, organisationId) => {
        const all = await app.get(AssignmentsService, { strict: false }).list(organisationId);
        const clones = new Map((await clonesIn(app, organisationId)).map(({ id, handle }) => [id, handle]));
        if (all.length === 0) console.log('Nobody is assigned.');
        for (const { role, name, title, cloneId, channel: on, validFrom, validTo } of all) {
          const scope = `${cloneId === null ? 'any clone' : clones.get(cloneId)}, ${on ?? 'any channel'}`;
          const time = `${validFrom.toISOString()} to ${validTo?.toISOString() ?? 'now'}`;
          const who = title === null ? name : `${name}, ${title}`;
          console.log(`${scope}  ${time}  ${who}${role === 'DEPLOYER_ENTITY' ? '  (deployer)' : ''}`);
        }
      }),
    );
}

function channel(given: string): Channel {
  const found = CHANNELS.find((one) => one === asciiUpperCase(given));
  if (found !== undefined) return found;
  throw new InvalidArgumentError(`Channels are ${CHANNELS.join(', ')}.`);
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/;

function moment(given: string): Date {
  const text = DAY.test(given) ? `${given}T00:00:00Z` : given;
  const read = INSTANT.test(text) ? readMoment(text) : null;
  if (read instanceof Date) return read;
  throw new InvalidArgumentError(
    'Write a day such as 2026-11-01 (UTC), or a moment such as 2026-11-01T08:00:00+01:00.',
  );
}
