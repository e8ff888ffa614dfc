import { logLevel } from '#platform';

export interface CapturedLog {
  /** All that was written so far, to both outputs. */
  text(): string;
  /** The log lines among it. */
  lines(): Record<string, unknown>[];
  stop(): void;
}

/** Keeps what this process writes to standard output and error, from now on, at this level. */
export function captureLog(level: Parameters<typeof logLevel>[0]): CapturedLog {
  const written: string[] = [];
  const outputs = [process.stdout, process.stderr];
  const writers = outputs.map((output) => output.write.bind(output));
  for (const output of outputs)
    output.write = (chunk: string | Uint8Array) => written.push(Buffer.from(chunk).toString()) > 0;
  logLevel(level);
  const text = () => written.join('');
  return {
    text,
    lines: () =>
      text()
        .split('\n')
        .filter((line) => line.startsWith('{'))
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    stop() {
      outputs.forEach((output, at) => (output.write = writers[at]!)); // one writer per output
      logLevel('silent');
    },
  };
}
