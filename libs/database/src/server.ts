import { type Configuration } from '#platform';
import { join } from 'node:path';
import { EmbeddedPostgres } from './embedded-postgres.js';

/** A running PostgreSQL: the one of DATABASE_URL, or the embedded one. */
export interface Server {
  url: string;
  /** What to tell a person about it; holds no password. */
  place: string;
  close(): Promise<void>;
}

/** Opens the server that the configuration names, else the embedded one. @throws ExpectedStop in one clear line. */
export async function openServer(configuration: Configuration): Promise<Server> {
  if (configuration.databaseUrl !== undefined) {
    const { hostname, port, pathname } = new URL(configuration.databaseUrl);
    return {
      url: configuration.databaseUrl,
      place: `${hostname}:${port || 5432}${pathname}`,
      close: () => Promise.resolve(),
    };
  }
  const embedded = await EmbeddedPostgres.start(join(configuration.dataDirectory, 'database'));
  return {
    url: embedded.url(),
    place: `embedded, data in ${embedded.folder}`,
    close: () => embedded.stop(),
  };
}
