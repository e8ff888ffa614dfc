import { expect, it } from 'vitest';
import { embeddedPlace } from './server.js';

it('the place of the embedded server says why its data is not where it was asked for', () => {
  expect(embeddedPlace('/srv/data/database', '/srv/data/database')).toBe('embedded, data in /srv/data/database');
  expect(embeddedPlace('/var/lib/answerable/1f', '/root/data/database')).toBe(
    'embedded, data in /var/lib/answerable/1f, since it runs as the user nobody, who may not enter /root/data/database',
  );
});
