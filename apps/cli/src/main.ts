import { Command } from 'commander';
import { tellAndExit } from '#foundation';
import { administration } from './commands/administration.js';
import { deadLetters } from './commands/dead-letters.js';
import { importCommand } from './commands/import.js';
import { keyCommand } from './commands/key.js';
import { personCommand } from './commands/people.js';
import { up } from './commands/up.js';

const program = new Command('answerable')
  .description('Know what your digital clones say, how people feel about it, and who is answerable.')
  .showHelpAfterError('(answerable --help lists all commands)')
  .addCommand(up())
  .addCommand(importCommand())
  .addCommand(deadLetters())
  .addCommand(personCommand())
  .addCommand(keyCommand());
for (const command of administration()) program.addCommand(command);

await program.parseAsync().catch(tellAndExit);
