import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checkCertificates, viewerCall } from '../certificates.ts';
import type { ClientCheck } from '../client-check.ts';
import { command } from '../command.ts';

/** The names that templates of certtool have for attributes of a subject. */
const templateNames: Readonly<Record<string, string>> = {
  O: 'organization',
  OU: 'unit',
  L: 'locality',
  ST: 'state',
  C: 'country',
  CN: 'cn',
};

const templateOf = (subject: string): string =>
  subject
    .split(',')
    .map((part) => part.split('='))
    .map(([attribute = '', value = '']) => `${templateNames[attribute]} = "${value}"\n`)
    .join('');

export const gnutlsCertificates: ClientCheck = {
  name: 'GnuTLS: certificates',
  commands: ['certtool', 'gnutls-cli'],
  run: (use) => {
    const certtool = (...given: string[]) => command('certtool', given, { cwd: use.folder });
    return checkCertificates(use, {
      async request(subject) {
        await writeFile(join(use.folder, 'template.cfg'), templateOf(subject));
        await certtool('--generate-privkey', '--key-type', 'ecdsa', '--curve', 'secp256r1', '--outfile', 'key.pem');
        // A description of the request stands in front of it in that file.
        await certtool('--generate-request', '--load-privkey', 'key.pem', '--template', 'template.cfg', '--outfile', 'request.pem');
      },
      async verify({ directorUrl }) {
        await certtool('--crl-info', '--inder', '--infile', 'list.crl', '--outfile', 'list.pem');
        await certtool('--verify-crl', '--load-ca-certificate', 'ca.pem', '--infile', 'list.pem');
        const verify = (chain: string) =>
          certtool('--verify', '--load-ca-certificate', 'ca.pem', '--load-crl', 'list.pem', '--infile', chain);
        await verify('chain.pem');
        const refusal = await verify('revoked.pem').catch(String);
        if (!refusal.includes('revoked')) throw new Error(`the revoked certificate is not refused: ${refusal}`);
        await callWithGnutls(use.folder, new URL(directorUrl));
      },
    });
  },
};

async function callWithGnutls(folder: string, { hostname, port, pathname }: URL): Promise<void> {
  const given = ['--x509cafile', 'ca.pem', '--x509certfile', 'chain.pem', '--x509keyfile', 'key.pem', '--port', port, hostname];
  const lines = [`POST ${pathname} HTTP/1.1`, `Host: ${hostname}:${port}`, 'Content-Type: application/json', 'Connection: close'];
  const input = `${[...lines, `Content-Length: ${viewerCall.length}`, '', viewerCall].join('\r\n')}`;
  const answer = await command('gnutls-cli', given, { cwd: folder, input, keepsInputOpen: true });
  if (!answer.includes('"viewer"')) throw new Error(`the Director does not answer gnutls-cli: ${answer}`);
}
