import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#platform';

/** A fenced block of a page. */
export interface Fence {
  page: string;
  /** Where it begins, from 1. */
  line: number;
  /** What stands behind the fence; empty for output of commands. */
  language: string;
  text: string;
  /** Whether the page says that not all of it is shown. */
  shortened: boolean;
}

/** The pages whose every example is run. */
export function pagesWithExamples(): string[] {
  const guide = readdirSync(join(projectRoot(), 'docs/api')).map((name) => `docs/api/${name}`);
  return [
    'README.md',
    'docs/api.md',
    ...guide.sort(),
    'docs/import.md',
    'docs/operations.md',
    'apps/client-example/README.md',
  ];
}

export function fencesOf(page: string): Fence[] {
  const text = readFileSync(join(projectRoot(), page), 'utf8');
  return [...text.matchAll(/^```(\w*)[^\n]*\n(.*?)^```\n(?:\n(\(Shortened))?/gms)].map((found) => ({
    page,
    line: text.slice(0, found.index).split('\n').length,
    language: found[1] ?? '',
    text: found[2] ?? '',
    shortened: found[3] !== undefined,
  }));
}
