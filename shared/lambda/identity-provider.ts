import type * as z from 'zod';
import type { environment } from '../core/environment.ts';

/** The issuer of users' access tokens, and how to read them. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly audience: string;
  /** The client of the console, whose tokens Cognito names by it. Default: the console has none of its own. */
  readonly consoleClient?: string | undefined;
  /** The claim that lists `tenant/<id>` and `role/<name>` groups. */
  readonly groupsClaim: string;
  /** Prefix of the scopes in tokens of Cognito. */
  readonly resourceServer: string;
}

type Settings = z.infer<z.ZodObject<typeof environment.identityProvider>>;

/** The identity provider that the environment of a function names. */
export const identityProviderOf = (settings: Settings): IdentityProvider => ({
  issuer: settings.OIDC_ISSUER,
  audience: settings.OIDC_AUDIENCE,
  consoleClient: settings.CONSOLE_CLIENT_ID,
  groupsClaim: settings.GROUPS_CLAIM,
  resourceServer: settings.RESOURCE_SERVER,
});
