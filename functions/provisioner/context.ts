import type { TenantActor } from '#shared/core/actor.ts';
import type { ProvisionerDeps } from './deps.ts';

export interface Context {
  readonly deps: ProvisionerDeps;
  readonly actor: TenantActor;
  readonly idempotencyKey: string | undefined;
}
