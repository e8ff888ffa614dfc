import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { log } from '#platform';
import { CHANNEL, readAnnouncement } from './announcements.queries.js';
import { Feed } from './feed.js';
import { LISTEN_CHECK_SECONDS, RELISTEN_MAX_MILLISECONDS, RELISTEN_MILLISECONDS } from './limits.js';

const CONNECT_MILLISECONDS = 10_000;

/**
 * What other processes committed, for those who want to know at once. PostgreSQL carries it with either queue: it announces
 * what is committed, when it is committed. Nothing is kept for a process that does not listen.
 */
export class Announcements {
  private readonly followers = new Map<string, Set<Feed>>();
  private readonly stopping = new AbortController();
  private client: pg.Client | undefined;
  private check: NodeJS.Timeout | undefined;

  constructor(private readonly databaseUrl: string) {}

  /** Begins to listen: one connection for the process. A lost one is opened again. */
  async listen(): Promise<void> {
    await this.connect();
    this.check = setInterval(() => void this.tryConnection(), LISTEN_CHECK_SECONDS * 1000);
  }

  /**
   * Ids as they are announced in the organisation. Broken from the start while nothing is heard.
   * @param choose those of some announced ids that are wanted, in order
   */
  follow(organisationId: string, event: string, choose: (ids: readonly string[]) => Promise<string[]>): Feed {
    const key = `${organisationId} ${event}`;
    const followers = this.followers.get(key) ?? new Set();
    const feed = new Feed(choose, (ended) => {
      followers.delete(ended);
      if (followers.size === 0 && this.followers.get(key) === followers) this.followers.delete(key);
    });
    this.followers.set(key, followers.add(feed));
    if (this.client === undefined) feed.break();
    return feed;
  }

  async close(): Promise<void> {
    this.stopping.abort();
    clearInterval(this.check);
    const client = this.client;
    this.client = undefined;
    await client?.end().catch(() => {}); // we are leaving anyway
  }

  private async connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: 'answerable-announcements',
      connectionTimeoutMillis: CONNECT_MILLISECONDS,
      query_timeout: CONNECT_MILLISECONDS,
      options: '-c role=answerable_app',
    });
    client.on('error', () => {}); // the end follows
    client.on('end', () => this.lose(client));
    client.on('notification', ({ payload }) => this.hear(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      client.end().catch(() => {}); // it never began
      throw error;
    }
    if (this.stopping.signal.aborted) await client.end();
    else this.client = client;
  }

  private hear(payload: string): void {
    const heard = readAnnouncement(payload);
    if (heard === undefined) return;
    const followers = this.followers.get(`${heard.organisationId} ${heard.event}`) ?? [];
    for (const feed of [...followers]) feed.push(heard.ids);
  }

  private async tryConnection(): Promise<void> {
    const client = this.client;
    await client?.query('SELECT 1').catch(() => {
      this.lose(client);
      client.end().catch(() => {}); // it is lost already
    });
  }

  /** From here on nothing is heard, so nobody may believe that they hear everything. */
  private lose(client: pg.Client): void {
    if (this.client !== client) return;
    this.client = undefined;
    log.warn('announcements-lost');
    for (const feed of [...this.followers.values()].flatMap((feeds) => [...feeds])) feed.break();
    void this.connectAgain();
  }

  private async connectAgain(): Promise<void> {
    const { signal } = this.stopping;
    for (let pause = RELISTEN_MILLISECONDS; !signal.aborted; pause = Math.min(2 * pause, RELISTEN_MAX_MILLISECONDS)) {
      await sleep(pause * (1 + Math.random()), undefined, { signal }).catch(() => {}); // stopped: the loop ends
      if (signal.aborted) return;
      const connected = await this.connect().then(
        () => true,
        () => false,
      );
      if (connected) return log.info('announcements-heard-again');
    }
  }
}
