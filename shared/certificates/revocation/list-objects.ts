import type { RevocationList } from './revoked-certificate.ts';

/** Where signed lists are kept, each under its authority and number: none is ever overwritten. */
export interface ListObjects {
  put(list: RevocationList, der: Uint8Array): Promise<void>;
  get(list: RevocationList): Promise<Uint8Array>;
}
