import { useCallback, useEffect, useRef, useState } from 'react';
import { asConsoleError, ConsoleError } from '../client/console-error.ts';
import { type ConsoleConfig, readConfig } from './config.ts';
import { beginSignIn, finishSignIn, refreshed, signOut } from './sign-in.ts';
import { forgetSession, readSession, type Tokens } from './tab-storage.ts';

export type Session =
  | { readonly state: 'starting' }
  | { readonly state: 'broken'; readonly failure: ConsoleError }
  | { readonly state: 'signed-out'; readonly failure?: ConsoleError | undefined; readonly signIn: () => Promise<void> }
  | {
      readonly state: 'signed-in';
      readonly config: ConsoleConfig;
      readonly accessToken: string;
      /** A token that is valid for a while. Throws a ConsoleError, and ends the session, where there is none. */
      readonly token: () => Promise<string>;
      readonly signOut: () => Promise<void>;
    };

/** Milliseconds before its end at which a token is not used any more. */
const leadMs = 30_000;

const isFresh = ({ expiresAt }: Tokens): boolean => expiresAt === undefined || expiresAt - leadMs > Date.now();

interface Start {
  readonly config?: ConsoleConfig;
  readonly tokens?: Tokens | undefined;
  readonly failure?: ConsoleError | undefined;
}

async function start(): Promise<Start> {
  const config = await readConfig();
  const session = readSession();
  try {
    const tokens = (await finishSignIn(config)) ?? (session && isFresh(session) ? session : session && (await refreshed(config, session)));
    return { config, tokens };
  } catch (error) {
    return { config, failure: asConsoleError(error) };
  }
}

/** The session of this tab with the issuer: from the configuration to tokens that stay fresh. */
export function useSession(): Session {
  const [found, setFound] = useState<Start | undefined>();
  const tokens = useRef<Tokens | undefined>(undefined);
  const begun = useRef(false);
  useEffect(() => {
    // The code of a sign-in counts once, also where React runs an effect twice.
    if (begun.current) return;
    begun.current = true;
    void start()
      .catch((error: unknown): Start => ({ failure: asConsoleError(error) }))
      .then((next) => {
        tokens.current = next.tokens;
        setFound(next);
      });
  }, []);
  const config = found?.config;
  const token = useCallback(async () => {
    const current = tokens.current;
    if (current && isFresh(current)) return current.accessToken;
    tokens.current = current && config && (await refreshed(config, current));
    if (tokens.current) return tokens.current.accessToken;
    forgetSession();
    const failure = new ConsoleError('The session has ended.', { advice: 'Sign in again. You come back to this page.' });
    setFound((before) => ({ ...before, tokens: undefined, failure }));
    throw failure;
  }, [config]);
  if (!found) return { state: 'starting' };
  if (!config) return { state: 'broken', failure: found.failure ?? new ConsoleError('The console cannot start.') };
  if (!found.tokens) return { state: 'signed-out', failure: found.failure, signIn: () => beginSignIn(config) };
  return { state: 'signed-in', config, accessToken: found.tokens.accessToken, token, signOut: () => signOut(config) };
}
