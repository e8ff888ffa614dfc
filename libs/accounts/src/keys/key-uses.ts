import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Database } from '#database';
import { Clock, log, outsideRequests } from '#platform';
import type { KeyActor } from '../access.js';
import { NO_ORIGIN, type Origin } from '../access-records/access-log.js';
import { insertAccessRecords } from '../access-records/access-records.queries.js';
import { noteUses } from './keys.queries.js';
import { KEY_USE_SECONDS } from '../limits.js';

interface Use {
  key: KeyActor;
  origin: Origin;
}

/** Keys whose last noted use one process remembers. */
const MAX_REMEMBERED = 10_000;

/**
 * Notes that keys are used: at most once per `KEY_USE_SECONDS` and key, all keys of an organisation in one statement, and
 * never while a request waits.
 */
@Injectable()
export class KeyUses implements OnApplicationShutdown {
  /** By key, until when a further use goes without saying, in milliseconds since 1970. */
  private readonly quietUntil = new Map<string, number>();
  private waiting = new Map<string, Use>();
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  note(key: KeyActor, origin: Origin = NO_ORIGIN): void {
    const now = this.clock.now().getTime();
    if (now < (this.quietUntil.get(key.id) ?? 0)) return;
    if (this.quietUntil.size >= MAX_REMEMBERED) this.quietUntil.clear(); // at worst a use is offered to the table again
    this.quietUntil.set(key.id, now + KEY_USE_SECONDS * 1000);
    if (this.waiting.size === 0) this.writing = outsideRequests(() => this.writing.then(() => this.write()));
    this.waiting.set(key.id, { key, origin });
  }

  async onApplicationShutdown(): Promise<void> {
    await this.writing;
  }

  private async write(): Promise<void> {
    const uses = [...this.waiting.values()];
    this.waiting = new Map();
    for (const [organisationId, own] of Map.groupBy(uses, ({ key }) => key.organisationId)) {
      await this.writeOf(organisationId, own).catch(() => {
        for (const { key } of own) this.quietUntil.delete(key.id); // its next use is tried again
        log.warn('key-use-not-noted', { organisationId, keys: own.length });
      });
    }
  }

  private async writeOf(organisationId: string, uses: readonly Use[]): Promise<void> {
    const at = this.clock.now();
    await this.database.transaction(organisationId, async (tx) => {
      const noted = await noteUses(
        tx,
        uses.map(({ key }) => key.secretHash),
        at,
      );
      const first = uses.filter(({ key }) => noted.includes(key.id));
      insertAccessRecords(
        tx,
        first.map(({ key, origin }) => ({
          actor: key,
          origin,
          at,
          accesses: [{ operation: 'KEY_USED' as const, subjectIds: [key.id] }],
        })),
      );
    });
  }
}
