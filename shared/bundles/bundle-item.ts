import type { TenantId } from '../core/tenant-id.ts';

interface Stored {
  tenant: string;
  idPk: string;
  idSk: string;
}

/** A stored bundle, definition or document without the attributes that only the index needs. */
export function bundleItem<T extends Stored>({ idPk, idSk, tenant, ...item }: T): Omit<T, keyof Stored> & { tenant: TenantId } {
  return { ...item, tenant: tenant as TenantId };
}
