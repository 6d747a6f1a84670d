import type { RevocationList } from './revoked-certificate.ts';

/** The store of signed lists, each under its authority and number; a list is never overwritten. */
export interface ListObjects {
  put(list: RevocationList, der: Uint8Array): Promise<void>;
  get(list: RevocationList): Promise<Uint8Array>;
}
