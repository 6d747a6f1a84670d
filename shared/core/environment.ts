import * as z from 'zod';
import { jsonVariable } from './json-variable.ts';
import { limitSettings } from './quotas.ts';

/** Reference to a certificate authority of the deployment; the one-machine runner's is a file. */
const namedAuthority = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('kms'), keyId: z.string().min(1) }),
  z.object({
    kind: z.literal('acm-pca'),
    arn: z.string().min(1),
    revocable: z.boolean(),
    signingAlgorithm: z.enum(['SHA256WITHRSA', 'SHA256WITHECDSA', 'SHA384WITHECDSA']).default('SHA256WITHECDSA'),
  }),
  z.object({ kind: z.literal('local'), file: z.string().min(1) }),
]);

export type NamedAuthority = z.infer<typeof namedAuthority>;

/** The resource server whose scopes are ours. */
const resourceServer = z.string().min(1).default('compass');

/** Seconds before each retry, separated by commas. */
export const retrySchedule = (defaultDelays: string) =>
  z
    .string()
    .regex(/^\d+(,\d+)*$/)
    .default(defaultDelays)
    .transform((text) => text.split(',').map(Number));

/** JSON of an object with limits by the names of quotas. Default: the usual limits. */
const limits = jsonVariable(limitSettings).prefault('{}');

/** Environment variables that several functions share. A function's `env.ts` picks what it needs; its construct must supply exactly that. */
export const environment = {
  /** The control-plane table, and how much may be in it: see `docs/quotas.md`. */
  table: { TABLE_NAME: z.string().min(1), QUOTAS: limits },
  /** Settings for verifying a user's token and reading its tenants and roles. */
  identityProvider: {
    OIDC_ISSUER: z.url(),
    OIDC_AUDIENCE: z.string().min(1),
    /** The client by which users sign in at the console, where that has one of its own. */
    CONSOLE_CLIENT_ID: z.string().min(1).optional(),
    GROUPS_CLAIM: z.string().default('cognito:groups'),
    RESOURCE_SERVER: resourceServer,
  },
  /**
   * The registrar of OAuth clients for Applications, Runtimes and integration systems: a Cognito user pool, the issuer of one machine, or
   * none.
   */
  clientRegistrar: {
    none: { CLIENT_REGISTRAR: z.literal('none') },
    cognito: { CLIENT_REGISTRAR: z.literal('cognito'), USER_POOL_ID: z.string().min(1), RESOURCE_SERVER: resourceServer },
    local: { CLIENT_REGISTRAR: z.literal('local'), LOCAL_CLIENTS_FOLDER: z.string().min(1) },
  },
  /** Requests of one tenant that are served in a second. */
  admission: { TENANT_REQUESTS_PER_SECOND: z.coerce.number().int().positive().default(200) },
  /** The PEM bundle of certificate authorities whose client certificates count. */
  truststore: { TRUSTSTORE_BUCKET: z.string().min(1), TRUSTSTORE_KEY: z.string().min(1) },
  /** The authorities of the deployment as a JSON array: the first one issues, the others did so before or will. */
  certificateAuthorities: {
    CERTIFICATE_AUTHORITIES: jsonVariable(z.tuple([namedAuthority], namedAuthority)),
  },
  /** The bucket of texts that are too large for the table. */
  specifications: { SPECIFICATIONS_BUCKET: z.string().min(1) },
  /** Bucket of the certificate revocation lists. */
  revocationLists: { CRL_BUCKET: z.string().min(1) },
  /** Base URL of revocation lists, without a trailing slash: certificates name addresses below it. */
  revocationListAddress: { CRL_URL: z.url() },
  /** Base URLs without a trailing slash; MTLS_URL is empty where no custom domain exists. */
  urls: { PUBLIC_URL: z.url(), MTLS_URL: z.union([z.url(), z.literal('')]) },
  /** Base URL of the API for client certificates, without a trailing slash; empty where no custom domain exists. */
  certificateSecuredApi: { MTLS_URL: z.union([z.url(), z.literal('')]).default('') },
  /** The Secrets Manager secret with the key that credentials are encrypted with before they are stored. */
  sealing: { SEALING_KEY_SECRET: z.string().min(1) },
  /**
   * The Secrets Manager secret by which the firewall in front of the public API shows itself, and whether requests without it are served. Default:
   * there is no firewall.
   */
  firewall: { ORIGIN_SECRET: z.string().default(''), DIRECT_CALLS: z.enum(['admitted', 'refused']).default('refused') },
  /** Lifetimes of one-time tokens. */
  tokens: {
    APPLICATION_TOKEN_SECONDS: z.coerce.number().int().positive().default(300),
    RUNTIME_TOKEN_SECONDS: z.coerce.number().int().positive().default(3600),
  },
  /**
   * Pause between polls that Runtime Agents are given, in seconds; a Runtime that missed three polls is disconnected. The same for every
   * function.
   */
  polling: { POLL_AFTER_SECONDS: z.coerce.number().int().positive().default(60) },
  /** Allows URLs given by others to lead to plain HTTP and to addresses of this machine; set on one machine only. */
  callsToOthers: { ALLOW_LOOPBACK_TARGETS: z.stringbool().default(false) },
  /** The secret names of agent configurations begin with this. */
  agentConfiguration: { AGENT_CONFIGURATION_PREFIX: z.string().min(1) },
} as const;
