import type { checkCsr } from './csr.ts';

/** Checks a CSR as `checkCsr` does, whose libraries are loaded with the first one: they take half as long to load as everything else. */
export const csrCheck: typeof checkCsr = async (...request) => (await import('./csr.ts')).checkCsr(...request);
