import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Installation, makeInstallation } from '../support/installation.js';

let installation: Installation;
let address: string;
beforeAll(async () => {
  installation = await makeInstallation();
  const running = installation.cli.start(['up', '--no-demo']);
  await running.says('Ctrl-C stops everything.');
  [, address = ''] = /GraphiQL\s+(\S+)\/graphql/.exec(running.stdout) ?? [];
});
afterAll(() => installation.close());

const answerable = (...args: string[]) => installation.cli.run(args);

it('person reset lets the only owner back in, by a code that the page takes once', async () => {
  const [code = ''] = (
    await answerable('person', 'reset', 'Robin@acme.example', '--remove-second-factor')
  ).stdout.split('\n');
  const use = (given: string) =>
    fetch(`${address}/reset`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ code: given, password: 'quite another password' }),
    });
  expect([(await use(code)).status, (await use(code)).status]).toEqual([303, 400]);
  const body = new URLSearchParams({ email: 'robin@acme.example', password: 'quite another password' });
  const signedIn = await fetch(`${address}/sign-in`, { method: 'POST', redirect: 'manual', body });
  expect(signedIn.headers.get('set-cookie')).toContain('answerable_session=');
  const unknown = await answerable('person', 'reset', 'x@acme.example');
  expect(unknown).toMatchObject({ code: 1, stdout: '' });
  expect(unknown.stderr).toContain('Nobody of this organisation has the address x@acme.example.');
});
