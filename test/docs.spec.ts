import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { accountLimits, PERMISSIONS } from '#accounts';
import { intakeLimits } from '#conversations';
import { RISK_CODES, TOPICS } from '#detection';
import { insightLimits } from '#insights';
import { EVENTS, noticeLimits } from '#notices';
import { RULE_SET, SEVERITIES } from '#moderation';
import { PIPELINE } from '#worker';
import { operationLimits } from '#foundation';
import * as graphqlLimits from '../apps/api/src/graphql/limits.js';
import * as rateLimits from '../apps/api/src/rate-limits/limits.js';
import { MAX_PAGE } from '../apps/api/src/relay/connection.js';
import * as socketLimits from '../apps/api/src/sockets/limits.js';
import * as webLimits from '../apps/api/src/web/limits.js';
import { HTTP_STATUS } from '../apps/api/src/web/refusals.js';
import { ATTEMPT_FAILURES } from '../libs/notices/src/post.js';
import * as queueLimits from '../libs/queue/src/limits.js';

const root = join(import.meta.dirname, '..');
const pages = readdirSync(root, { withFileTypes: true, recursive: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
  .filter((path) => !/(^|\/)(node_modules|dist|\.answerable)\//.test(path));

describe('a table of the documentation is what the code says', () => {
  it('of permissions', () => {
    const granted = Object.entries(PERMISSIONS).map(([name, { roles, scopes }]) => [
      name,
      roles.join(', '),
      scopes.join(', ') || 'none',
    ]);
    expect(tableUnder('docs/api/permissions.md', 'Permissions')).toEqual(granted);
  });

  it('of limits', () => {
    const limits = Object.entries({
      ...intakeLimits,
      ...webLimits,
      ...graphqlLimits,
      ...rateLimits,
      ...socketLimits,
      MAX_PAGE,
      ...accountLimits,
      ...insightLimits,
    });
    expect(byName(tableUnder('docs/api/limits.md', 'All limits'))).toEqual(
      byName(limits.map(([name, value]) => [name, shown(value)])),
    );
  });

  it('of error codes', () => {
    const statuses = Object.entries({ ...HTTP_STATUS, INTERNAL: 500 }).map(([code, status]) => [code, String(status)]);
    expect(firstTwo(tableUnder('docs/api/errors.md', 'Outcomes and errors'))).toEqual(statuses);
  });

  it('of risk codes, with the severity of their rules', () => {
    const codes = RULE_SET.rules.map(({ code, severity }) => {
      const { name, definition } = RISK_CODES[code];
      return [code, name, SEVERITIES[severity], definition];
    });
    expect(tableUnder('docs/codes.md', 'Risk codes')).toEqual(codes);
  });

  it('of topics', () => {
    expect(tableUnder('docs/codes.md', 'Topics')).toEqual(Object.entries(TOPICS));
  });

  it('of what is deprecated, each with what to use instead and the day from which it may be gone', () => {
    const deprecated = [...read('apps/api/schema.graphql').matchAll(/^ +(\w+).*@deprecated(?:\(reason: "(.*)"\))?$/gm)];
    const rows = deprecated.map(([, name = '', reason = '']) => {
      const [, instead, day] = /^Use (.+)\. May be gone from (\d{4}-\d\d-\d\d)\.$/.exec(reason) ?? [];
      return [name, instead, day];
    });
    expect(tableUnder('docs/api/versioning.md', 'What is deprecated now')).toEqual(rows);
  });

  it('of settings, with their defaults', () => {
    expect(firstTwo(tableUnder('docs/operations.md', 'Settings'))).toEqual(settingsInCode());
  });

  it('of attempts, pauses and batches', () => {
    const limits = Object.entries(queueLimits).map(([name, value]) => [name, shown(value)]);
    expect(byName(tableUnder('docs/operations.md', 'Failed work'))).toEqual(byName(limits));
  });

  it('of health', () => {
    const limits = Object.entries(operationLimits).map(([name, value]) => [name, shown(value)]);
    expect(byName(tableUnder('docs/operations.md', 'Health'))).toEqual(byName(limits));
  });

  it('of webhooks: events and their fields, limits', () => {
    const events = Object.entries(EVENTS).map(([type, { data, meaning }]) => [type, data.join(', '), meaning]);
    expect(tableUnder('docs/api/webhooks.md', 'Events')).toEqual(events);
    const limits = Object.entries(noticeLimits).map(([name, value]) => [name, shown(value)]);
    expect(byName(tablesUnder('docs/operations.md', 'Webhooks').at(-1) ?? [])).toEqual(byName(limits));
  });

  it('of failures of webhooks', () => {
    const failures = [...ATTEMPT_FAILURES, 'GONE', 'SECRET_UNREADABLE', 'ENDPOINT_DISABLED'].sort();
    expect(
      tableUnder('docs/operations.md', 'Webhooks')
        .map(([failure]) => failure)
        .sort(),
    ).toEqual(failures);
  });

  it('of the pipeline', () => {
    const steps = PIPELINE.map(({ on, run }) => [on, run]);
    expect(firstTwo(tableUnder('docs/architecture.md', 'The pipeline'))).toEqual(steps);
  });

  it('of libraries, in their order', () => {
    const { imports } = JSON.parse(read('package.json')) as { imports: Record<string, { source: string }> };
    const order = Object.entries(imports).filter(([, { source }]) => source.startsWith('./libs/'));
    const tables = tablesUnder('docs/architecture.md', 'The house');
    expect(tables.at(-1)?.map(([name]) => name)).toEqual(order.map(([name]) => name.slice(1)));
  });
});

describe('the documentation', () => {
  it('links to files and headings that exist', () => {
    const broken = pages.flatMap((page) =>
      linksOf(page)
        .filter((link) => !leads(page, link))
        .map((link) => `${page}: ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it('names files of the repository that exist', () => {
    const missing = pages.flatMap((page) =>
      [...withoutBlocks(read(page)).matchAll(/`((?:apps|libs|migrations|test|bench|quality|docs)\/[\w./-]+)`/g)]
        .map(([, path]) => path!) // the group always matches
        .filter((path) => !existsSync(join(root, path)))
        .map((path) => `${page}: ${path}`),
    );
    expect(missing).toEqual([]);
  });

  it('names a test of the repository for each attack', () => {
    const named = tableUnder('docs/security.md', 'The attack list').map(([, , test]) => test ?? '');
    expect(named.length).toBeGreaterThan(20);
    const missing = named.filter((test) => {
      const [, path, title] = /^`?([\w./-]+)`?: (.+)$/.exec(test) ?? [];
      return path === undefined || title === undefined || !existsSync(join(root, path)) || !titled(path, title);
    });
    expect(missing).toEqual([]);
  });

  it('has a word of the glossary in the name of every type of the schema, but for those that anybody knows', () => {
    const known = /^(DateTime|Query|Mutation|PageInfo|AddressTaken|NothingChanged|CodeRefused|PasswordRefused)$/;
    const words = wordsOfGlossary().map((word) => word.replaceAll(' ', ''));
    const types = [...read('apps/api/schema.graphql').matchAll(/^(?:type|enum|union|scalar|interface|input) (\w+)/gm)];
    const unknown = types
      .map(([, name]) => name!) // the group always matches
      .filter((name) => !known.test(name) && !words.some((word) => name.toLowerCase().includes(word)));
    expect(unknown).toEqual([]);
  });

  it('lists the words of the glossary by alphabet, each once', () => {
    const words = wordsOfGlossary();
    expect(words.length).toBeGreaterThan(10);
    expect(words).toEqual([...new Set(words)].sort());
  });
});

/** Whether a file has a test, or a group of them, of exactly this name. */
function titled(path: string, title: string): boolean {
  return read(path).includes(`'${title}',`);
}

function wordsOfGlossary(): string[] {
  return [...read('docs/glossary.md').matchAll(/^- \*\*(.+?)\*\*:/gm)].map(([, word]) => word!.toLowerCase()); // the group always matches
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

function shown(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'number' ? value.toLocaleString('en') : String(value);
}

/** Name and default of every setting, as the schema in configuration.ts has them. */
function settingsInCode(): string[][] {
  const schema = /const environment = z\.object\(\{\n(.*?)\n\}\);/s.exec(
    read('libs/platform/src/configuration.ts'),
  )?.[1];
  return (schema ?? '').split(/\n(?= {2}[A-Z])/).map((entry) => {
    const name = /^ *([A-Z_]+):/.exec(entry)?.[1] ?? entry;
    return [name, /\.default\(\s*'?(.*?)'?,?\s*\)/s.exec(entry)?.[1]?.replaceAll('_', '') ?? 'none'];
  });
}

/** The cells of the first table under a heading, without its head, without code marks. */
function tableUnder(path: string, heading: string): string[][] {
  return tablesUnder(path, heading)[0] ?? [];
}

function tablesUnder(path: string, heading: string): string[][][] {
  const section = read(path)
    .split(/^(?=## )/m)
    .find((part) => part.startsWith(`## ${heading}\n`));
  return [...(section ?? '').matchAll(/(?:^\|.*\n)+/gm)].map(([table]) =>
    table.trim().split('\n').slice(2).map(cellsOf),
  );
}

function cellsOf(row: string): string[] {
  return row
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim().replaceAll('`', ''));
}

function firstTwo(rows: string[][]): string[][] {
  return rows.map((row) => row.slice(0, 2));
}

/** Name and value, in an order that neither the page nor the code has to keep. */
function byName(rows: string[][]): string[][] {
  return firstTwo(rows).sort(([a = ''], [b = '']) => (a < b ? -1 : 1));
}

function withoutBlocks(text: string): string {
  return text.replace(/^```.*?^```/gms, '');
}

function linksOf(page: string): string[] {
  return [...withoutBlocks(read(page)).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!) // the group always matches
    .filter((target) => !/^[a-z]+:/.test(target));
}

function leads(page: string, link: string): boolean {
  const [path = '', heading] = link.split('#');
  const target = path === '' ? page : join(dirname(page), path);
  if (!existsSync(join(root, target))) return false;
  if (heading === undefined || statSync(join(root, target)).isDirectory()) return heading === undefined;
  return [...read(target).matchAll(/^#+ (.+)$/gm)].some(([, title]) => slugOf(title!) === heading); // the group always matches
}

/** The anchor that GitHub gives a heading. */
function slugOf(title: string): string {
  return title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-');
}
