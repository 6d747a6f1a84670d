import { CloudFormationClient } from '@aws-sdk/client-cloudformation';
import { LambdaClient } from '@aws-sdk/client-lambda';
import { S3Client } from '@aws-sdk/client-s3';
import { SSMClient } from '@aws-sdk/client-ssm';
import { AssumeRoleCommand, type Credentials, STSClient } from '@aws-sdk/client-sts';
import { type Clock, later, minutes } from '#shared/core/clock.ts';
import { AppError } from '#shared/core/errors.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { RuntimeTarget } from '#shared/provisioning/drivers/runtime-targets.ts';
import { requestTimeouts } from '../request-timeouts.ts';

/** Clients of the services in which a Runtime is built. */
export interface StackClients {
  readonly cloudFormation: CloudFormationClient;
  readonly parameters: SSMClient;
  readonly functions: LambdaClient;
  readonly objects: S3Client;
}

export type ClientsOf = (tenant: TenantId, target: RuntimeTarget, abortSignal: AbortSignal) => Promise<StackClients>;

/** The shortest session that STS gives, in seconds. */
const sessionSeconds = 900;

/** A session is renewed this time before its end, which no step outlasts. */
const margin = minutes(2);

interface Session {
  readonly clients: StackClients;
  readonly until: string;
}

/**
 * Clients for the targets of tenants. In another account they act by a short session of the tenant's role, with the tenant as external id: a role
 * that trusts another tenant refuses it. A session is kept for the tenant, role and Region that it was opened for.
 */
export function stackClients(clock: Clock, sts = () => new STSClient(settings)): ClientsOf {
  const own = new Map<string, StackClients>();
  const sessions = new Map<string, Session>();
  return async (tenant, { region, roleArn }, abortSignal) => {
    if (roleArn === undefined) return own.get(region) ?? remember(own, region, clientsIn(region));
    const key = JSON.stringify([tenant, roleArn, region]);
    const kept = sessions.get(key);
    if (kept && kept.until > later(clock(), margin).toISOString()) return kept.clients;
    const { Credentials } = await sts().send(
      new AssumeRoleCommand({
        RoleArn: roleArn,
        RoleSessionName: `compass-${tenant}`.slice(0, 64),
        ExternalId: tenant,
        DurationSeconds: sessionSeconds,
      }),
      { abortSignal },
    );
    const session = sessionOf(region, Credentials);
    return remember(sessions, key, session).clients;
  };
}

function remember<T>(map: Map<string, T>, key: string, value: T): T {
  map.set(key, value);
  return value;
}

function sessionOf(region: string, credentials: Credentials | undefined): Session {
  const { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = credentials ?? {};
  if (!AccessKeyId || !SecretAccessKey || !Expiration) throw new AppError('DriverUnavailable', 'STS answered without a session');
  const clients = clientsIn(region, { accessKeyId: AccessKeyId, secretAccessKey: SecretAccessKey, sessionToken: SessionToken });
  return { clients, until: Expiration.toISOString() };
}

interface SessionCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string | undefined;
}

/** Two attempts of 8 s each: with a second call, a step ends within its 30 s. */
const settings = { maxAttempts: 2, requestHandler: { ...requestTimeouts, requestTimeout: 8000 } };

function clientsIn(region: string, session?: SessionCredentials): StackClients {
  const { sessionToken, ...keys } = session ?? {};
  const credentials = session && { credentials: { ...keys, ...(sessionToken ? { sessionToken } : {}) } as Required<SessionCredentials> };
  const options = { ...settings, region, ...credentials };
  return {
    cloudFormation: new CloudFormationClient(options),
    parameters: new SSMClient(options),
    functions: new LambdaClient(options),
    objects: new S3Client(options),
  };
}
