import type { TenantId } from '../core/tenant-id.ts';
import type { Owner } from '../pairing/system-auth.ts';
import type { Runtime, RuntimeCondition } from '../runtimes/runtime.ts';
import type { Registration } from './operation.ts';

/** Port to the Director for provisioning. `changedBy` names the requester of the operation. */
export interface RuntimeRegistry {
  /** Registers a Runtime under a given id, as PROVISIONING; a repetition changes nothing. */
  register(tenant: TenantId, id: string, registration: Registration, changedBy: string): Promise<void>;
  find(tenant: TenantId, id: string): Promise<Runtime | undefined>;
  /** Time of the last use of the Runtime's credentials. */
  lastSeenAt(tenant: TenantId, id: string): Promise<string | undefined>;
  setStatus(tenant: TenantId, id: string, condition: RuntimeCondition, changedBy: string): Promise<void>;
  /** A repeat is harmless. */
  unregister(tenant: TenantId, id: string, changedBy: string): Promise<void>;
}

/** Port to the Connector for provisioning. */
export interface TokenIssuer {
  issue(owner: Owner, changedBy: string): Promise<{ readonly token: string; readonly authId: string; readonly expiresAt: string }>;
  /** The same for the reconnection of an owner. */
  issueForReturn: TokenIssuer['issue'];
  /** Invalidates the token; a repetition changes nothing. */
  spend(owner: Owner, authId: string): Promise<void>;
}
