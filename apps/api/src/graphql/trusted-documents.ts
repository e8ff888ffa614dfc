import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { type Configuration, coded, ExpectedStop, Refused, sha256 } from '#platform';

const manifest = z.record(z.string(), z.string());
const PREFIX = 'sha256:';

/** Documents that were agreed on before, by the SHA-256 of their text, so that clients need not send the text. */
export class TrustedDocuments {
  private constructor(
    private readonly documents: ReadonlyMap<string, string>,
    private readonly mode: Configuration['graphql']['trustedDocuments'],
  ) {}

  /** @throws ExpectedStop when the file is not what it must be. */
  static of({ trustedDocuments: mode, trustedDocumentsFile: path }: Configuration['graphql']): TrustedDocuments {
    if (mode === 'off' || path === undefined) return new TrustedDocuments(new Map(), 'off');
    const documents = new Map(Object.entries(readManifest(path)));
    for (const [hash, text] of documents) {
      if (sha256(text).toString('hex') !== hash)
        throw new ExpectedStop(
          `In the file of trusted documents, ${hash.slice(0, 64)} is not the SHA-256 of its document.`,
        );
    }
    return new TrustedDocuments(documents, mode);
  }

  /**
   * Puts the text of the document that a request names into the request.
   * @throws Refused `NOT_FOUND` when it is unknown, or when only trusted documents are answered and this is none.
   */
  resolve(body: unknown): void {
    if (this.mode === 'off') return;
    const request = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>; // each field is checked below
    const hash = hashIn(request);
    const text = hash === undefined ? undefined : this.documents.get(hash);
    if (hash !== undefined && text !== undefined) {
      request['query'] = text;
      delete request['documentId'];
      delete request['extensions'];
      return;
    }
    const sent = request['query'];
    if (this.mode === 'allow' && hash === undefined) return;
    if (typeof sent === 'string' && this.documents.has(sha256(sent).toString('hex'))) return;
    throw new Refused('NOT_FOUND', 'There is no trusted document like this.');
  }
}

/** As `documentId: "sha256:…"`, or in the way of Apollo's clients as `extensions.persistedQuery.sha256Hash`. */
function hashIn({ documentId, extensions }: Record<string, unknown>): string | undefined {
  if (typeof documentId === 'string') return documentId.replace(PREFIX, '');
  const read = z.object({ persistedQuery: z.object({ sha256Hash: z.string() }) }).safeParse(extensions);
  return read.success ? read.data.persistedQuery.sha256Hash : undefined;
}

function readManifest(path: string): Record<string, string> {
  try {
    return manifest.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    throw new ExpectedStop(
      `The file of GRAPHQL_TRUSTED_DOCUMENTS_FILE cannot be used (${coded(error) ?? 'it must be one JSON object of SHA-256 to document'}).`,
    );
  }
}
