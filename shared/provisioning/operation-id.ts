import { createHash } from 'node:crypto';
import { newId } from '../core/ids.ts';
import type { TenantId } from '../core/tenant-id.ts';

/** A new id, or with an idempotency key the one that the key has in its tenant: a repeated request means the same operation. */
export function operationIdFor(tenant: TenantId, idempotencyKey: string | undefined): string {
  if (idempotencyKey === undefined) return newId();
  const digest = createHash('sha256').update(`${tenant}\n${idempotencyKey}`).digest();
  // RFC 9562: version 8, a UUID of our own making, in the standard variant.
  digest.writeUInt8((digest.readUInt8(6) & 0x0f) | 0x80, 6);
  digest.writeUInt8((digest.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = digest.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');
}

/** Equal for equal requests. */
export const requestDigest = (operation: string, request: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([operation, request]))
    .digest('hex');
