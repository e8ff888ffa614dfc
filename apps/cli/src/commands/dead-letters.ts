import { Command, InvalidArgumentError } from 'commander';
import { validate } from 'uuid';
import { DeadLettersService } from '#queue';
import { ExpectedStop } from '#platform';
import { plural } from '../progress.js';
import { run } from '../run.js';
import { chooseOrganisation, openSession } from '../session.js';

const LISTED = 100;

/** Work that failed for good. */
export function deadLetters(): Command {
  const command = new Command('dead-letters').description('work that failed for good: see it, retry it');
  command
    .command('list', { isDefault: true })
    .description(`the latest ${LISTED}`)
    .option('--organisation <slug>', 'whose, when there is more than one')
    .action(({ organisation }: { organisation?: string }) =>
      run(async (lifetime) => {
        const { app } = await openSession(lifetime);
        const { id } = await chooseOrganisation(app, organisation);
        const letters = await app.get(DeadLettersService, { strict: false }).list(id, LISTED);
        if (letters.length === 0) console.log('No dead letters.');
        for (const letter of letters) {
          console.log(
            `${letter.id}  ${letter.diedAt.toISOString()}  ${letter.event}  ${letter.attempts} attempts  ${letter.error}`,
          );
        }
        return 0;
      }),
    );
  command
    .command('retry')
    .description('put one, or all, back in line')
    .argument('[id]', 'as listed', listedId)
    .option('--organisation <slug>', 'whose, when there is more than one')
    .action((letter: string | undefined, { organisation }: { organisation?: string }) =>
      run(async (lifetime) => {
        const { app } = await openSession(lifetime);
        const { id } = await chooseOrganisation(app, organisation);
        const count = await app.get(DeadLettersService, { strict: false }).retry(id, letter);
        if (count === 0 && letter !== undefined) throw new ExpectedStop(`There is no dead letter ${letter}.`);
        console.log(`${plural(count, 'dead letter')} back in line.`);
        return 0;
      }),
    );
  return command;
}

function listedId(given: string): string {
  if (validate(given)) return given;
  throw new InvalidArgumentError('This is no id; `answerable dead-letters` lists them.');
}
