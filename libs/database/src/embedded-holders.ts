import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { coded, ExpectedStop } from '#platform';

/** How long one process may wait for another one that is just starting or stopping the server. */
const LOCK_SECONDS = 90;

/** Notes that this process uses the server; call the result when it no longer does. */
export function registerHolder(folder: string): () => void {
  const holders = join(folder, 'holders');
  mkdirSync(holders, { recursive: true });
  const file = join(holders, `${process.pid}-${Math.random().toString(36).slice(2)}`);
  writeFileSync(file, '');
  return () => rmSync(file, { force: true });
}

/** How many live users the server still has; notes of dead processes are removed. */
export function otherHolders(folder: string): number {
  const holders = join(folder, 'holders');
  let alive = 0;
  for (const name of readdirSync(holders)) {
    if (isAlive(Number(name.split('-')[0]))) alive += 1;
    else rmSync(join(holders, name), { force: true });
  }
  return alive;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return coded(error) === 'EPERM';
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
    rmSync(lock, { force: true });
  }
}

function tryLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (coded(error) !== 'EEXIST') throw error;
    const owner = Number(readLock(lock));
    if (owner > 0 && owner !== process.pid && !isAlive(owner)) rmSync(lock, { force: true }); // left by a killed process
    return false;
  }
}

function readLock(lock: string): string {
  try {
    return readFileSync(lock, 'utf8');
  } catch {
    return ''; // released meanwhile
  }
}
