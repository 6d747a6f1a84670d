import type { Sealer } from '../core/sealer.ts';
import { parseAuth } from '../credentials/auth-value.ts';
import { type BundleInstanceAuth, instanceAuthSealingContext } from './instance-auth.ts';

/** Reads an AuthInput and seals it for one instance auth; throws InvalidData. */
export async function sealedInstanceAuth(
  auth: object | undefined,
  owner: Pick<BundleInstanceAuth, 'tenant' | 'bundleId' | 'id'>,
  sealer: Sealer,
): Promise<string | undefined> {
  return auth && sealer.seal(instanceAuthSealingContext(owner), JSON.stringify(parseAuth(auth)));
}
