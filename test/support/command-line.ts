import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inject } from 'vitest';
import { eventually } from './eventually.js';
import { openFolder } from './open-folder.js';

const ROOT = join(import.meta.dirname, '../..');

export interface Ended {
  /** Null when a signal ended it. */
  code: number | null;
  stdout: string;
  stderr: string;
}

type Settings = Record<string, string>;
interface Given {
  settings?: Settings;
  /** What stands on standard input; nothing by default. */
  input?: Uint8Array | string;
}

/** The command `answerable`, run as people run it: as a process of its own, in a temporary folder. */
export class CommandLine {
  readonly folder = openFolder('cli');
  private readonly started: Running[] = [];

  /** @param settings environment of every run; `ANSWERABLE_DATA_DIR` lies in the folder, and nothing else is inherited */
  constructor(
    private readonly settings: Settings = {},
    private readonly node = process.execPath,
  ) {}

  /** Writes a file into the folder. @returns its path */
  file(name: string, content: Uint8Array | string): string {
    const path = join(this.folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  /** Runs a command to its end. */
  run(args: readonly string[], given: Given = {}): Promise<Ended> {
    return this.start(args, given).ended;
  }

  /** Runs the API or the worker as a process of its own, as it is built, to its end. */
  runProcess(name: string, given: Given = {}): Promise<Ended> {
    return this.spawn(`dist/apps/${name}/src/main.js`, [], given).ended;
  }

  start(args: readonly string[], given: Given = {}): Running {
    return this.spawn('apps/cli/answerable.mjs', args, given);
  }

  private spawn(program: string, args: readonly string[], { settings = {}, input }: Given): Running {
    const child = spawn(this.node, [join(ROOT, program), ...args], {
      cwd: this.folder,
      env: {
        PATH: process.env['PATH'],
        HOME: this.folder,
        ANSWERABLE_DATA_DIR: join(this.folder, 'data'),
        PORT: '0',
        NODE_COMPILE_CACHE: inject('compiledFolder'),
        ...this.settings,
        ...settings,
      },
    });
    child.stdin.on('error', () => {}); // a command that refuses its arguments does not read
    child.stdin.end(input);
    const running = new Running(child);
    this.started.push(running);
    return running;
  }

  /** The pid of the database server that works in the folder, if one does. */
  postgres(): number | undefined {
    try {
      const [pid] = readFileSync(join(this.folder, 'data/database/postgres/postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 0);
      return Number(pid);
    } catch {
      return undefined;
    }
  }

  /** Ends what still runs and removes the folder. */
  async close(): Promise<void> {
    for (const running of this.started) if (running.isAlive) await running.stop('SIGINT');
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export class Running {
  stdout = '';
  stderr = '';
  /** When the last process that writes to its output has ended, so nothing that it started is left. */
  readonly ended: Promise<Ended>;
  private code: number | null | undefined;

  constructor(private readonly child: ChildProcess) {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => (this.stdout += text));
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.stderr += text));
    this.ended = new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => {
        this.code = code;
        resolve({ code, stdout: this.stdout, stderr: this.stderr });
      });
    });
  }

  get isAlive(): boolean {
    return this.code === undefined;
  }

  /** Halts it where it is, with all that it holds, until `goOn`. */
  halt(): void {
    this.child.kill('SIGSTOP');
  }

  goOn(): void {
    this.child.kill('SIGCONT');
  }

  /** Sends a signal and waits until the process has ended. */
  stop(signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL'): Promise<Ended> {
    this.child.kill(signal);
    return this.ended;
  }

  /** Waits until it has printed this on standard output. */
  async says(text: string): Promise<void> {
    await eventually(`the command says "${text}"`, () => {
      if (!this.stdout.includes(text) && !this.isAlive)
        throw new Error(`It ended with ${this.code} before it said "${text}": ${this.stdout}\n${this.stderr}`);
      return this.stdout.includes(text);
    });
  }
}
