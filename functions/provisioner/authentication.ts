import { requireTenantActor, type TenantActor } from '#shared/core/actor.ts';
import { AppError, invalidData } from '#shared/core/errors.ts';
import { type ApiEvent, headerOf } from '#shared/lambda/api-event.ts';
import { actorInTenant } from '#shared/lambda/own-tenant.ts';
import type { Context } from './context.ts';
import type { ProvisionerDeps } from './deps.ts';

const maxKeyLength = 256;

/** Authenticates the caller, a user or an integration system. */
export async function contextOf(event: ApiEvent, deps: ProvisionerDeps): Promise<Context> {
  const actor = await actorOf(event, deps);
  if (!actor) throw new AppError('Unauthorized', 'an Authorization header with a bearer token is required');
  await deps.admit(actor.tenant);
  const idempotencyKey = headerOf(event, 'idempotency-key') || undefined;
  if (idempotencyKey && idempotencyKey.length > maxKeyLength) {
    throw invalidData('request', { 'Idempotency-Key': `must be no longer than ${maxKeyLength} characters` });
  }
  return { deps, actor, idempotencyKey };
}

async function actorOf(event: ApiEvent, deps: ProvisionerDeps): Promise<TenantActor | undefined> {
  if (event.requestContext.authorizer?.jwt) return deps.authenticateUser(event);
  const holder = await deps.authenticateClient(event);
  if (!holder) return undefined;
  const actor = await actorInTenant(holder, event, deps.tenants);
  requireTenantActor(actor);
  return actor;
}
