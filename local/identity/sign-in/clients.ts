import { consolePath } from '#shared/console/console-path.ts';
import { audience } from '../issuer-facts.ts';

/** Client ids of the two programs that users sign in with. The command line has the id that the audience of its tokens is, as with Cognito. */
const commandLineClient = audience;
export const consoleClient = 'compass-console';

export const clientNames: Readonly<Record<string, string>> = {
  [commandLineClient]: 'the command line',
  [consoleClient]: 'the console',
};

const deviceGrant = 'urn:ietf:params:oauth:grant-type:device_code';

/** Both are public: their proof is that of PKCE. The command line takes any port of its machine (RFC 8252, 7.3), the console only its own address. */
export function publicClients(origin: string): object[] {
  const common = { token_endpoint_auth_method: 'none', response_types: ['code'], id_token_signed_response_alg: 'RS256' };
  const consoleUrl = `${origin}${consolePath}`;
  return [
    {
      ...common,
      client_id: commandLineClient,
      client_name: clientNames[commandLineClient],
      application_type: 'native',
      grant_types: ['authorization_code', 'refresh_token', deviceGrant],
      redirect_uris: ['http://localhost/callback', 'http://127.0.0.1/callback', 'http://[::1]/callback'],
    },
    {
      ...common,
      client_id: consoleClient,
      client_name: clientNames[consoleClient],
      application_type: 'web',
      grant_types: ['authorization_code', 'refresh_token'],
      redirect_uris: [consoleUrl],
      post_logout_redirect_uris: [consoleUrl],
    },
  ];
}
