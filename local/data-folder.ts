import { accessSync, appendFileSync, constants, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { errorCodeOf, Refusal } from './refusal.ts';

export type DataFolder = ReturnType<typeof dataFolder>;

/** Paths of each part of the system's state. */
export const dataFolder = (root: string) => ({
  root,
  description: join(root, 'local.json'),
  lock: join(root, 'lock.sqlite'),
  table: join(root, 'dynamodb'),
  messaging: join(root, 'sqs-s3'),
  secrets: join(root, 'secrets'),
  executions: join(root, 'executions'),
  runtimes: join(root, 'runtimes'),
  events: join(root, 'events.jsonl'),
  streamPosition: join(root, 'stream-position.json'),
  authority: join(root, 'authority.pem'),
  authorityCertificate: join(root, 'ca.pem'),
  issuer: join(root, 'issuer.json'),
  clients: join(root, 'clients'),
});

/** Creates the folder with access for its owner only. */
export function prepareDataFolder(root: string): DataFolder {
  const folder = dataFolder(root);
  try {
    mkdirSync(root, { recursive: true, mode: 0o700 });
    accessSync(root, constants.R_OK | constants.W_OK | constants.X_OK);
    for (const path of [folder.table, folder.messaging, folder.secrets, folder.executions, folder.runtimes, folder.clients]) {
      mkdirSync(path, { recursive: true, mode: 0o700 });
    }
    // The file exists before the first event, so that a reader can follow it.
    appendFileSync(folder.events, '', { mode: 0o600 });
  } catch (error) {
    throw unusable(root, error);
  }
  return folder;
}

/**
 * Locks the data folder until the returned function is called. The operating system drops the lock with the process, so that
 * no lock is ever stale.
 */
export function lockDataFolder({ lock, root }: DataFolder): () => void {
  try {
    return lockFile(
      lock,
      () => new Refusal(`The data folder ${root} is in use by a running system: stop that first or choose another with --data-dir.`),
    );
  } catch (error) {
    throw error instanceof Refusal ? error : unusable(root, error);
  }
}

const unusable = (root: string, error: unknown): Refusal =>
  new Refusal(
    `The data folder ${root} cannot be used (${errorCodeOf(error) ?? error}): make it writable or choose another with --data-dir.`,
  );

/** The same with a file. Throws `inUse()` while another process has the lock. */
export function lockFile(path: string, inUse: () => Refusal): () => void {
  const lock = new DatabaseSync(path);
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch {
    lock.close();
    throw inUse();
  }
  return () => lock.close();
}
