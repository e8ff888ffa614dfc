import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ExpectedStop, sha256 } from '#platform';
import { TrustedDocuments } from './trusted-documents.js';

const folder = mkdtempSync(join(tmpdir(), 'answerable-trusted-'));
afterAll(() => rmSync(folder, { recursive: true }));

const open = (content: string) => {
  const path = join(folder, 'documents.json');
  writeFileSync(path, content);
  return () => TrustedDocuments.of({ introspection: true, trustedDocuments: 'only', trustedDocumentsFile: path });
};

describe('the file of trusted documents', () => {
  it('holds documents by their SHA-256', () => {
    const hash = sha256('{ viewer { name } }').toString('hex');
    const request = { documentId: `sha256:${hash}` };
    open(JSON.stringify({ [hash]: '{ viewer { name } }' }))().resolve(request);
    expect(request).toEqual({ query: '{ viewer { name } }' });
  });

  it.each([
    ['with a wrong hash', JSON.stringify({ abc: '{ viewer { name } }' })],
    ['that is not JSON', '{'],
    ['of something else', '[1]'],
  ])('%s stops the program', (_, content) => {
    expect(open(content)).toThrow(ExpectedStop);
  });
});
