import { AppError, invalidData } from '#shared/core/errors.ts';
import { type ApiEvent, headerOf } from '#shared/lambda/api-event.ts';
import type { Context } from './context.ts';
import type { ProvisionerDeps } from './deps.ts';

const longestKey = 256;

/** Resolves who calls; only users can. */
export async function contextOf(event: ApiEvent, deps: ProvisionerDeps): Promise<Context> {
  const actor = await deps.authenticateUser(event);
  if (!actor) throw new AppError('Unauthorized', 'an Authorization header with a bearer token is required');
  const idempotencyKey = headerOf(event, 'idempotency-key') || undefined;
  if (idempotencyKey && idempotencyKey.length > longestKey) {
    throw invalidData('request', { 'Idempotency-Key': `must be no longer than ${longestKey} characters` });
  }
  return { deps, actor, idempotencyKey };
}
