import * as z from 'zod';
import { knownNamesOnly } from '#shared/core/near-miss.ts';
import { defaultLimits, limitSettings } from '#shared/core/quotas.ts';
import { runtimeTargetSetting } from '#shared/provisioning/drivers/runtime-targets.ts';

export const signingAlgorithm = z.enum(['SHA256WITHRSA', 'SHA256WITHECDSA', 'SHA384WITHECDSA']);

/** `kms`, `acm-pca` or `acm-pca-short-lived`; with `-2` and so on, a further one of its kind. */
const authorityName = z
  .string()
  .regex(
    /^(kms|acm-pca|acm-pca-short-lived)(-[2-9])?$/,
    'kms, acm-pca or acm-pca-short-lived, with -2 to -9 for a further one of its kind',
  );

/** SHA-256 as `openssl x509 -fingerprint` or the outputs of the deployment show it. */
const fingerprint = z.string().regex(/^([0-9a-f]{64}|[0-9A-F]{2}(:[0-9A-F]{2}){31})$/, 'SHA-256 fingerprints, separated by commas');

/** Roots are replaced a year before they end: their certificates must end before that. */
const validityInDays = z.int().min(1).max(365);

/** In seconds; a queue hides a message for 12 hours at most. */
const pauses = z.array(z.int().min(1).max(43_200)).min(1).max(20);
const concurrentRuns = z.int().min(1).max(10_000);
const concurrency = z.int().min(1).max(200);

/** In characters: the longest name that ACM writes into a certificate. */
const maxDomainCharacters = 64;
const domainName = z.hostname().max(maxDomainCharacters);

/** Agents take the subject apart at `,` and `=`. */
const subjectPart = z.string().regex(/^[^,=\s]([^,=]*[^,=\s])?$/, 'must not contain , or =, or begin or end with a blank');

