import { PAGE, run } from './run.js';

// Who reads only the head of a report closes the pipe; there is nobody left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2), {
  say: (text) => void process.stdout.write(text),
  tell: (text) => void process.stderr.write(text),
  variables: process.env,
  page: PAGE,
});
