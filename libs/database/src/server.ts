import type { Configuration, ExpectedStop } from '#platform';
import { join } from 'node:path';
import { EmbeddedPostgres } from './embedded-postgres.js';

/** A running PostgreSQL: the one of DATABASE_URL, or the embedded one. */
export interface Server {
  url: string;
  /** What to tell a person about it; holds no password. */
  place: string;
  /** Where the embedded one keeps its data; undefined for one that is not ours. */
  folder?: string;
  close(): Promise<void>;
  /** Tells when it is gone for good and the process must end; one that others operate comes back. */
  onLost(lost: (error: ExpectedStop) => void): void;
}

/** Opens the server that the configuration names, else the embedded one. @throws ExpectedStop in one clear line. */
export async function openServer(configuration: Configuration): Promise<Server> {
  if (configuration.databaseUrl !== undefined) {
    const { hostname, port, pathname } = new URL(configuration.databaseUrl);
    return {
      url: configuration.databaseUrl,
      place: `${hostname}:${port || 5432}${pathname}`,
      close: () => Promise.resolve(),
      onLost: () => {},
    };
  }
  const wanted = join(configuration.dataDirectory, 'database');
  const embedded = await EmbeddedPostgres.start(wanted);
  return {
    url: embedded.url(),
    place: embeddedPlace(embedded.folder, wanted),
    folder: embedded.folder,
    close: () => embedded.stop(),
    onLost: (lost) => embedded.watch(lost),
  };
}

/** Who looks for the data where the settings say must learn why they are elsewhere. */
export function embeddedPlace(folder: string, wanted: string): string {
  const why = folder === wanted ? '' : `, since it runs as the user nobody, who may not enter ${wanted}`;
  return `embedded, data in ${folder}${why}`;
}
