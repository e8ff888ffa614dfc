import { Command, InvalidArgumentError } from 'commander';
import { InvitationsService, operatorOf, PeopleService, type Role, ROLES, SignInResetsService } from '#accounts';
import { ExpectedStop } from '#platform';
import { email } from './arguments.js';
import { WHOSE, within } from './within.js';

interface Whose {
  organisation?: string;
}

/** `answerable person`: the people of an organisation. */
export function personCommand(): Command {
  return new Command('person')
    .description('people who can sign in')
    .addCommand(inviteCommand())
    .addCommand(listCommand(), { isDefault: true })
    .addCommand(deactivateCommand())
    .addCommand(resetCommand());
}

function inviteCommand(): Command {
  return new Command('invite')
    .description('invite somebody, who sets their password with the code that is shown')
    .argument('<email>', 'what they will sign in with', email)
    .requiredOption('--name <name>', 'their name')
    .requiredOption('--role <role>', `of ${ROLES.join(', ')}`, role)
    .option(...WHOSE)
    .action((address: string, options: Whose & { name: string; role: Role }) =>
      within(options, async ({ app }, id) => {
        const { name, role: as } = options;
        const invitations = app.get(InvitationsService, { strict: false });
        const invited = await invitations.invite(operatorOf(id), { email: address, name, role: as });
        if (invited.outcome === 'ADDRESS_TAKEN')
          throw new ExpectedStop(`Somebody of this organisation has the address ${address} already.`);
        console.log(`${invited.code}\nShown only now. ${name} enters it at /invitation.`);
      }),
    );
}

function listCommand(): Command {
  return new Command('list')
    .description('all people with their roles')
    .option(...WHOSE)
    .action((options: Whose) =>
      within(options, async ({ app }, id) => {
        for (const person of await app.get(PeopleService, { strict: false }).all(operatorOf(id))) {
          const state = person.deactivatedAt === null ? 'active     ' : 'deactivated';
          console.log(`${state}  ${person.role.padEnd(18)}  ${person.email}  ${person.name}`);
        }
      }),
    );
}

function deactivateCommand(): Command {
  return new Command('deactivate')
    .description('end the sessions of a person at once and refuse their sign-in')
    .argument('<email>', 'what they sign in with', email)
    .option(...WHOSE)
    .action((address: string, options: Whose) =>
      within(options, async ({ app }, id) => {
        const people = app.get(PeopleService, { strict: false });
        const actor = operatorOf(id);
        const { outcome } = await people.deactivate(actor, await idOf(people, id, address));
        if (outcome === 'LAST_OWNER') throw new ExpectedStop('This is the last active owner.');
        console.log(
          outcome === 'CHANGED' ? 'Deactivated. Their sessions have ended.' : 'They were deactivated already.',
        );
      }),
    );
}

function resetCommand(): Command {
  return new Command('reset')
    .description('let somebody back in who forgot the password, also the only owner')
    .argument('<email>', 'what they sign in with', email)
    .option('--remove-second-factor', 'they lost their authenticator app and the recovery codes as well', false)
    .option(...WHOSE)
    .action((address: string, options: Whose & { removeSecondFactor: boolean }) =>
      within(options, async ({ app }, id) => {
        const personId = await idOf(app.get(PeopleService, { strict: false }), id, address);
        const resets = app.get(SignInResetsService, { strict: false });
        const issued = await resets.issue(operatorOf(id), personId, options.removeSecondFactor);
        if (issued.outcome !== 'ISSUED') throw new ExpectedStop('They were deactivated. Reactivate them first.');
        console.log(
          `${issued.code}\nShown only now. ${address} enters it at /reset before ${issued.expiresAt.toISOString()}.`,
        );
      }),
    );
}

/** @throws ExpectedStop when nobody of the organisation has the address. */
async function idOf(people: PeopleService, organisationId: string, address: string): Promise<string> {
  const person = (await people.all(operatorOf(organisationId))).find((one) => one.email === address.toLowerCase());
  if (person === undefined) throw new ExpectedStop(`Nobody of this organisation has the address ${address}.`);
  return person.id;
}

function role(given: string): Role {
  const found = ROLES.find((one) => one === given.toUpperCase());
  if (found !== undefined) return found;
  throw new InvalidArgumentError(`Roles are ${ROLES.join(', ')}.`);
}
