import type { TenantId } from '../core/tenant-id.ts';
import type { FormationTemplate } from './formation-template.ts';

/** The default template is found and listed like any other. */
export interface FormationTemplateRepository {
  /** Throws NotUniqueName when the tenant has a template of that name. */
  insert(template: FormationTemplate): Promise<void>;
  find(tenant: TenantId, id: string): Promise<FormationTemplate | undefined>;
  findByName(tenant: TenantId, name: string): Promise<FormationTemplate | undefined>;
  /** All of the tenant, in the order of their names. */
  list(tenant: TenantId): Promise<FormationTemplate[]>;
  /** Throws ConcurrentUpdate unless the stored version is that of `current`, and NotUniqueName when a new name is taken. */
  replace(next: FormationTemplate, current: FormationTemplate): Promise<void>;
  /** Throws InvalidOperation while there are formations made from it. */
  delete(template: FormationTemplate): Promise<void>;
}
