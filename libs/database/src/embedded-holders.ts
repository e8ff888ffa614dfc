import { linkSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { coded, ExpectedStop } from '#platform';

/** What this very process holds. A note with our id that is not in here is from an earlier life of the container. */
const ours = new Set<string>();
/** How long one process may wait for another one that is just starting or stopping the server. */
const LOCK_SECONDS = 90;

/** Notes that this process uses the server; call the result when it no longer does. */
export function registerHolder(folder: string): () => void {
  const holders = join(folder, 'holders');
  mkdirSync(holders, { recursive: true });
  const file = join(holders, `${process.pid}-${Math.random().toString(36).slice(2)}`);
  writeFileSync(file, '');
  ours.add(file);
  return () => {
    ours.delete(file);
    rmSync(file, { force: true });
  };
}

/** How many live users the server still has; notes of dead processes are removed. */
export function otherHolders(folder: string): number {
  const holders = join(folder, 'holders');
  let alive = 0;
  for (const name of readdirSync(holders)) {
    const file = join(holders, name);
    if (isHeldBy(Number(name.split('-')[0]), file)) alive += 1;
    else rmSync(file, { force: true });
  }
  return alive;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return coded(error) === 'EPERM';
  }
}

/** Ended, but not yet collected by its parent, which in a container may never happen (proc(5), field 3 of stat). */
function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z');
  } catch {
    return false; // no such file system here
  }
}

/** Runs `work` while no other process starts or stops the server of this folder. */
export async function withFolderLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const lock = join(folder, 'starting.lock');
  for (let waited = 0; !tryLock(lock); waited += 50) {
    if (waited > LOCK_SECONDS * 1000) throw new ExpectedStop(`Another process holds ${lock}; remove it if none runs.`);
    await sleep(50);
  }
  try {
    return await work();
  } finally {
    ours.delete(lock);
    rmSync(lock, { force: true });
  }
}

function tryLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    ours.add(lock);
    return true;
  } catch (error) {
    if (coded(error) !== 'EEXIST') throw error;
    const owner = Number(readLock(lock));
    if (owner > 0 && !isHeldBy(owner, lock)) removeLeftLock(lock, owner);
    return false;
  }
}

/** Removes the lock of a killed process, and of nobody else: another one that waited may have taken it over just now. */
function removeLeftLock(lock: string, owner: number): void {
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
    if (Number(readLock(aside)) !== owner) linkSync(aside, lock);
  } catch (error) {
    if (coded(error) !== 'ENOENT' && coded(error) !== 'EEXIST') throw error; // another one was first
  }
  rmSync(aside, { force: true });
}

function isHeldBy(pid: number, file: string): boolean {
  return pid === process.pid ? ours.has(file) : isAlive(pid);
}

function readLock(lock: string): string {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return ''; // released meanwhile
  }
}
