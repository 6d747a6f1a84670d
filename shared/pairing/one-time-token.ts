import { createHash, createHmac, randomBytes } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { OwnerKind } from '../core/actor.ts';
import { bytesOfUuid, uuidOfBytes } from '../core/ids.ts';
import { isTenantId } from '../core/tenant-id.ts';
import type { Owner } from './system-auth.ts';

/**
 * A one-time token in its text form: `cmp_<app|rt>_<address>.<secret>.<checksum>`. The address names its System Auth, so that one read by key finds
 * it. Secret scanners recognise the prefix. The checksum refuses typing errors without a read.
 */
export interface OneTimeToken {
  readonly owner: Owner;
  readonly authId: string;
  readonly secret: Buffer;
}

const prefixes: Record<OwnerKind, string> = { application: 'cmp_app_', runtime: 'cmp_rt_' };

/** Bytes of a secret: 256 bits, so that SHA-256 is enough for its digest. */
export const newSecret = (): Buffer => randomBytes(32);

export function formatToken({ owner, authId, secret }: OneTimeToken): string {
  const address = Buffer.concat([bytesOfUuid(owner.id), bytesOfUuid(authId), Buffer.from(owner.tenant)]).toString('base64url');
  const text = `${prefixes[owner.kind]}${address}.${secret.toString('base64url')}`;
  return `${text}.${checksum(text)}`;
}

const pattern = /^((cmp_app_|cmp_rt_)([\w-]{44,300})\.([\w-]{43}))\.([0-9a-f]{8})$/;

/** Reads a token; undefined for anything that was not made by `formatToken`. */
export function parseToken(text: string): OneTimeToken | undefined {
  const [, signed, prefix, address, secret, sum] = pattern.exec(text.trim()) ?? [];
  if (!signed || !address || !secret || checksum(signed) !== sum) return undefined;
  const bytes = Buffer.from(address, 'base64url');
  const [id, authId] = [uuidOfBytes(bytes.subarray(0, 16)), uuidOfBytes(bytes.subarray(16, 32))];
  const kind: OwnerKind = prefix === prefixes.application ? 'application' : 'runtime';
  const tenant = bytes.subarray(32).toString();
  if (!id || !authId || !isTenantId(tenant)) return undefined;
  return { owner: { tenant, kind, id }, authId, secret: Buffer.from(secret, 'base64url') };
}

/** The only form of a secret that is ever stored. */
export const digestOf = (secret: Buffer | string): string => createHash('sha256').update(secret).digest('hex');

/** The secret of the next token if a repeated request must get the same answer. Only the holder of `secret` can compute it. */
export const deriveSecret = (secret: Buffer, salt: string): Buffer =>
  createHmac('sha256', secret).update(`compass:next-token:${salt}`).digest();

const checksum = (text: string): string => crc32(text).toString(16).padStart(8, '0');
