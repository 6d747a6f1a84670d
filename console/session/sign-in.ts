import * as oauth from 'oauth4webapi';
import { ConsoleError } from '../client/console-error.ts';
import type { ConsoleConfig } from './config.ts';
import { forgetSession, type Tokens, takeSignIn, writeSession, writeSignIn } from './tab-storage.ts';

const answerTimeoutMs = 15_000;
const loopback = /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** The address that the issuer sends the browser back to: that of the console, without what follows it. */
const redirectUri = (): string => new URL('.', location.href.replace(/[?#].*$/s, '')).href;

/** Leaves for the page of the issuer where the user signs in: the authorization code grant (RFC 6749) with the proof key of RFC 7636. */
export async function beginSignIn(config: ConsoleConfig): Promise<void> {
  const { server } = await discover(config);
  if (server.authorization_endpoint === undefined)
    throw new ConsoleError(`The issuer ${config.issuer} has no page where users sign in.`, {
      advice: 'Ask those who run the control plane to name an issuer with an authorization endpoint.',
    });
  const verifier = oauth.generateRandomCodeVerifier();
  const state = oauth.generateRandomState();
  writeSignIn({ verifier, state, place: location.hash });
  const page = new URL(server.authorization_endpoint);
  page.search = new URLSearchParams({
    response_type: 'code',
    client_id: config.clientId,
    redirect_uri: redirectUri(),
    scope: config.scopes.join(' '),
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  }).toString();
  location.assign(page);
}

/** Returns the tokens if the browser comes back from the issuer; undefined otherwise. The address loses the code, which counts once. */
export async function finishSignIn(config: ConsoleConfig): Promise<Tokens | undefined> {
  const address = new URL(location.href);
  if (!address.searchParams.has('state')) return undefined;
  const begun = takeSignIn();
  history.replaceState(undefined, '', `${address.pathname}${begun?.place ?? ''}`);
  if (!begun) return undefined;
  const { server, client, options } = await discover(config);
  try {
    const parameters = oauth.validateAuthResponse(server, client, address, begun.state);
    const answer = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      oauth.None(),
      parameters,
      redirectUri(),
      begun.verifier,
      options,
    );
    return kept(await oauth.processAuthorizationCodeResponse(server, client, answer));
  } catch (cause) {
    throw refusedByIssuer(cause);
  }
}

/** Fresh tokens for those of which the access token ends, where the issuer gave a refresh token; undefined where the user must sign in again. */
export async function refreshed(config: ConsoleConfig, tokens: Tokens): Promise<Tokens | undefined> {
  if (tokens.refreshToken === undefined) return undefined;
  const { server, client, options } = await discover(config);
  try {
    const answer = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), tokens.refreshToken, options);
    return kept(await oauth.processRefreshTokenResponse(server, client, answer), tokens.refreshToken);
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError) return undefined;
    throw refusedByIssuer(error);
  }
}

/** Forgets the tokens, and ends the session at the issuer where that has a page for it. */
export async function signOut(config: ConsoleConfig): Promise<void> {
  forgetSession();
  const server = await discover(config).then(
    (found) => found.server,
    () => undefined,
  );
  const end = server?.end_session_endpoint === undefined ? new URL(redirectUri()) : new URL(server.end_session_endpoint);
  if (server?.end_session_endpoint !== undefined)
    end.search = new URLSearchParams({
      client_id: config.clientId,
      post_logout_redirect_uri: redirectUri(),
      // The name that Cognito has for the same.
      logout_uri: redirectUri(),
    }).toString();
  location.replace(end);
}

function kept({ access_token, refresh_token, expires_in }: oauth.TokenEndpointResponse, former?: string): Tokens {
  const tokens = {
    accessToken: access_token,
    refreshToken: refresh_token ?? former,
    expiresAt: expires_in === undefined ? undefined : Date.now() + expires_in * 1000,
  };
  writeSession(tokens);
  return tokens;
}

/** Reads the description of the issuer (OpenID Connect Discovery 1.0). Addresses without TLS are of this machine only. */
async function discover({ issuer, clientId }: ConsoleConfig) {
  const url = new URL(issuer);
  const options = { signal: () => AbortSignal.timeout(answerTimeoutMs), [oauth.allowInsecureRequests]: loopback.test(url.hostname) };
  try {
    const server = await oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, options));
    return { server, client: { client_id: clientId }, options };
  } catch (cause) {
    throw new ConsoleError(`The issuer ${issuer} does not say where users sign in.`, {
      advice: 'Check that the issuer runs and that this browser reaches it, then reload this page.',
      cause,
    });
  }
}

function refusedByIssuer(cause: unknown): ConsoleError {
  const words =
    cause instanceof oauth.AuthorizationResponseError || cause instanceof oauth.ResponseBodyError
      ? (cause.error_description ?? cause.error)
      : String(cause instanceof Error ? cause.message : cause);
  return new ConsoleError(`The issuer did not sign you in: ${words}`, { advice: 'Sign in again.', cause });
}
