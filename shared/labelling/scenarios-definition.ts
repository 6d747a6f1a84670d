import type { TenantId } from '#shared/core/tenant-id.ts';
import { everyFormation } from '#shared/formations/every-formation.ts';
import type { FormationRepository } from '#shared/formations/formation-repository.ts';
import { scenariosLabel } from '#shared/labels/label.ts';

const namePattern = '^[A-Za-z0-9]([-_A-Za-z0-9\\s]*[A-Za-z0-9])?$';

/** The definition of the `scenarios` label, computed from the tenant's formations. */
export async function scenariosDefinition(tenant: TenantId, { formations }: { formations: Pick<FormationRepository, 'list'> }) {
  const names = (await everyFormation(tenant, { formations })).map(({ name }) => name);
  const items = { type: 'string', maxLength: 128, pattern: namePattern, ...(names.length > 0 ? { enum: names } : {}) };
  return { key: scenariosLabel, schema: JSON.stringify({ type: 'array', minItems: 1, uniqueItems: true, items }) };
}
