import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import type { Node } from 'constructs';
import * as z from 'zod';
import { didYouMean, nearMiss } from '#shared/core/near-miss.ts';
import type { Limits } from '#shared/core/quotas.ts';
import { SettingError } from './setting-error.ts';
import {
  isFirstAcmPca,
  issuesShortLived,
  maxShortLivedDays,
  type SettingName,
  type StageFile,
  type StageSettings,
  settingShapes,
  settingsSchema,
  type signingAlgorithm,
  stageName,
} from './setting-schema.ts';
import { settingOf } from './setting-text.ts';
import { variablesOf } from './setting-variables.ts';
import { readStageFile, refuseContradictions, stagesFolder } from './stage-file.ts';

const defaultDays = { application: 90, runtime: 7 };
const defaultRetrySeconds = { webhook: [5, 30, 120, 600, 1800, 3600, 7200, 14_400], fetch: [5, 30, 120] };

/** Context that is no setting of a stage: where its settings are, and what only an emulator needs. */
const contextShapes = {
  stage: stageName.default('dev'),
  stagesFolder: z.string().default(stagesFolder),
  leaveOut: z
    .string()
    .regex(/^AWS(::\w+){2}(,AWS(::\w+){2})*$/, 'types of CloudFormation, separated by commas')
    .optional(),
};

const contextSchema = z.object(contextShapes);

/** Context that `cdk -c key=value` accepts: text, or what the file of a stage would have. */
export type DeploymentContext = { readonly [K in SettingName]?: string | z.input<(typeof settingShapes)[K]> } & z.input<
  typeof contextSchema
>;

interface ExistingAuthority {
  readonly arn: string;
  readonly signingAlgorithm: z.infer<typeof signingAlgorithm>;
}

/** `suffix` distinguishes authorities of one kind; the first has none. */
export interface KmsAuthoritySetting {
  readonly kind: 'kms';
  readonly suffix: string;
}

export interface AcmPcaAuthoritySetting {
  readonly kind: 'acm-pca';
  readonly suffix: string;
  /** It issues certificates of a week at most and revokes none. */
  readonly shortLived: boolean;
  /** Absent: an ACM private certificate authority is created. */
  readonly existing: ExistingAuthority | undefined;
}

export type AuthoritySetting = KmsAuthoritySetting | AcmPcaAuthoritySetting;

export interface DomainSetting {
  readonly domainName: string;
  readonly hostedZoneId: string;
}

export interface FirewallSetting {
  /** Requests of an IP address in five minutes. */
  readonly requestsPerAddress: number;
  readonly managedRules: 'block' | 'count';
  readonly directCalls: 'admitted' | 'refused';
  /** The name of the public API, which leads to the firewall. */
  readonly domain: DomainSetting;
  /** The Region of the functions, which read the secret of the firewall there. */
  readonly homeRegion: string;
}

export interface ConsoleSetting {
  /** The sign-in of users; of a user pool, which has a client for the console, the scopes alone count. */
  readonly signIn: { readonly clientId: string; readonly scopes: readonly string[]; readonly origins: readonly string[] };
}

