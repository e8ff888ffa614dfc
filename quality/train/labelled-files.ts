import { join } from 'node:path';
import { readLines, textOf } from '../evaluate/read/lines.js';

/** The rows of a labelled set: tab-separated values under a line of names, packed by gzip. */
export function readTable(folder: string, path: string): Record<string, string>[] {
  const [head = '', ...lines] = textOf(join(folder, path)).split('\n');
  const names = head.split('\t');
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const cells = line.split('\t');
      return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
    });
}

/** The objects of a set of ours, one a line, packed by gzip or plain. Who reads it names its shape. */
export function readObjects<Each>(folder: string, path: string): Each[] {
  return readLines(join(folder, path)).map(({ value }) => value as Each);
}
