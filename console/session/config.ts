import { ConsoleError } from '../client/console-error.ts';

/** The issuer at which users sign in, and the APIs that the console speaks to. It is served beside the console, because it differs by deployment. */
export interface ConsoleConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly director: string;
  readonly connector: string;
  readonly provisioner: string;
  /** Claim of the access token with the groups of the user. Default: cognito:groups. */
  readonly groupsClaim?: string;
}

/** Reads the addresses of this deployment. Throws a ConsoleError if there are none. */
export async function readConfig(): Promise<ConsoleConfig> {
  const answer = await fetch('config.json', { cache: 'no-cache' }).catch((cause: unknown) => {
    throw unreadable(cause);
  });
  if (!answer.ok) throw unreadable(`status ${answer.status}`);
  return (await answer.json()) as ConsoleConfig;
}

const unreadable = (cause: unknown): ConsoleError =>
  new ConsoleError('The console cannot read its configuration.', {
    advice: 'Check that the control plane runs, and reload this page. The file is config.json beside the console.',
    cause,
  });
