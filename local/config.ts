// biome-ignore-all lint/style/noProcessEnv: the runner hands the handlers their environment, and takes one setting from its own.
import { join } from 'node:path';
import type { AwsCredentials } from './aws/request-signature.ts';

/** An engine that runs already, instead of the built-in one. */
export const dynamoEndpointSetting = (): string | undefined => process.env.COMPASS_DYNAMODB_ENDPOINT || undefined;

interface AwsSettings extends AwsCredentials {
  readonly region: string;
  readonly dynamoEndpoint: string;
  readonly messagingEndpoint: string;
  readonly servicesEndpoint: string;
}

/** Sets the environment of all functions in this process, and directs every AWS client to this machine. */
export function applyEnvironment(functionVariables: Readonly<Record<string, string>>, aws: AwsSettings, dataFolder: string): void {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  Object.assign(process.env, {
    POWERTOOLS_LOG_LEVEL: process.env.POWERTOOLS_LOG_LEVEL ?? 'WARN',
    ...functionVariables,
    AWS_REGION: aws.region,
    AWS_ACCESS_KEY_ID: aws.accessKeyId,
    AWS_SECRET_ACCESS_KEY: aws.secretAccessKey,
    // Files that do not exist: no profile of the developer changes where calls go.
    AWS_CONFIG_FILE: join(dataFolder, 'no-aws-config'),
    AWS_SHARED_CREDENTIALS_FILE: join(dataFolder, 'no-aws-credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL: aws.servicesEndpoint,
    AWS_ENDPOINT_URL_DYNAMODB: aws.dynamoEndpoint,
    AWS_ENDPOINT_URL_DYNAMODB_STREAMS: aws.dynamoEndpoint,
    AWS_ENDPOINT_URL_SQS: aws.messagingEndpoint,
    AWS_ENDPOINT_URL_S3: aws.messagingEndpoint,
    AWS_ENDPOINT_URL_SFN: aws.servicesEndpoint,
    AWS_ENDPOINT_URL_EVENTBRIDGE: aws.servicesEndpoint,
    AWS_ENDPOINT_URL_SECRETS_MANAGER: aws.servicesEndpoint,
  });
}
