import { randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import { errors, interactionPolicy, Provider } from 'oidc-provider';
import { html, page } from '../../page.ts';
import { audience, groupsClaim, issuerPath, keysPath } from '../issuer-facts.ts';
import { publicClients } from './clients.ts';
import { memoryStore } from './memory-store.ts';
import type { Context, Grant } from './oidc-provider.d.ts';
import { devicePages, signOutPages } from './provider-pages.ts';

export const signInPath = `${issuerPath}/sign-in`;

/** The name under which a grant carries the groups that the user chose. No client asks for it. */
export const groupsResource = 'urn:compass:groups';
/** The name of the APIs, which every access token is for. */
const apiResource = 'urn:compass:apis';

const seconds = { minute: 60, hour: 60 * 60, week: 7 * 24 * 60 * 60 };

/** The issuer's part for users, by the library: authorization code with PKCE, device flow, refresh tokens that are used once, revocation, sign-out. */
export function signInProvider(issuer: string, key: JWK): Provider {
  const { origin, port } = new URL(issuer);
  const provider = new Provider(issuer, {
    adapter: memoryStore(),
    clients: publicClients(origin),
    clientAuthMethods: ['none'],
    responseTypes: ['code'],
    jwks: { keys: [{ ...key, use: 'sig', alg: 'RS256' }] },
    routes: { jwks: keysPath },
    features: features(),
    interactions: { policy: policy(), url: (_: Context, { uid }: { uid: string }) => `${signInPath}/${uid}` },
    findAccount: (_: Context, id: string) => ({ accountId: id, claims: () => ({ sub: id }) }),
    extraTokenClaims: claimsOf,
    extraParams: { state: requireState },
    issueRefreshToken: async () => true,
    rotateRefreshToken: true,
    expiresWithSession: async () => false,
    // A session is over with the sign-in. Cookies know no ports, and there may be several systems on a machine.
    cookies: {
      keys: [randomBytes(32).toString('base64url')],
      names: { session: `compass_${port}`, interaction: `compass_${port}_sign_in`, resume: `compass_${port}_resume` },
      long: { path: issuerPath },
    },
    ttl: {
      AccessToken: seconds.hour,
      IdToken: seconds.hour,
      AuthorizationCode: seconds.minute,
      DeviceCode: 10 * seconds.minute,
      Interaction: seconds.hour,
      Session: seconds.hour,
      Grant: seconds.week,
      // A week after the sign-in, however often the token was replaced.
      RefreshToken: ({ oidc }: Context) => oidc.entities.RotatedRefreshToken?.remainingTTL ?? seconds.week,
    },
    renderError: (context: Context, { error, error_description = '' }: Readonly<Record<string, string>>) => {
      context.type = 'html';
      context.body = page('This request is refused', html`<p role="alert"><strong>${error ?? ''}</strong> ${error_description}</p>`);
    },
  });
  provider.on('server_error', (_, error) => console.error(error));
  return provider;
}

const features = () => ({
  devInteractions: { enabled: false },
  dPoP: { enabled: false },
  pushedAuthorizationRequests: { enabled: false },
  userinfo: { enabled: false },
  revocation: {
    enabled: true,
    allowedPolicy: (_: Context, client: { clientId: string }, token: { clientId: string }) => token.clientId === client.clientId,
  },
  deviceFlow: { enabled: true, ...devicePages },
  rpInitiatedLogout: { enabled: true, ...signOutPages },
  resourceIndicators: {
    enabled: true,
    defaultResource: () => apiResource,
    useGrantedResource: () => true,
    getResourceServerInfo: (_: Context, resource: string) => {
      if (resource !== apiResource) throw new errors.InvalidTarget();
      return { audience, scope: '', accessTokenFormat: 'jwt', accessTokenTTL: seconds.hour, jwt: { sign: { alg: 'RS256' } } };
    },
  },
});

/** Shows the page for every sign-in, so that the user can be another one each time. */
function policy() {
  const { base, Check } = interactionPolicy;
  const prompts = base();
  const asked = ({ oidc }: Context) => (oidc.result?.login ? Check.NO_NEED_TO_PROMPT : Check.REQUEST_PROMPT);
  prompts.get('login').checks.add(new Check('chosen_each_time', 'tenants and roles are chosen for each sign-in', asked));
  return prompts;
}

/** The claims that Cognito's access tokens have. */
async function claimsOf({ oidc }: Context, { grantId }: { readonly grantId: string }): Promise<object> {
  const grant: Grant | undefined = await oidc.provider.Grant.find(grantId);
  return { token_use: 'access', [groupsClaim]: grant?.getResourceScope(groupsResource).split(' ') ?? [] };
}

function requireState({ oidc }: Context, state: string | undefined): void {
  if (oidc.route === 'authorization' && !state) throw new errors.InvalidRequest('state is required');
}
