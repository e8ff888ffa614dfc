import { gauge } from '#platform';
import type { Connection } from './connection.js';

const watched = new Set<ReadonlySet<Connection>>();

gauge(
  {
    name: 'answerable_sockets',
    help: 'WebSockets that are open, by whether they said who they are',
    labels: ['state'],
  },
  (sockets) => {
    const all = [...watched].flatMap((open) => [...open]);
    const silent = all.filter(({ isSilent }) => isSilent).length;
    sockets.set({ state: 'silent' }, silent);
    sockets.set({ state: 'welcomed' }, all.length - silent);
  },
);

/** Counts these connections. @returns what ends that */
export function watchSockets(open: ReadonlySet<Connection>): () => void {
  watched.add(open);
  return () => void watched.delete(open);
}
