import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeOrganisation } from '../factories/organisations.js';
import { startWorld, type World } from '../support/world.js';

const keys = new Map<World, string>();

async function raw(body: object, at: World): Promise<{ status: number; codes: string[] }> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${keys.get(at)}` };
  const response = await fetch(`${at.address}/graphql`, { method: 'POST', headers, body: JSON.stringify(body) });
  const { errors = [] } = (await response.json()) as { errors?: { extensions: { code: string } }[] };
  return { status: response.status, codes: errors.map(({ extensions }) => extensions.code) };
}

describe('trusted documents', () => {
  const document = '{ viewer { name } }';
  const hash = createHash('sha256').update(document).digest('hex');
  const folder = mkdtempSync(join(tmpdir(), 'answerable-trusted-'));
  const file = join(folder, 'documents.json');
  writeFileSync(file, JSON.stringify({ [hash]: document }));
  const start = (mode: string) =>
    startWorld({
      worker: false,
      settings: { GRAPHQL_TRUSTED_DOCUMENTS: mode, GRAPHQL_TRUSTED_DOCUMENTS_FILE: file },
    });
  let only: World;
  let allow: World;
  beforeAll(async () => {
    only = await start('only');
    allow = await start('allow');
    for (const at of [only, allow]) keys.set(at, (await makeOrganisation(at)).key);
  });
  afterAll(async () => {
    await only.close();
    await allow.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['its id', { documentId: `sha256:${hash}` }],
    ['its hash in the way of Apollo’s clients', { extensions: { persistedQuery: { version: 1, sha256Hash: hash } } }],
  ])('are answered by %s', async (_, body) => {
    for (const at of [only, allow]) expect(await raw(body, at)).toMatchObject({ status: 200, codes: [] });
  });

  it('may be sent as text, and nothing else may when only they are answered', async () => {
    expect((await raw({ query: document }, only)).status).toBe(200);
    for (const other of ['{ viewer { kind } }', `${document} `]) {
      expect(await raw({ query: other }, only)).toMatchObject({ status: 404, codes: ['NOT_FOUND'] });
      expect((await raw({ query: other }, allow)).status).toBe(200);
    }
  });

  it('that are unknown are not found, and a text beside an unknown hash is not run', async () => {
    for (const at of [only, allow]) {
      const asked = { documentId: `sha256:${'0'.repeat(64)}`, query: '{ viewer { kind } }' };
      expect(await raw(asked, at)).toMatchObject({ status: 404, codes: ['NOT_FOUND'] });
    }
  });
});