/** The settings of a stage, as its file has them. Each one has a meaning without it, so that all may be left out. */
export const settingShapes = {
  certificateAuthority: z
    .tuple([authorityName], authorityName)
    .refine((names) => new Set(names).size === names.length, 'an authority is named twice')
    .describe('Authorities of client certificates: the first issues, all are trusted. Default: kms'),
  certificateAuthorityArn: z
    .string()
    .regex(/^arn:/, 'an ARN')
    .describe('The private authority of yours that acm-pca stands for. Default: one is created'),
  certificateAuthoritySigningAlgorithm: signingAlgorithm.describe('Fits the key of certificateAuthorityArn'),
  distrustedCertificates: z.array(fingerprint).describe('SHA-256 fingerprints of certificates that leave the truststore. Default: none'),
  applicationCertificateDays: validityInDays.describe("Validity of Applications' certificates. Default: 90"),
  runtimeCertificateDays: validityInDays.describe("Validity of Runtimes' certificates. Default: 7"),
  domainName: domainName.describe('Address of the certificate-secured API. Default: there is none'),
  hostedZoneId: z.string().min(1).describe('The Route 53 zone of domainName'),
  publicDomainName: domainName.describe('Address of the public API. Default: the one that API Gateway gives it'),
  publicHostedZoneId: z.string().min(1).describe('The Route 53 zone of publicDomainName'),
  firewall: z
    .strictObject(
      {
        requestsPerAddress: z
          .int()
          .min(100)
          .max(1_000_000)
          .default(6000)
          .describe('Requests of an IP address that are let through in five minutes. Default: 6000'),
        managedRules: z
          .enum(['block', 'count'])
          .default('block')
          .describe('Whether requests that match the rules of AWS are refused, or counted and logged. Default: block'),
        directCalls: z
          .enum(['admitted', 'refused'])
          .default('refused')
          .describe('Whether calls past the firewall are served, as long as clients move. Default: refused'),
      },
      'JSON with what differs from the defaults: {"requestsPerAddress": 6000}',
    )
    .describe('CloudFront with AWS WAF in front of the public API, for publicDomainName. Default: there is none'),
  revocationLists: z
    .enum(['http', 'https'])
    .describe(
      'Scheme of the addresses of revocation lists in certificates: http is served by CloudFront, https by the public API. Default: http, and https in Regions of China and the US government',
    ),
  console: z
    .enum(['served', 'none'])
    .describe(
      'Whether CloudFront serves the console. Default: served; none with an oidcIssuer without consoleSignIn, and in Regions of China and the US government',
    ),
  consoleSignIn: z
    .strictObject(
      {
        clientId: z.string().min(1).describe('Public client at oidcIssuer that comes back to the address of the console, with PKCE'),
        scopes: z.array(z.string().min(1)).min(1).default(['openid']).describe('Scopes that the console asks for. Default: openid'),
        origins: z
          .array(z.string().regex(/^https:\/\/[a-z0-9.-]+(:\d+)?$/, 'https:// and a host, without a path'))
          .default([])
          .describe('Addresses beside that of oidcIssuer at which it describes itself and hands out tokens. Default: none'),
      },
      'JSON that names the client: {"clientId": "compass-console"}',
    )
    .describe('How users of oidcIssuer sign in at the console. Default: they do not'),
  oidcIssuer: z
    .url({ protocol: /^https$/ })
    .describe('External issuer of administrators, with RSA keys (RS256, RS384, RS512). Default: a Cognito user pool is created'),
  oidcAudience: z.string().min(1).describe('Audience of the tokens of oidcIssuer'),
  groupsClaim: z.string().min(1).describe('Claim with the groups of a user. Default: cognito:groups'),
  alarmEmail: z.email().describe('Subscriber of the alarms. Default: a topic without subscribers'),
  monthlyBudgetUsd: z
    .number()
    .positive()
    .max(1_000_000)
    .describe(
      'US dollars that the account is to spend in a month: the alarms say when 80 % are spent, and when a forecast exceeds it. Default: no budget',
    ),
  messageEncryption: z
    .enum(['sqs-managed', 'key'])
    .describe(
      'Who has the key of the messages in queues: SQS, or the deployment, for a dollar a month. Default: key for prod, sqs-managed for every other stage',
    ),
  formerMessageKeys: z
    .boolean()
    .describe(
      'Keeps the keys of messages that were sent before an upgrade from 0.2.0, or before messageEncryption changed, for the 14 days that such messages can wait. Default: false',
    ),
  rollout: z
    .enum(['all-at-once', 'canary'])
    .describe(
      'How a new version of Director, Connector and Provisioner takes over: all at once, or with 10 % of the calls for five minutes, and back if they fail. Default: canary for prod, all-at-once for every other stage',
    ),
  accountConcurrency: z.int().min(10).describe('Concurrent executions that Lambda allows to the account. Default: 1000'),
  requestsPerSecond: z
    .int()
    .min(10)
    .max(10_000)
    .describe('Requests of all callers that an API admits in a second, on average. Default: 1000'),
  tenantRequestsPerSecond: z
    .int()
    .min(1)
    .max(10_000)
    .describe('Requests of one tenant that are served in a second, on average of half a minute. Default: 200'),
  reservedConcurrency: z
    .strictObject(
      { director: concurrentRuns.optional(), connector: concurrentRuns.optional(), provisioner: concurrentRuns.optional() },
      'JSON that names functions: {"director": 500, "connector": 100, "provisioner": 50}',
    )
    .describe(
      'Concurrent executions that are kept for a function, and that it has at most. Default: all functions share those of the account',
    ),
  applicationHideSelectors: z
    .record(z.string().min(1), z.array(z.string()).min(1), 'JSON that lists values by the keys of labels: {"key": ["value"]}')
    .describe('Labels that hide Applications from Runtimes. Default: none'),
  quotas: limitSettings.describe('Limits by the names of docs/quotas.md. Default: the documented ones'),
  pollAfterSeconds: z.int().min(5).max(3600).describe('Pause between polls of Agents; three missed ones are a silence. Default: 60'),
  applicationTokenSeconds: z.int().min(30).max(86_400).describe("Life of Applications' one-time tokens. Default: 300"),
  runtimeTokenSeconds: z.int().min(30).max(86_400).describe("Life of Runtimes' one-time tokens. Default: 3600"),
  csrSubject: knownNamesOnly({
    country: subjectPart.optional(),
    organization: subjectPart.optional(),
    organizationalUnit: subjectPart.optional(),
    locality: subjectPart.optional(),
    province: subjectPart.optional(),
  }).describe('Subject of certificate requests besides the common name. Default: DE, Compass, ControlPlane, Locality, State'),
  allowSha1Csr: z
    .boolean()
    .describe(
      'Accepts certificate requests that are signed with SHA-1, as clients of node-forge do. Certificates are never signed so. Default: true',
    ),
  webhookRetrySeconds: pauses.describe('Pauses before each retry of a delivery. Default: 8 retries in 7 h 43 min'),
  fetchRetrySeconds: pauses.describe('Pauses before each retry of a fetch. Default: 5, 30, 120'),
  healthCheckSeconds: z.int().min(60).max(86_400).describe("Pause between probes of an Application's health. Default: 300"),
  healthCheckConcurrency: concurrency.describe('Probes at the same time. Default: 50'),
  livenessConcurrency: concurrency.describe('Runtimes that are checked at the same time. Default: 25'),
  runtimeTargets: runtimeTargetSetting.describe(
    'Accounts and Regions in which the Runtimes of tenants are built, with the role that the driver takes on there, and zones for the domains of their events gateways. Default: the account and Region of the stage, for every tenant, without zones',
  ),
} as const;

