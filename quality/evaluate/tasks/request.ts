import { basename } from 'node:path';
import type { Engine } from '../engines/engine.js';
import { DataProblem, readLines, type Line } from '../read/lines.js';

/** What is asked for beside the file. */
export interface Options {
  examples?: string | undefined;
  shots?: number | undefined;
  folds?: number | undefined;
}

/** One measurement as it was asked for. */
export class Request {
  constructor(
    readonly engine: Engine,
    readonly data: string,
    /** Takes lines about how far it is. */
    readonly write: (line: string) => void,
    readonly options: Options = {},
  ) {}

  with(options: Options): Request {
    return new Request(this.engine, this.data, this.write, { ...this.options, ...options });
  }

  /** How the measurement is called. */
  names(task: string): { task: string; data: string; conditions: string } {
    const { examples, shots, folds } = this.options;
    const conditions = [
      ...(examples === undefined ? [] : [`examples ${basename(examples)}`]),
      ...(shots === undefined ? [] : [`${shots} a topic`]),
      ...(folds === undefined ? [] : [`${folds} folds`]),
    ];
    return { task, data: this.data, conditions: conditions.join(', ') };
  }
}

/** The examples of a file. @throws DataProblem when it is malformed, or nothing in it can be measured */
export function readAll<Example extends object>(
  { data }: Request,
  read: (line: Line) => Example | readonly Example[],
): Example[] {
  const examples = readLines(data).flatMap(read);
  if (examples.length === 0) throw new DataProblem(`${data} has nothing that this task can measure.`);
  return examples;
}
