import { type Actor, describeActor } from '../core/actor.ts';
import { invalidData, notFound } from '../core/errors.ts';
import type { JsonValue } from '../core/json.ts';
import { bytesOf } from '../core/json-bytes.ts';
import type { TenantId } from '../core/tenant-id.ts';
import { checkLabels, type Labels } from '../labels/label.ts';
import { type LabelEntry, storableValue } from '../labels/label-entry.ts';
import { descriptionOf, requireVisible } from './change-tenants.ts';
import { isNamed, type Tenant, type TenantFact, tenantFacts, unwritten } from './tenant.ts';
import type { TenantRepository } from './tenant-repository.ts';

interface Deps {
  readonly tenants: Pick<TenantRepository, 'change'>;
}

/** Writes over the description of a tenant and returns it; its labels stay. Throws InvalidData, and NotFound for one that the actor does not see. */
export function updateTenant(id: string, given: object, actor: Actor, deps: Deps): Promise<Tenant> {
  const described = descriptionOf(given);
  if (described.id !== id) throw invalidData('BusinessTenantMappingInput', { externalTenant: 'cannot be changed: must be the id' });
  const tenant = requireVisible(actor, id);
  return change(tenant, ({ labels }) => ({ ...described, id: tenant, labels }), actor, deps);
}

/** Maximum bytes of the labels of a tenant, so that a page of tenants stays small. */
const maxLabelsBytes = 4096;

/**
 * Sets a label of a tenant; region, subdomain and the like are parts of its description and texts. Throws InvalidData, and NotFound for a tenant that
 * the actor does not see.
 */
export async function setTenantLabel(id: string, { key, value: given }: LabelEntry, actor: Actor, deps: Deps): Promise<LabelEntry> {
  const value = storableValue(given);
  checkLabels({ [key]: value });
  const set = isFact(key) ? { [key]: factOf(key, value) } : undefined;
  const tenant = requireVisible(actor, id);
  await change(tenant, (current) => ({ ...current, ...(set ?? { labels: bounded({ ...current.labels, [key]: value }) }) }), actor, deps);
  return { key, value };
}

const isFact = (key: string): key is TenantFact => tenantFacts.some((fact) => fact === key);

function factOf(key: TenantFact, value: JsonValue): string {
  if (typeof value === 'string' && value !== '' && value.length <= 256) return value;
  throw invalidData('LabelInput', { value: `${key} must be a text of at most 256 characters` });
}

function bounded(labels: Labels): Labels {
  if (bytesOf(labels) <= maxLabelsBytes) return labels;
  throw invalidData('LabelInput', { labels: `must be at most ${maxLabelsBytes} bytes together` });
}

/** A tenant that the actor's credential names is there without a description, too. */
async function change(id: TenantId, next: (current: Tenant) => Tenant, actor: Actor, { tenants }: Deps): Promise<Tenant> {
  const changed = await tenants.change(id, next, {
    changedBy: describeActor(actor),
    ...(isNamed(actor, id) && { initial: unwritten(id) }),
  });
  if (!changed) throw notFound('tenant', id);
  return changed;
}
