import type { UserActor } from '#shared/core/actor.ts';
import type { ProvisionerDeps } from './deps.ts';

export interface Context {
  readonly deps: ProvisionerDeps;
  readonly actor: UserActor;
  readonly idempotencyKey: string | undefined;
}
