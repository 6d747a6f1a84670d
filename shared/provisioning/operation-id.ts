import { createHash } from 'node:crypto';
import { stringify } from 'uuid';
import { newId } from '../core/ids.ts';
import type { TenantId } from '../core/tenant-id.ts';

/** A new id, or with an idempotency key the id derived from tenant and key: a repeated request gets the same operation. */
export function operationIdFor(tenant: TenantId, idempotencyKey: string | undefined): string {
  if (idempotencyKey === undefined) return newId();
  const digest = createHash('sha256').update(`${tenant}\n${idempotencyKey}`).digest();
  // RFC 9562: version 8, custom content, in the standard variant.
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  return stringify(digest);
}

/** Equal for equal requests. */
export const requestDigest = (operation: string, request: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([operation, request]))
    .digest('hex');
