import { invalidData } from '../core/errors.ts';
import type { JsonObject } from '../core/json.ts';
import type { TenantId } from '../core/tenant-id.ts';
import { jsonSchemaProblem } from '../json-schema/json-schema-problem.ts';
import type { LabelDefinitionRepository } from './label-definition-repository.ts';

/** Throws InvalidData for a label whose value violates the tenant's definition of its key. Reads nothing without labels. */
export async function requireDefinedValues(
  labels: JsonObject,
  tenant: TenantId,
  { labelDefinitions }: { labelDefinitions: Pick<LabelDefinitionRepository, 'list'> },
): Promise<void> {
  if (Object.keys(labels).length === 0) return;
  for (const { key, schema } of await labelDefinitions.list(tenant)) {
    if (schema === undefined || !Object.hasOwn(labels, key)) continue;
    const problem = await jsonSchemaProblem(schema, JSON.stringify(labels[key]));
    if (problem) throw invalidData('LabelInput', { [key]: problem });
  }
}
