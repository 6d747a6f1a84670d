import type { TenantId } from '../core/tenant-id.ts';
import type { LabelDefinition } from './label-definition.ts';

export interface LabelDefinitionRepository {
  /** All of them in the order of their keys: there are few. */
  list(tenant: TenantId): Promise<LabelDefinition[]>;
  /** Throws NotUnique when the key has a definition, and QuotaExceeded. */
  insert(definition: LabelDefinition): Promise<void>;
  /** Throws ConcurrentUpdate unless the stored version is that of `current`, and QuotaExceeded. */
  replace(next: LabelDefinition, current: LabelDefinition): Promise<void>;
  /** Throws ConcurrentUpdate unless the stored version is that of the definition. */
  delete(definition: LabelDefinition): Promise<void>;
}
