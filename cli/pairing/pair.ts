import { X509Certificate } from 'node:crypto';
import { join } from 'node:path';
import { CliError } from '../cli-error.ts';
import { sendWithToken } from '../client/api-client.ts';
import { Configuration, Sign } from '../operations/connector.generated.ts';
import { writePrivate } from '../private-file.ts';
import { type NewKey, signingRequest } from './signing-request.ts';

export interface Paired {
  readonly identity: string;
  readonly directorUrl: string;
  readonly connectorUrl: string;
  readonly validUntil: string;
}

interface Token {
  readonly token: string;
  readonly connectorURL: string;
}

/**
 * Turns a one-time token into a client certificate, and stores key and chain in `identity.pem` of the folder, the addresses beside it. The key is
 * stored before the token is spent.
 */
export async function pair({ token, connectorURL: url }: Token, key: NewKey, folder: string, signal: AbortSignal): Promise<Paired> {
  const identity = join(folder, 'identity.pem');
  await writePrivate(join(folder, 'key.pem'), key.privateKey);
  const { configuration } = await sendWithToken({ url, token, signal }, Configuration, {});
  const { certificateSigningRequestInfo: info, managementPlaneInfo: addresses } = configuration;
  const next = configuration.token?.token;
  if (!info || !addresses?.directorURL || !addresses.certificateSecuredConnectorURL || !next)
    throw new CliError('failed', 'The Connector does not say how to go on.', {
      advice: 'Its certificate-secured API may not be deployed.',
    });
  const csr = await signingRequest(info.subject, key);
  const { signed } = await sendWithToken({ url, token: next, signal }, Sign, { csr });
  const chain = Buffer.from(signed.certificateChain, 'base64').toString('utf8');
  const paired = {
    identity,
    directorUrl: addresses.directorURL,
    connectorUrl: addresses.certificateSecuredConnectorURL,
    validUntil: new Date(new X509Certificate(chain).validTo).toISOString(),
  };
  await writePrivate(identity, `${key.privateKey}${chain}`);
  await writePrivate(join(folder, 'connection.json'), `${JSON.stringify(paired, undefined, 2)}\n`);
  return paired;
}
