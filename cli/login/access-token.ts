import * as oauth from 'oauth4webapi';
import { CliError } from '../cli-error.ts';
import { changeConfig, withTokens } from '../profiles/config-file.ts';
import type { Profile, Tokens } from '../profiles/profile.ts';
import type { Surroundings } from '../surroundings.ts';
import { discover, tokensFrom } from './issuer.ts';

/** Milliseconds before its end at which a token is not used any more. */
const leadMs = 30_000;

/** The access token of a profile. One that has expired is refreshed once, where the issuer gave a refresh token, and stored. */
export function accessTokens(profile: Profile, surroundings: Surroundings): () => Promise<string> {
  let current = profile.tokens;
  return async () => {
    if (!current) throw notSignedIn(profile, 'is not signed in');
    if (isFresh(current, surroundings.now())) return current.accessToken;
    current = await refreshed(profile, current, surroundings);
    return current.accessToken;
  };
}

const isFresh = ({ expiresAt }: Tokens, now: Date): boolean =>
  expiresAt === undefined || new Date(expiresAt).getTime() - leadMs > now.getTime();

async function refreshed(profile: Profile, tokens: Tokens, surroundings: Surroundings): Promise<Tokens> {
  const { signIn, name } = profile;
  if (!signIn || tokens.refreshToken === undefined) throw notSignedIn(profile, 'was signed in until its token expired');
  const { server, client, options } = await discover(signIn);
  try {
    const answer = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), tokens.refreshToken, options);
    const fresh = tokensFrom(await oauth.processRefreshTokenResponse(server, client, answer), surroundings.now(), tokens);
    await changeConfig(surroundings, (config) => withTokens(config, name, fresh));
    return fresh;
  } catch (cause) {
    if (!(cause instanceof oauth.ResponseBodyError)) throw cause;
    throw notSignedIn(profile, 'was signed in until its session ended', cause);
  }
}

const notSignedIn = ({ name }: Profile, state: string, cause?: unknown): CliError =>
  new CliError('sign-in', `The profile ${name} ${state}.`, { advice: `Sign in: compass login --profile ${name}`, cause });
