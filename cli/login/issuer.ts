import * as oauth from 'oauth4webapi';
import { CliError, messageOf } from '../cli-error.ts';
import type { SignIn, Tokens } from '../profiles/profile.ts';

/** An issuer as it describes itself, and this program as its public client. */
export interface KnownIssuer {
  readonly server: oauth.AuthorizationServer;
  readonly client: oauth.Client;
  readonly options: RequestOptions;
}

interface RequestOptions {
  readonly signal: () => AbortSignal;
  readonly [oauth.allowInsecureRequests]: boolean;
}

const answerTimeoutMs = 15_000;
const loopback = /^(localhost|.*\.localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Reads the description of an issuer (OpenID Connect Discovery 1.0, RFC 8414). Addresses without TLS are of this machine only. */
export async function discover({ issuer, clientId }: SignIn): Promise<KnownIssuer> {
  const url = new URL(issuer);
  const options = { signal: () => AbortSignal.timeout(answerTimeoutMs), [oauth.allowInsecureRequests]: loopback.test(url.hostname) };
  try {
    const server = await oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, options));
    return { server, client: { client_id: clientId }, options };
  } catch (cause) {
    throw new CliError('unavailable', `The issuer ${issuer} does not say where users sign in: ${messageOf(cause)}`, {
      advice: 'Compare the address with the claim iss of its tokens; it must be https, and the same to the last character.',
      cause,
    });
  }
}

export const tokensFrom = (answer: oauth.TokenEndpointResponse, now: Date, before?: Tokens): Tokens => ({
  accessToken: answer.access_token,
  refreshToken: answer.refresh_token ?? before?.refreshToken,
  expiresAt: answer.expires_in === undefined ? undefined : new Date(now.getTime() + answer.expires_in * 1000).toISOString(),
});

/** The failure that stands for what the issuer refused. */
export function refusedByIssuer(cause: unknown): CliError {
  if (cause instanceof CliError) return cause;
  const words =
    cause instanceof oauth.ResponseBodyError || cause instanceof oauth.AuthorizationResponseError
      ? `${cause.error}${cause.error_description ? `: ${cause.error_description}` : ''}`
      : messageOf(cause);
  return new CliError('sign-in', `The issuer signed no user in (${words}).`, { advice: 'compass login begins anew.', cause });
}
