import { join } from 'node:path';
import type * as z from 'zod';
import { type Failures, failuresSchema } from '../backoff.ts';
import type { Environment } from '../control-plane/proxy.ts';
import type { Log } from '../log.ts';
import { pendingPairingSchema } from '../pairing/pending-pairing.ts';
import { pendingRenewalSchema } from '../pairing/renewal.ts';
import type { AgentStores } from '../stores.ts';
import { loadApplied } from '../sync/applied-view.ts';
import { applyToFiles } from '../sync/apply-applications.ts';
import { type ChangeHooks, changeHooks, unannouncedSchema } from '../sync/change-hooks.ts';
import { connectionSchema } from './connection.ts';
import { fileKeyStore } from './key-store.ts';
import { type OnDamage, type StoredJson, storedJson } from './stored-json.ts';

interface FolderUse {
  readonly hooks: ChangeHooks;
  readonly environment: Environment;
  readonly now: () => Date;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** State and view in the files of a folder, which the Agent has locked. */
export function fileStores(stateFolder: string, use: FolderUse): AgentStores & { readonly failures: StoredJson<Failures> } {
  const onDamage: OnDamage = (file) => use.log('warn', 'a file of the state is damaged and counts as absent', { file });
  const stored = <T>(name: string, schema: z.ZodType<T>, report = onDamage) => storedJson(join(stateFolder, name), schema, report);
  const announcing = changeHooks({ ...use, unannounced: stored('unannounced.json', unannouncedSchema), stateFolder });
  return {
    keys: fileKeyStore(stateFolder, onDamage),
    connections: stored('connection.json', connectionSchema),
    pending: stored('pairing.json', pendingPairingSchema),
    renewals: stored('renewal.json', pendingRenewalSchema),
    failures: stored('failures.json', failuresSchema, () => undefined),
    applied: () => loadApplied(stateFolder, onDamage),
    apply: announcing.around((beforeChange) => applyToFiles(stateFolder, beforeChange)),
  };
}
