import { join } from 'node:path';
import { checkCertificates } from '../certificates.ts';
import type { ClientCheck } from '../client-check.ts';
import { pythonWith } from './environment.ts';

const program = join(import.meta.dirname, 'certificates.py');

/** The package cryptography, whose verifier is the strictest, and the ssl module. */
export const pythonCertificates: ClientCheck = {
  name: 'Python: certificates',
  commands: ['python3'],
  run: async (use) => {
    const python = await pythonWith(use.folder, ['cryptography==48.0.0']);
    return await checkCertificates(use, {
      request: (subject) => python(program, 'request', subject),
      verify: ({ directorUrl, revokedSerial }) => python(program, 'verify', directorUrl, revokedSerial),
    });
  },
};
