import { setTimeout as pause } from 'node:timers/promises';
import type { Headers } from '#test/support/clients.ts';
import { attempt, type Outcome } from './attempt.ts';
import type { Ledger } from './ledger.ts';
import type { SupervisedSystem } from './supervised-system.ts';

export interface World {
  readonly system: SupervisedSystem;
  readonly ledger: Ledger;
  /** Milliseconds since the epoch at which senders begin nothing more. */
  readonly until: number;
  readonly director: (operation: string, query: string, variables?: object) => Promise<Outcome>;
  readonly provisioner: (operation: string, query: string, variables?: object, headers?: Headers) => Promise<Outcome>;
}

export function worldOf(system: SupervisedSystem, ledger: Ledger, until: number): World {
  const { directorUrl, provisionerUrl, tenants, adminTokens } = system.description;
  const [tenant = ''] = tenants;
  const admin = { authorization: `Bearer ${adminTokens[tenant]}`, tenant };
  return {
    system,
    ledger,
    until,
    director: async (operation, query, variables) => ledger.count(operation, await attempt(directorUrl, query, variables, admin)),
    provisioner: async (operation, query, variables, headers) =>
      ledger.count(operation, await attempt(provisionerUrl, query, variables, { ...admin, ...headers })),
  };
}

/** Repeats an idempotent request until its outcome is known. */
export async function untilKnown(work: () => Promise<Outcome>): Promise<Exclude<Outcome, { kind: 'unknown' }>> {
  for (;;) {
    const outcome = await work();
    if (outcome.kind !== 'unknown') return outcome;
    await pause(500);
  }
}
