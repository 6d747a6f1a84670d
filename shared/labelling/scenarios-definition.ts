import type { TenantId } from '#shared/core/tenant-id.ts';
import type { FormationRepository } from '#shared/formations/formation-repository.ts';
import { scenariosLabel } from '#shared/labels/label.ts';

const namePattern = '^[A-Za-z0-9]([-_A-Za-z0-9\\s]*[A-Za-z0-9])?$';

/** The definition of the `scenarios` label, which follows from the formations there are. */
export async function scenariosDefinition(tenant: TenantId, { formations }: { formations: Pick<FormationRepository, 'list'> }) {
  const names: string[] = [];
  let after: string | undefined;
  do {
    const page = await formations.list(tenant, { first: 200, after });
    names.push(...page.data.map(({ name }) => name));
    after = page.next;
  } while (after !== undefined);
  const items = { type: 'string', maxLength: 128, pattern: namePattern, ...(names.length > 0 ? { enum: names } : {}) };
  return { key: scenariosLabel, schema: JSON.stringify({ type: 'array', minItems: 1, uniqueItems: true, items }) };
}
