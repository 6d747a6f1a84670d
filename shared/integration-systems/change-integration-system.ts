import * as z from 'zod';
import { type Actor, describeActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { invalidData, notFound, referredTo } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import { retryOnConflict } from '../core/retry-on-conflict.ts';
import { dnsName, optional, text, validate } from '../core/validate.ts';
import { type IntegrationSystem, mayReachAllTenants, requireRightOn } from './integration-system.ts';
import type { IntegrationSystemRepository } from './integration-system-repository.ts';

const systemInput = z.object({
  name: dnsName,
  description: optional(text(2000)),
  allTenants: z.boolean().nullish(),
});

const read = (given: object) => validate('IntegrationSystemInput', systemInput, given);

interface Deps<K extends keyof IntegrationSystemRepository> {
  readonly integrationSystems: Pick<IntegrationSystemRepository, K>;
}

/**
 * Registers an integration system: for the actor's tenant, or for all tenants, which is the default for an actor with the right to. Throws
 * InvalidData, InsufficientScopes, and NotUniqueName when the tenant has one of this name.
 */
export async function registerIntegrationSystem(
  given: object,
  actor: Actor,
  { integrationSystems, clock }: Deps<'insert'> & { readonly clock: Clock },
): Promise<IntegrationSystem> {
  const now = clock().toISOString();
  const { allTenants, ...fields } = read(given);
  const reach = (allTenants ?? mayReachAllTenants(actor)) ? { allTenants: true as const } : {};
  requireRightOn(reach, actor);
  const system: IntegrationSystem = {
    ...fields,
    ...reach,
    tenant: actor.tenant,
    id: newId(),
    applicationCount: 0,
    createdAt: now,
    updatedAt: now,
    version: 1,
    changedBy: describeActor(actor),
  };
  await integrationSystems.insert(system);
  return system;
}

/** Replaces name and description. Throws NotFound, InsufficientScopes, InvalidData, NotUniqueName. */
export function updateIntegrationSystem(
  id: string,
  given: object,
  actor: Actor,
  { integrationSystems, clock }: Deps<'find' | 'replace'> & { readonly clock: Clock },
): Promise<IntegrationSystem> {
  const { name, description, allTenants } = read(given);
  return retryOnConflict(async () => {
    const current = await existing(id, actor, integrationSystems);
    if (typeof allTenants === 'boolean' && allTenants !== (current.allTenants ?? false)) {
      throw invalidData('IntegrationSystemInput', { allTenants: 'cannot be changed: register another integration system' });
    }
    const change = { name, description, updatedAt: clock().toISOString(), changedBy: describeActor(actor) };
    const next = { ...current, ...change, version: current.version + 1 };
    await integrationSystems.replace(next, current);
    return next;
  });
}

/**
 * Deletes an integration system with its credentials. Throws NotFound, InsufficientScopes, and InvalidOperation while Applications name it as
 * theirs.
 */
export function unregisterIntegrationSystem(
  id: string,
  actor: Actor,
  { integrationSystems }: Deps<'find' | 'delete'>,
): Promise<IntegrationSystem> {
  return retryOnConflict(async () => {
    const system = await existing(id, actor, integrationSystems);
    if (system.applicationCount > 0) throw referredTo('integrationSystem', { applications: system.applicationCount });
    await integrationSystems.delete(system);
    return system;
  });
}

async function existing(id: string, actor: Actor, systems: Pick<IntegrationSystemRepository, 'find'>): Promise<IntegrationSystem> {
  const system = await systems.find(actor.tenant, id);
  if (!system) throw notFound('integrationSystem', id);
  requireRightOn(system, actor);
  return system;
}