export type SettingName = keyof typeof settingShapes;

const optional = Object.fromEntries(Object.entries(settingShapes).map(([name, shape]) => [name, shape.optional()])) as {
  [K in SettingName]: z.ZodOptional<(typeof settingShapes)[K]>;
};

/** The fields of a stage's file beside its settings. */
const stageFields = {
  $schema: z.string().optional(),
  account: z
    .string()
    .regex(/^\d{12}$/, '12 digits')
    .describe('The AWS account of the stage: no other is deployed to'),
  region: z
    .string()
    .regex(/^[a-z]{2}(-[a-z]+)+-\d$/, 'a Region such as eu-central-1')
    .describe('The Region of the stage'),
};

/** The content of `stages/<stage>.json`. */
export const stageFileSchema = knownNamesOnly({ ...stageFields, ...optional });
export type StageFile = z.infer<typeof stageFileSchema>;

/** Cognito takes no domain with a name of its own in it. `runtime` would let the names of a stage begin as those of the Runtimes of another stage do. */
export const stageName = z
  .string()
  .regex(
    /^(?!.*(aws|amazon|cognito|-runtime))[a-z][a-z0-9-]{0,19}$/,
    'lower-case letters, digits and hyphens, 20 at most, without aws, amazon, cognito and -runtime',
  );

/** A short-lived authority refuses more than 7 days, and certificates begin 5 minutes before they are issued. */
export const maxShortLivedDays = 6;

export const issuesShortLived = ([issuing = '']: readonly string[]): boolean => issuing.includes('short-lived');
export const isFirstAcmPca = (name: string): boolean => /^acm-pca(-short-lived)?$/.test(name);

/** Concurrent executions that Lambda keeps for functions without reserved ones. */
const unreservedRuns = 100;

const reservedIn = (reserved: z.infer<typeof settingShapes.reservedConcurrency>): number =>
  Object.values(reserved).reduce<number>((sum, runs) => sum + (runs ?? 0), 0);

/** The Region of CloudFront's certificates and web ACLs, in which the stack of the firewall is. */
export const edgeRegion = 'us-east-1';

/** The names below that of the public API by which the gateway and the edge of the firewall are found. */
export const originNameOf = (publicDomainName: string): string => `origin.${publicDomainName}`;
export const edgeNameOf = (publicDomainName: string): string => `edge.${publicDomainName}`;
const namesBehindFirewall = (name = ''): string[] => [originNameOf(name), edgeNameOf(name)];

