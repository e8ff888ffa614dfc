import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** What a process does without when it is started with `--import` of this file: for measuring what it costs, and nothing else. */
const REMOVED = [
  {
    file: '/libs/accounts/src/access.js',
    from: 'export function requireAccess(actor, permission) {',
    to: 'export function requireAccess(actor, permission) { return;',
  },
  {
    file: '/apps/api/src/graphql/admission.js',
    from: 'async admitRequest(actor, request, response) {',
    to: 'async admitRequest(actor, request, response) { return { source: request.body.query, cost: 0, balance: undefined };',
  },
];

registerHooks({
  load(url, context, next) {
    const loaded = next(url, context);
    const removed = REMOVED.find(({ file }) => url.endsWith(file));
    if (removed === undefined) return loaded;
    const source = readFileSync(fileURLToPath(url), 'utf8');
    if (!source.includes(removed.from)) throw new Error(`${removed.file} is not what this bench knows.`);
    return { ...loaded, source: source.replace(removed.from, removed.to) };
  },
});
