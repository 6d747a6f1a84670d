import { join } from 'node:path';
import { type Identity, parseIdentity } from './certificate.ts';
import { readIfPresent, writePrivate } from './private-files.ts';
import type { OnDamage } from './stored-json.ts';

export interface KeyStore {
  load(): Promise<Identity | undefined>;
  save(identity: Identity): Promise<void>;
}

/**
 * Key and certificates share the one file `identity.pem`, so that replacing it swaps both in a single step and no crash leaves a key beside the
 * certificate of another. `curl --cert` and `openssl s_client -cert` take it as it is.
 */
export function fileKeyStore(stateFolder: string, onDamage: OnDamage): KeyStore {
  const file = join(stateFolder, 'identity.pem');
  return {
    async load() {
      const pem = await readIfPresent(file);
      if (pem === undefined) return undefined;
      const identity = parseIdentity(pem);
      if (identity === undefined) onDamage(file);
      return identity;
    },
    save: ({ privateKey, certificateChain }) => writePrivate(file, privateKey + certificateChain),
  };
}
