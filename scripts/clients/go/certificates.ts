import { join } from 'node:path';
import { checkCertificates } from '../certificates.ts';
import type { ClientCheck } from '../client-check.ts';
import { command } from '../command.ts';

const program = join(import.meta.dirname, 'certificates.go');

/** The standard library of Go. */
export const goCertificates: ClientCheck = {
  name: 'Go: certificates',
  commands: ['go'],
  run: (use) => {
    const go = (...given: string[]) => command('go', ['run', program, ...given], { cwd: use.folder });
    return checkCertificates(use, {
      request: (subject) => go('request', subject),
      verify: ({ directorUrl, revokedSerial }) => go('verify', directorUrl, revokedSerial),
    });
  },
};
