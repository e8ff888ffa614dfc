import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { inject } from 'vitest';
import { eventually } from '../support/eventually.js';

const MAIN = join(import.meta.dirname, '../../dist/apps/worker/src/main.js');

/** The worker as it is run beside the API: its own process, from the last build. */
export class WorkerProcess {
  private written = '';
  private readonly ended: Promise<unknown>;

  private constructor(private readonly child: ChildProcess) {
    this.ended = once(child, 'exit');
    child.stderr?.setEncoding('utf8').on('data', (text: string) => (this.written += text));
  }

  /** @param settings the whole environment of the process, but for PATH */
  static launch(settings: Record<string, string>, given: { uid?: number } = {}): WorkerProcess {
    const env = { PATH: process.env['PATH'], NODE_COMPILE_CACHE: inject('compiledFolder'), ...settings };
    return new WorkerProcess(spawn(process.execPath, [MAIN], { env, stdio: ['ignore', 'ignore', 'pipe'], ...given }));
  }

  static async start(settings: Record<string, string>): Promise<WorkerProcess> {
    const worker = WorkerProcess.launch(settings);
    await eventually('the worker has started', () => {
      if (worker.child.exitCode !== null) throw new Error(`The worker ended: ${worker.written}`);
      return worker.written.includes('"event":"worker-started"');
    });
    return worker;
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Everything it wrote to standard error so far. */
  get log(): string {
    return this.written;
  }

  /** Sends the signal and waits for the end. @returns the exit code, or the signal that ended it */
  async end(signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL'): Promise<number | string | null> {
    this.child.kill(signal);
    return this.exit();
  }

  async exit(): Promise<number | string | null> {
    await this.ended;
    return this.child.exitCode ?? this.child.signalCode;
  }
}