/** Settings that belong together, or exclude each other. */
export const settingsSchema = z
  .object({
    ...optional,
    certificateAuthority: settingShapes.certificateAuthority.default(['kms']),
    distrustedCertificates: settingShapes.distrustedCertificates.default([]),
    accountConcurrency: settingShapes.accountConcurrency.default(1000),
    requestsPerSecond: settingShapes.requestsPerSecond.default(1000),
    tenantRequestsPerSecond: settingShapes.tenantRequestsPerSecond.default(200),
    reservedConcurrency: settingShapes.reservedConcurrency.default({}),
    formerMessageKeys: settingShapes.formerMessageKeys.default(false),
    healthCheckSeconds: settingShapes.healthCheckSeconds.default(300),
    applicationHideSelectors: settingShapes.applicationHideSelectors.default({}),
    quotas: settingShapes.quotas.default(defaultLimits),
    runtimeTargets: settingShapes.runtimeTargets.default([]),
  })
  .refine((settings) => !settings.domainName === !settings.hostedZoneId, {
    path: ['domainName'],
    error: 'domainName and hostedZoneId must be set together',
  })
  .refine((settings) => !settings.publicDomainName === !settings.publicHostedZoneId, {
    path: ['publicDomainName'],
    error: 'publicDomainName and publicHostedZoneId must be set together',
  })
  .refine((settings) => !settings.publicDomainName || settings.publicDomainName !== settings.domainName, {
    path: ['publicDomainName'],
    error: 'publicDomainName must differ from domainName, whose handshake asks every client for a certificate',
  })
  .refine((settings) => !settings.firewall || settings.publicDomainName, {
    path: ['firewall'],
    error: 'firewall needs publicDomainName and publicHostedZoneId: the address of API Gateway cannot lead to it',
  })
  .refine((settings) => !settings.firewall || !namesBehindFirewall(settings.publicDomainName).includes(settings.domainName ?? ''), {
    path: ['domainName'],
    error: 'domainName is a name that the firewall needs: origin and edge below publicDomainName',
  })
  .refine(
    (settings) => !settings.firewall || namesBehindFirewall(settings.publicDomainName).every((name) => name.length <= maxDomainCharacters),
    {
      path: ['publicDomainName'],
      error: `publicDomainName is too long for a firewall: origin below it has more than ${maxDomainCharacters} characters`,
    },
  )
  .refine((settings) => !settings.certificateAuthorityArn === !settings.certificateAuthoritySigningAlgorithm, {
    path: ['certificateAuthorityArn'],
    error:
      'certificateAuthorityArn and certificateAuthoritySigningAlgorithm must be set together: the algorithm must fit the key of the authority',
  })
  .refine((settings) => !settings.certificateAuthorityArn || settings.certificateAuthority.filter(isFirstAcmPca).length === 1, {
    path: ['certificateAuthorityArn'],
    error: 'certificateAuthorityArn needs certificateAuthority to name acm-pca or acm-pca-short-lived, and not both',
  })
  .refine(
    (settings) => !issuesShortLived(settings.certificateAuthority) || daysGiven(settings).every((days) => days <= maxShortLivedDays),
    {
      path: ['certificateAuthority'],
      error: `acm-pca-short-lived issues certificates of ${maxShortLivedDays} days at most: lower applicationCertificateDays and runtimeCertificateDays, or leave them out`,
    },
  )
  .refine((settings) => !settings.oidcIssuer === !settings.oidcAudience, {
    path: ['oidcIssuer'],
    error: 'oidcIssuer and oidcAudience must be set together',
  })
  .refine((settings) => !settings.consoleSignIn || settings.oidcIssuer, {
    path: ['consoleSignIn'],
    error: 'consoleSignIn needs oidcIssuer: the console has a client of its own at the user pool',
  })
  .refine((settings) => settings.console !== 'served' || !settings.oidcIssuer || settings.consoleSignIn, {
    path: ['console'],
    error: 'console needs consoleSignIn, with the client of oidcIssuer by which users sign in there',
  })
  .refine((settings) => !settings.groupsClaim || settings.oidcIssuer, {
    path: ['groupsClaim'],
    error: 'groupsClaim needs oidcIssuer: the user pool has a claim of its own',
  })
  .refine((settings) => settings.tenantRequestsPerSecond <= settings.requestsPerSecond, {
    path: ['tenantRequestsPerSecond'],
    error: 'tenantRequestsPerSecond exceeds requestsPerSecond: the gateway would refuse the requests of all tenants before those of one',
  })
  .refine(({ reservedConcurrency, accountConcurrency }) => reservedIn(reservedConcurrency) <= accountConcurrency - unreservedRuns, {
    path: ['reservedConcurrency'],
    error: `reservedConcurrency leaves less than ${unreservedRuns} of accountConcurrency to other functions, which Lambda refuses`,
  });

export type StageSettings = z.infer<typeof settingsSchema>;

const daysGiven = (settings: { applicationCertificateDays?: number | undefined; runtimeCertificateDays?: number | undefined }) => [
  settings.applicationCertificateDays ?? 0,
  settings.runtimeCertificateDays ?? 0,
];
