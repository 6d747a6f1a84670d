import { AppError } from './errors.ts';

declare const brand: unique symbol;

/** A tenant of which the caller's credential is proof. Storage keys are built from this type only. */
export type TenantId = string & { readonly [brand]: 'TenantId' };

const pattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

export const isTenantId = (value: string): value is TenantId => pattern.test(value);

/** Accepts what may become part of a storage key; throws TenantNotFound for anything else. */
export function tenantId(value: string): TenantId {
  if (!isTenantId(value)) throw new AppError('TenantNotFound', 'Tenant not found', { details: { externalTenant: value.slice(0, 128) } });
  return value;
}
