import * as z from 'zod';
import { type Check, ok, todo } from './finding.ts';

const discovery = z.object({ issuer: z.string(), jwks_uri: z.url() });
const keySet = z.object({ keys: z.array(z.object({ kty: z.string() })) });
const timeoutMs = 10_000;

const getJson = async (url: string): Promise<unknown> => (await fetch(url, { signal: AbortSignal.timeout(timeoutMs) })).json();

/** Checks an external issuer: API Gateway reads its keys during the deployment, and knows RSA keys only. */
export const checkIssuer: Check = async ({ stage: { file } }) => {
  const issuer = file?.oidcIssuer;
  if (!issuer) return [];
  try {
    const found = discovery.parse(await getJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`));
    if (found.issuer !== issuer) return [todo(`the issuer calls itself ${found.issuer}`, `Set "oidcIssuer": "${found.issuer}".`)];
    const { keys } = keySet.parse(await getJson(found.jwks_uri));
    if (keys.some(({ kty }) => kty === 'RSA')) return [ok(`issuer ${issuer} has RSA keys`)];
    return [todo(`issuer ${issuer} has no RSA key`, 'Let it sign with RS256: API Gateway refuses other algorithms.')];
  } catch (error) {
    return [todo(`issuer ${issuer} is not reached: ${error}`, 'API Gateway must reach it from the internet. Is the address right?')];
  }
};
