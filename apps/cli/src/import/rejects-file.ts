import { realpathSync } from 'node:fs';
import { appendFile, rm, stat, truncate } from 'node:fs/promises';
import { type IntakeOutcome, readJson, type SentItem } from '#conversations';
import { coded, ExpectedStop } from '#platform';

/** The file of what was refused: one line each with where, why, and what was sent, so that it can be mended. */
export class RejectsFile {
  private length = 0;

  /** @throws ExpectedStop when it would overwrite the file that is imported */
  constructor(
    private readonly path: string,
    importedPath: string,
  ) {
    if (importedPath !== '-' && sameFile(path, importedPath))
      throw new ExpectedStop(
        'The rejects file would overwrite the file that is imported. Give --rejects another name.',
      );
  }

  /** Brings the file to `length` bytes: what an interrupted run wrote after them was never committed. */
  async cutTo(length: number): Promise<void> {
    await this.writing(async () => {
      const found = await stat(this.path).catch(() => null);
      if (found?.isDirectory()) throw new ExpectedStop(`The rejects file ${this.path} is a folder.`);
      // Somebody may have shortened or removed it; the database keeps what was refused.
      this.length = Math.min(length, found?.size ?? 0);
      if (!found?.isFile()) return; // nothing there, or a device such as /dev/null
      if (this.length === 0) await rm(this.path);
      else if (this.length < found.size) await truncate(this.path, this.length);
    });
  }

  /** @returns the length of the file after it, in bytes */
  async append(lines: readonly string[]): Promise<number> {
    if (lines.length === 0) return this.length;
    await this.writing(() => appendFile(this.path, lines.join('')));
    this.length += Buffer.byteLength(lines.join(''));
    return this.length;
  }

  private async writing(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (error instanceof ExpectedStop) throw error;
      throw new ExpectedStop(`The rejects file ${this.path} cannot be written (${coded(error)}). See --rejects.`);
    }
  }
}

/** The line for an item that was refused; none for one that was not. */
export function refusalOf(line: number, item: SentItem, outcome: IntakeOutcome): string[] {
  if (outcome.outcome !== 'REJECTED' && outcome.outcome !== 'CONFLICT') return [];
  return [`${JSON.stringify({ line, outcome: outcome.outcome, problems: outcome.problems, ...sentIn(item) })}\n`];
}

function sentIn(item: SentItem): { sent: unknown } | { sentText: string } {
  if ('value' in item) return { sent: item.value };
  const json = readJson(item.bytes);
  return json.ok ? { sent: json.value } : { sentText: item.bytes.toString('utf8') };
}

function sameFile(one: string, other: string): boolean {
  try {
    return realpathSync(one) === realpathSync(other);
  } catch {
    return false; // one of them does not exist
  }
}