/** All settings of a deployment. No stack or construct depends on the name of the stage. */
export interface DeploymentSettings {
  readonly stage: string;
  /** Absent: the account and Region of the command line. */
  readonly env: { readonly account: string; readonly region: string } | undefined;
  /** Physical names begin with this. */
  readonly prefix: string;
  /** The first one issues, the others are trusted beside it. */
  readonly certificateAuthorities: readonly [AuthoritySetting, ...AuthoritySetting[]];
  /** Validity of client certificates, in days. */
  readonly certificateDays: { readonly application: number; readonly runtime: number };
  /** Fingerprints of certificates that leave the truststore. */
  readonly distrustedCertificates: readonly string[];
  /** Absent: no certificate-secured API, since mutual TLS exists on custom domains only. */
  readonly mutualTls: DomainSetting | undefined;
  /** Absent: the public API has the address that the gateway gives it. */
  readonly publicDomain: DomainSetting | undefined;
  /** Absent: clients reach the gateway of the public API themselves. */
  readonly firewall: FirewallSetting | undefined;
  /** Absent: the deployment serves no console. */
  readonly console: ConsoleSetting | undefined;
  /** The scheme of the addresses of revocation lists in certificates. */
  readonly revocationLists: 'http' | 'https';
  /** Absent: a Cognito user pool is created. */
  readonly identityProvider: { readonly issuer: string; readonly audience: string } | undefined;
  readonly alarmEmail: string | undefined;
  /** US dollars that the account is to spend in a month. Absent: no budget. */
  readonly monthlyBudgetUsd: number | undefined;
  /** The owner of the key of messages in queues. */
  readonly messageEncryption: 'sqs-managed' | 'key';
  /** True while messages may wait that were encrypted with a key of before. */
  readonly formerMessageKeys: boolean;
  /** The way in which new versions of the functions behind the APIs take over. */
  readonly rollout: 'all-at-once' | 'canary';
  /** Concurrent executions that Lambda allows to the account in the Region. */
  readonly accountConcurrency: number;
  /** Concurrent executions that are kept for functions, by their names without the deployment's prefix. */
  readonly reservedConcurrency: Readonly<Record<string, number | undefined>>;
  /** Requests of all callers that an API admits in a second. */
  readonly requestsPerSecond: number;
  /** Time between two probes of an Application's health. */
  readonly healthCheckSeconds: number;
  /** Labels that hide Applications from Runtimes. */
  readonly applicationHideSelectors: Readonly<Record<string, readonly string[]>>;
  /** Limits by the names of `docs/quotas.md`. */
  readonly quotas: Limits;
  /** Pauses before each retry, in seconds. */
  readonly retrySeconds: { readonly webhook: readonly number[]; readonly fetch: readonly number[] };
  /** Accounts and Regions for the Runtimes of tenants. */
  readonly runtimeTargets: StageSettings['runtimeTargets'];
  /** Variables for every function whose schema has them. */
  readonly variables: Readonly<Record<string, string>>;
  readonly logRetention: RetentionDays;
  /** True if logs stay when their function or stack goes, until their retention ends. */
  readonly logsOutliveStacks: boolean;
  readonly eventArchiveDays: number;
  /** CloudFormation types that an emulator does not know, and that no other resource refers to. */
  readonly leaveOut: readonly string[];
}

export function readDeploymentSettings(node: Node): DeploymentSettings {
  refuseNearMisses(node);
  const { stage, stagesFolder: folder, leaveOut } = checked(contextSchema, contextOf(node, Object.keys(contextShapes)));
  const file = readStageFile(stage, folder);
  const names = Object.keys(settingShapes) as SettingName[];
  const given = Object.fromEntries(names.map((name) => [name, settingOf(name, node.tryGetContext(name))]));
  if (file) refuseContradictions(stage, file, given);
  const settings = checked(settingsSchema, file ?? given);
  return {
    ...settingsOf(stage, settings),
    firewall: firewallOf(settings, stage, file?.region),
    console: consoleOf(settings, file?.region),
    revocationLists: revocationListsOf(settings, file?.region),
    env: envOf(file),
    leaveOut: leaveOut?.split(',') ?? [],
  };
}

/** Refuses context that is nearly a setting. Other unknown context is of the CDK or of tools, which keep theirs beside ours. */
function refuseNearMisses(node: Node): void {
  const known = [...Object.keys(settingShapes), ...Object.keys(contextShapes)];
  for (const name of Object.keys(node.getAllContext()).filter((one) => !known.includes(one))) {
    const near = nearMiss(name, known);
    if (near !== undefined) throw new SettingError(`${name} is no known setting${didYouMean(name, known)}`);
  }
}

const contextOf = (node: Node, names: readonly string[]) => Object.fromEntries(names.map((name) => [name, node.tryGetContext(name)]));

const envOf = (file: StageFile | undefined) => file && { account: file.account, region: file.region };

