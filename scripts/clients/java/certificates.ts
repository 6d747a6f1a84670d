import { join } from 'node:path';
import { checkCertificates } from '../certificates.ts';
import type { ClientCheck } from '../client-check.ts';
import { command } from '../command.ts';

const program = join(import.meta.dirname, 'Certificates.java');
const keystore = ['-keystore', 'keystore.p12', '-storetype', 'PKCS12', '-storepass', 'secret', '-alias', 'client'];

/** keytool and the standard library of Java, which fetches the list from the address in the certificate. */
export const javaCertificates: ClientCheck = {
  name: 'Java: certificates',
  commands: ['java', 'keytool'],
  run: (use) => {
    const keytool = (...given: string[]) => command('keytool', [...given, ...keystore], { cwd: use.folder });
    return checkCertificates(use, {
      async request(subject) {
        await keytool('-genkeypair', '-keyalg', 'EC', '-groupname', 'secp256r1', '-dname', subject);
        await keytool('-certreq', '-file', 'request.pem');
      },
      async verify({ directorUrl }) {
        await keytool('-importcert', '-noprompt', '-file', 'chain.pem');
        // With this property the list is fetched from the address in the certificate.
        await command('java', ['-Dcom.sun.security.enableCRLDP=true', program, directorUrl], { cwd: use.folder });
      },
    });
  },
};
