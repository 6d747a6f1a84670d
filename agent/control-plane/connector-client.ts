import * as z from 'zod';
import { configurationQuery, signMutation } from './connector-documents.ts';
import type { ControlPlaneClient } from './control-plane-client.ts';

export interface ConnectorConfiguration {
  readonly token: string;
  readonly subject: string;
  readonly directorUrl: string;
  readonly connectorUrl: string;
}

const configurationSchema = z.object({
  result: z.object({
    token: z.object({ token: z.string().min(1) }),
    certificateSigningRequestInfo: z.object({ subject: z.string().min(1) }),
    managementPlaneInfo: z.object({ directorURL: z.url(), certificateSecuredConnectorURL: z.url() }),
  }),
});

const signSchema = z.object({ result: z.object({ certificateChain: z.base64().min(1) }) });

/** `headers` contain the one-time token, or nothing with a client certificate. */
export async function fetchConfiguration(
  client: ControlPlaneClient,
  url: string,
  headers: Record<string, string> = {},
): Promise<ConnectorConfiguration> {
  const { data } = await client.send({ url, query: configurationQuery, headers, schema: configurationSchema });
  const { token, certificateSigningRequestInfo, managementPlaneInfo } = data.result;
  return {
    token: token.token,
    subject: certificateSigningRequestInfo.subject,
    directorUrl: managementPlaneInfo.directorURL,
    connectorUrl: managementPlaneInfo.certificateSecuredConnectorURL,
  };
}

/** Returns the chain as the Connector sends it: base64 of PEM blocks, the client's first. */
export async function signCertificate(
  client: ControlPlaneClient,
  url: string,
  csr: string,
  headers: Record<string, string> = {},
): Promise<string> {
  const { data } = await client.send({ url, query: signMutation, variables: { csr }, headers, schema: signSchema });
  return data.result.certificateChain;
}