function checked<S extends z.ZodType>(schema: S, given: unknown): z.output<S> {
  const parsed = schema.safeParse(given);
  if (!parsed.success) throw new SettingError(`The deployment's settings are not valid.\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function settingsOf(
  stage: string,
  settings: StageSettings,
): Omit<DeploymentSettings, 'env' | 'firewall' | 'console' | 'revocationLists' | 'leaveOut'> {
  const { oidcIssuer, oidcAudience } = settings;
  const { certificateAuthorityArn: arn, certificateAuthoritySigningAlgorithm: algorithm } = settings;
  const existing = arn && algorithm ? { arn, signingAlgorithm: algorithm } : undefined;
  const [issuing, ...others] = settings.certificateAuthority;
  return {
    stage,
    prefix: `compass-${stage}`,
    certificateAuthorities: [authoritySetting(issuing, existing), ...others.map((name) => authoritySetting(name, existing))],
    certificateDays: certificateDays(settings, issuing),
    distrustedCertificates: settings.distrustedCertificates,
    mutualTls: domainOf(settings.domainName, settings.hostedZoneId),
    publicDomain: domainOf(settings.publicDomainName, settings.publicHostedZoneId),
    identityProvider: oidcIssuer && oidcAudience ? { issuer: oidcIssuer, audience: oidcAudience } : undefined,
    alarmEmail: settings.alarmEmail,
    monthlyBudgetUsd: settings.monthlyBudgetUsd,
    messageEncryption: settings.messageEncryption ?? (stage === 'prod' ? 'key' : 'sqs-managed'),
    formerMessageKeys: settings.formerMessageKeys,
    rollout: settings.rollout ?? (stage === 'prod' ? 'canary' : 'all-at-once'),
    accountConcurrency: settings.accountConcurrency,
    reservedConcurrency: settings.reservedConcurrency,
    requestsPerSecond: settings.requestsPerSecond,
    healthCheckSeconds: settings.healthCheckSeconds,
    applicationHideSelectors: settings.applicationHideSelectors,
    quotas: settings.quotas,
    retrySeconds: {
      webhook: settings.webhookRetrySeconds ?? defaultRetrySeconds.webhook,
      fetch: settings.fetchRetrySeconds ?? defaultRetrySeconds.fetch,
    },
    runtimeTargets: settings.runtimeTargets,
    variables: variablesOf(settings),
    ...(stage === 'prod'
      ? { logRetention: RetentionDays.ONE_YEAR, logsOutliveStacks: true, eventArchiveDays: 90 }
      : { logRetention: RetentionDays.ONE_MONTH, logsOutliveStacks: false, eventArchiveDays: 14 }),
  };
}

const domainOf = (domainName: string | undefined, hostedZoneId: string | undefined): DomainSetting | undefined =>
  domainName && hostedZoneId ? { domainName, hostedZoneId } : undefined;

/** CloudFront is absent from the partition of the US government; in China it needs a license for a domain. */
const isWithoutCloudFront = (region = ''): boolean => /^(cn|us-gov)-/.test(region);

const signInAtUserPool: ConsoleSetting['signIn'] = { clientId: '', scopes: ['openid'], origins: [] };

function consoleOf({ console: wanted, consoleSignIn, oidcIssuer }: StageSettings, region: string | undefined): ConsoleSetting | undefined {
  if (wanted === 'served' && isWithoutCloudFront(region)) throw new SettingError(`console must be none in ${region}: it has no CloudFront`);
  if (wanted === 'none' || isWithoutCloudFront(region)) return undefined;
  const signIn = oidcIssuer ? consoleSignIn : signInAtUserPool;
  return signIn && { signIn };
}

function revocationListsOf({ revocationLists, certificateAuthority }: StageSettings, region: string | undefined): 'http' | 'https' {
  if (revocationLists === 'http' && isWithoutCloudFront(region))
    throw new SettingError(`revocationLists must be https in ${region}: it has no CloudFront`);
  // The certificates of ACM PCA name no list of ours.
  const areNamed = certificateAuthority.some((name) => name.startsWith('kms'));
  return areNamed && !isWithoutCloudFront(region) ? (revocationLists ?? 'http') : 'https';
}

/** The firewall is in another Region than the functions, so that it must be told theirs. */
function firewallOf({ firewall, ...settings }: StageSettings, stage: string, homeRegion: string | undefined): FirewallSetting | undefined {
  const domain = domainOf(settings.publicDomainName, settings.publicHostedZoneId);
  if (!firewall || !domain) return undefined;
  if (homeRegion === undefined) throw new SettingError(`firewall needs stages/${stage}.json, which names the Region of the stage`);
  if (isWithoutCloudFront(homeRegion))
    throw new SettingError(`firewall is not for ${homeRegion}: CloudFront and its secret are in us-east-1`);
  return { ...firewall, domain, homeRegion };
}

/** The name by which authorities are told apart. */
export function authorityKeyOf(setting: AuthoritySetting): string {
  if (setting.kind === 'kms') return `kms${setting.suffix}`;
  return setting.existing?.arn ?? `acm-pca${setting.shortLived ? '-short-lived' : ''}${setting.suffix}`;
}

function authoritySetting(name: string, existing: ExistingAuthority | undefined): AuthoritySetting {
  const suffix = /-\d$/.exec(name)?.[0] ?? '';
  if (name.startsWith('kms')) return { kind: 'kms', suffix };
  return { kind: 'acm-pca', suffix, shortLived: name.includes('short-lived'), existing: isFirstAcmPca(name) ? existing : undefined };
}

function certificateDays({ applicationCertificateDays, runtimeCertificateDays }: StageSettings, issuing: string) {
  const longest = issuesShortLived([issuing]) ? maxShortLivedDays : Number.POSITIVE_INFINITY;
  return {
    application: applicationCertificateDays ?? Math.min(defaultDays.application, longest),
    runtime: runtimeCertificateDays ?? Math.min(defaultDays.runtime, longest),
  };
}
