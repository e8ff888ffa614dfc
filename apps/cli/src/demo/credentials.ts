import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { coded, ExpectedStop, makeFolder } from '#platform';

/** What a person signs in with. Kept in the data folder, readable by its owner only. */
export interface DemoCredentials {
  /** Of the organisation that they belong to: the folder may outlive the database. */
  organisationId: string;
  email: string;
  password: string;
  /** Missing until the key is made. */
  key?: string;
}

/** The credentials of this organisation, when they were made with this folder. */
export function readCredentials(folder: string, organisationId: string): DemoCredentials | null {
  const file = credentialsFile(folder);
  if (!existsSync(file)) return null;
  try {
    const read = JSON.parse(readFileSync(file, 'utf8')) as DemoCredentials; // written by us
    return read.organisationId === organisationId ? read : null;
  } catch {
    throw new ExpectedStop(`${file} cannot be read; remove it to start without the demo's sign-in.`);
  }
}

/** Replaces the file in one step, so that a killed process leaves the old one or the new one. */
export function writeCredentials(folder: string, credentials: DemoCredentials): void {
  const file = credentialsFile(folder);
  try {
    makeFolder(folder);
    writeFileSync(`${file}.new`, JSON.stringify(credentials, null, 2), { mode: 0o600 });
    renameSync(`${file}.new`, file);
  } catch (error) {
    throw new ExpectedStop(`${file} cannot be written (${coded(error)}). Set ANSWERABLE_DATA_DIR to another folder.`);
  }
}

export function credentialsFile(folder: string): string {
  return join(folder, 'demo-credentials.json');
}
