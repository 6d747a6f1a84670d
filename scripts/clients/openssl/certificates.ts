import { checkCertificates } from '../certificates.ts';
import type { ClientCheck } from '../client-check.ts';
import { command } from '../command.ts';

export const opensslCertificates: ClientCheck = {
  name: 'OpenSSL: certificates',
  commands: ['openssl', 'curl'],
  run: (use) => {
    const openssl = (...given: string[]) => command('openssl', given, { cwd: use.folder });
    return checkCertificates(use, {
      request: (subject) =>
        openssl(
          'req',
          '-new',
          '-newkey',
          'rsa:2048',
          '-nodes',
          '-keyout',
          'key.pem',
          '-text',
          '-out',
          'request.pem',
          '-subj',
          `/${subject.replaceAll(',', '/')}`,
        ),
      async verify({ directorUrl }) {
        await openssl('crl', '-inform', 'DER', '-in', 'list.crl', '-CAfile', 'ca.pem', '-out', 'list.pem');
        const verify = (chain: string) =>
          openssl(
            'verify',
            '-x509_strict',
            '-purpose',
            'sslclient',
            '-crl_check',
            '-CRLfile',
            'list.pem',
            '-CAfile',
            'ca.pem',
            '-untrusted',
            chain,
            chain,
          );
        await verify('chain.pem');
        const refusal = await verify('revoked.pem').catch(String);
        if (!refusal.includes('certificate revoked')) throw new Error(`the revoked certificate is not refused: ${refusal}`);
        await command(
          'curl',
          [
            '--silent',
            '--show-error',
            '--fail',
            '--cacert',
            'ca.pem',
            '--cert',
            'chain.pem',
            '--key',
            'key.pem',
            '--json',
            '@call.json',
            directorUrl,
          ],
          { cwd: use.folder },
        );
      },
    });
  },
};
