import { type Outputs, outputIn, urlIn } from '../outputs.ts';

/** Addresses of a deployment's APIs. Those of a group are absent where the settings leave the group out. */
export interface SmokeUrls {
  readonly director: string;
  readonly connector: string;
  readonly provisioner: string;
  readonly oauth: { readonly token: string; readonly director: string; readonly provisioner: string } | undefined;
  readonly mutualTls: { readonly base: string; readonly director: string; readonly connector: string } | undefined;
}

export interface OtherBases {
  readonly publicUrl?: string;
  readonly mtlsUrl?: string;
}

/** Takes the addresses from the outputs, with other hosts where the caller reaches the APIs by another way. */
export function urlsOf(outputs: Outputs, { publicUrl, mtlsUrl }: OtherBases): SmokeUrls {
  const open = (url: string) => rebased(url, publicUrl);
  const [token, oauthDirector, oauthProvisioner] = ['TokenUrl', 'OAuthDirectorUrl', 'OAuthProvisionerUrl'].map((name) =>
    urlIn(outputs, name),
  );
  const [secureDirector, secureConnector] = [
    urlIn(outputs, 'CertificateSecuredDirectorUrl'),
    urlIn(outputs, 'CertificateSecuredConnectorUrl'),
  ];
  return {
    director: open(outputIn(outputs, 'DirectorUrl')),
    connector: open(outputIn(outputs, 'ConnectorUrl')),
    provisioner: open(outputIn(outputs, 'ProvisionerUrl')),
    oauth:
      token && oauthDirector && oauthProvisioner
        ? { token: open(token), director: open(oauthDirector), provisioner: open(oauthProvisioner) }
        : undefined,
    mutualTls:
      secureDirector && secureConnector
        ? {
            base: new URL(rebased(secureDirector, mtlsUrl)).origin,
            director: rebased(secureDirector, mtlsUrl),
            connector: rebased(secureConnector, mtlsUrl),
          }
        : undefined,
  };
}

const rebased = (url: string, base: string | undefined): string => (base === undefined ? url : new URL(new URL(url).pathname, base).href);
