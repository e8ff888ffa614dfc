import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from './embedded-holders.js';

/** The server's data. PostgreSQL notes its process id and port in there (PostgreSQL manual, "postmaster.pid"). */
export const dataOf = (folder: string): string => join(folder, 'postgres');
const serverFile = (folder: string): string => join(dataOf(folder), 'postmaster.pid');

/** The process id of the server that runs on this folder. */
export function serverPid(folder: string): number | undefined {
  const pid = Number(lineOf(folder, 0));
  return Number.isInteger(pid) && pid > 0 && isAlive(pid) && isServer(pid, folder) ? pid : undefined;
}

/** The port of the server that runs on this folder. */
export function runningPort(folder: string): number | undefined {
  const port = Number(serverPid(folder) === undefined ? undefined : lineOf(folder, 3));
  return Number.isInteger(port) && port > 0 ? port : undefined;
}

/**
 * Removes the note of a server that was killed when its process id belongs to another process by now, as is usual after
 * the restart of a container: PostgreSQL itself would take that process for the server. Only Linux tells us for certain.
 */
export function forgetDeadServer(folder: string): void {
  if (!existsSync(serverFile(folder)) || !canLook()) return;
  const data = realpathSync(dataOf(folder));
  const processes = readdirSync('/proc').map(Number).filter(Number.isInteger);
  // What the server left behind may still write to its data.
  if (!processes.some((pid) => worksIn(pid, data))) rmSync(serverFile(folder), { force: true });
}

function lineOf(folder: string, line: number): string | undefined {
  try {
    return readFileSync(serverFile(folder), 'utf8').split('\n')[line];
  } catch {
    return undefined; // no server, or one that has just ended
  }
}

/** Process ids are used again, so a living one need not be the server; a server works in its data. */
function isServer(pid: number, folder: string): boolean {
  return canLook() ? worksIn(pid, realpathSync(dataOf(folder))) : true;
}

/** Without /proc we cannot tell what a process is, and believe the note. */
function canLook(): boolean {
  return existsSync('/proc/self/cwd');
}

function worksIn(pid: number, directory: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === directory;
  } catch {
    return false; // ended meanwhile, or another user's, and then no server of ours
  }
}
