import type { PendingPairing } from './pairing/pending-pairing.ts';
import type { PendingRenewal } from './pairing/renewal.ts';
import type { Connection } from './state/connection.ts';
import type { KeyStore } from './state/key-store.ts';
import type { StoredJson } from './state/stored-json.ts';
import type { AppliedView } from './sync/applied-view.ts';
import type { ApplyApplications } from './sync/apply-applications.ts';

/** The state of an Agent, and the application of a fetched view: in files of a folder, or in a table. One Agent uses them at a time. */
export interface AgentStores {
  readonly keys: KeyStore;
  readonly connections: StoredJson<Connection>;
  readonly pending: StoredJson<PendingPairing>;
  readonly renewals: StoredJson<PendingRenewal>;
  /** Reads the completely applied view with its revision. */
  readonly applied: () => Promise<AppliedView | undefined>;
  readonly apply: ApplyApplications;
}
