import { consolePath } from '#shared/console/console-path.ts';

/** The content of `local.json` while the system runs. */
export interface LocalDescription {
  readonly pid: number;
  readonly publicUrl: string;
  readonly directorUrl: string;
  readonly connectorUrl: string;
  readonly provisionerUrl: string;
  /** The console, for browsers. */
  readonly consoleUrl: string;
  /** For OAuth clients: the token endpoint, and the APIs that accept its tokens. */
  readonly tokenUrl: string;
  readonly oauthDirectorUrl: string;
  readonly oauthProvisionerUrl: string;
  readonly mtlsUrl: string;
  readonly mtlsDirectorUrl: string;
  readonly mtlsConnectorUrl: string;
  /** Path of the PEM that signs the server's and the clients' certificates. */
  readonly caCertificate: string;
  readonly issuer: string;
  readonly tenants: readonly string[];
  readonly adminTokens: Readonly<Record<string, string>>;
  /** Path of a JSON-lines file with every event of the bus. */
  readonly events: string;
}

/** The tenants that exist on one machine from the start. */
export const tenants = ['5577cf46-4f78-45fa-b55f-a42a3bdba868', '3e64ebae-38b5-46a0-b1ed-9ccee153a0ae'] as const;

interface Facts extends Pick<LocalDescription, 'publicUrl' | 'mtlsUrl' | 'caCertificate' | 'issuer' | 'adminTokens' | 'events'> {}

export const localDescription = ({ publicUrl, mtlsUrl, ...facts }: Facts): LocalDescription => ({
  pid: process.pid,
  publicUrl,
  directorUrl: `${publicUrl}/director/graphql`,
  connectorUrl: `${publicUrl}/connector/graphql`,
  provisionerUrl: `${publicUrl}/provisioner/graphql`,
  consoleUrl: publicUrl + consolePath,
  tokenUrl: `${publicUrl}/oauth/token`,
  oauthDirectorUrl: `${publicUrl}/oauth/director/graphql`,
  oauthProvisionerUrl: `${publicUrl}/oauth/provisioner/graphql`,
  mtlsUrl,
  mtlsDirectorUrl: `${mtlsUrl}/director/graphql`,
  mtlsConnectorUrl: `${mtlsUrl}/connector/graphql`,
  tenants,
  ...facts,
});
