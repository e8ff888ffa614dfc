import { accessSync, chownSync, constants } from 'node:fs';
import { join } from 'node:path';
import { coded, ExpectedStop, makeFolder, sha256 } from '#platform';
import { everyoneCanEnter, runsAsRoot, UNPRIVILEGED_USER } from './embedded-binaries.js';

/** Data of projects that lie where the unprivileged user cannot enter, such as root's home. */
const ROOT_DATA_DIRECTORY = '/var/lib/answerable';

/** Makes the folder, or another one when the server's user could not reach it. @throws ExpectedStop when it cannot be written. */
export function prepareDataFolder(wanted: string): string {
  let folder = wanted;
  try {
    makeFolder(folder);
    accessSync(folder, constants.W_OK);
    if (!runsAsRoot()) return folder;
    if (!everyoneCanEnter(folder)) {
      folder = join(ROOT_DATA_DIRECTORY, sha256(wanted).toString('hex').slice(0, 12));
      makeFolder(folder);
    }
    chownSync(folder, UNPRIVILEGED_USER.uid, UNPRIVILEGED_USER.gid);
    return folder;
  } catch (error) {
    throw cannotBeWritten(folder, error);
  }
}

/** For what goes wrong with a file in the folder, which may be another user's even where the folder is ours. */
export function becauseOfFolder(folder: string, error: unknown): unknown {
  const path = error instanceof Error && 'path' in error ? error.path : undefined;
  return typeof path === 'string' && path.startsWith(folder) ? cannotBeWritten(folder, error) : error;
}

function cannotBeWritten(folder: string, error: unknown): ExpectedStop {
  return new ExpectedStop(
    `The data folder ${folder} cannot be written (${coded(error)}). Set ANSWERABLE_DATA_DIR to another one.`,
  );
}
