import { createLocalJWKSet, errors, type JSONWebKeySet, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';
import { type Clock, hours, minutes, seconds } from '../core/clock.ts';
import { AppError } from '../core/errors.ts';
import { textWithin } from '../http/text-within.ts';

/** Milliseconds to wait for each answer of the identity provider. */
const defaultTimeoutMs = 3000;
const maxAnswerBytes = 256 * 1024;

/** Milliseconds after which keys are read again. */
const fresh = minutes(10);
/** Milliseconds for which keys are used while they cannot be read again. */
const kept = hours(1);
/** Minimum milliseconds between two attempts to read the keys. */
const coolDown = seconds(10);

const metadata = z.object({ issuer: z.string(), jwks_uri: z.url() });

/**
 * The signing keys of an OpenID Connect issuer, found through its discovery document. They are read at most every 10 seconds, however many tokens
 * arrive. Throws IdentityProviderUnavailable if they cannot be read, because the token may be valid.
 */
export function issuerKeys(issuer: string, clock: Clock, timeoutMs = defaultTimeoutMs): JWTVerifyGetKey {
  const keys = cooledReader(() => readKeys(issuer, timeoutMs), clock);
  return async (header, token) => {
    const known = await keys.current();
    try {
      return await known(header, token);
    } catch (error) {
      if (!(error instanceof errors.JOSEError)) throw unavailable(error);
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
    }
    return (await keys.renewed())(header, token);
  };
}

/** Both throw IdentityProviderUnavailable. */
interface KeyReader {
  /** The keys as they were read in the last ten minutes, or in the last hour when reading fails. */
  current(): Promise<JWTVerifyGetKey>;
  /** Reads the keys again unless the last attempt was a moment ago. */
  renewed(): Promise<JWTVerifyGetKey>;
}

function cooledReader(read: () => Promise<JWTVerifyGetKey>, clock: Clock): KeyReader {
  let known: { readonly keys: JWTVerifyGetKey; readonly readAt: number } | undefined;
  let failure: unknown;
  let attempt: Promise<void> | undefined;
  let attemptedAt = Number.NEGATIVE_INFINITY;
  const since = (time: number | undefined): number => clock().getTime() - (time ?? Number.NEGATIVE_INFINITY);

  const readAgain = async (readAt: number): Promise<void> => {
    try {
      known = { keys: await read(), readAt };
      failure = undefined;
    } catch (error) {
      failure = error;
    }
  };

  /** Waits for the current attempt, or begins one if the last was long enough ago. */
  const refresh = async (): Promise<void> => {
    if (since(attemptedAt) >= coolDown) {
      attemptedAt = clock().getTime();
      attempt = readAgain(attemptedAt);
    }
    await attempt;
  };

  return {
    current: async () => {
      if (since(known?.readAt) > fresh) await refresh();
      if (!known || since(known.readAt) > kept) throw unavailable(failure);
      return known.keys;
    },
    renewed: async () => {
      await refresh();
      if (!known || failure !== undefined) throw unavailable(failure);
      return known.keys;
    },
  };
}

const unavailable = (cause: unknown) =>
  new AppError('IdentityProviderUnavailable', 'the keys of the identity provider cannot be read; send the request again', { cause });

async function readKeys(issuer: string, timeoutMs: number): Promise<JWTVerifyGetKey> {
  const { issuer: named, jwks_uri } = metadata.parse(
    await readJson(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, timeoutMs),
  );
  if (named !== issuer) throw new Error(`the discovery document of ${issuer} names another issuer`);
  return createLocalJWKSet((await readJson(jwks_uri, timeoutMs)) as JSONWebKeySet);
}

async function readJson(url: string, timeoutMs: number): Promise<unknown> {
  const answer = await fetch(url, {
    headers: { accept: 'application/json' },
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (!answer.ok) throw new Error(`${url} answered with status ${answer.status}`);
  return JSON.parse(await textWithin(answer, maxAnswerBytes));
}
