import { Aws, CfnOutput, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { OAuthScope, UserPoolClient } from 'aws-cdk-lib/aws-cognito';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { Construct } from 'constructs';
import { consoleConfiguration } from '#shared/console/console-headers.ts';
import { consolePath } from '#shared/console/console-path.ts';
import type { ConsoleSetting } from '../../environments.ts';
import type { Access } from '../access.ts';
import type { Deployment } from '../deployment.ts';
import type { ClientPool, IdentityProvider } from '../identity-provider.ts';
import { PrivateBucket } from '../private-bucket.ts';
import { addConsoleDistribution } from './console-distribution.ts';
import { addConsoleHeaders } from './console-response-headers.ts';
import { PublishedConsole } from './published-console.ts';

interface ConsoleSiteProps {
  readonly deployment: Deployment;
  readonly setting: ConsoleSetting;
  readonly identityProvider: IdentityProvider;
  /** The host of the public API. */
  readonly publicHost: string;
}

/** A working day, after which users sign in again. Tokens stay in the browser tab. */
const sessionLength = Duration.hours(12);

type ConsoleAccess = Access<Record<never, string>>;

/** The parameter by which a stack of its own knows the client. An export could neither change nor go while it is imported. */
const parameterOf = ({ settings }: Deployment): string => `/${settings.prefix}/console-client`;

/**
 * The console: its files in a private bucket behind CloudFront, and the APIs at the same address, so that no other origin needs to call them. Its client
 * at the user pool of the deployment comes back to that address only.
 */
export class ConsoleSite extends Construct {
  /** The client of the console, if the deployment has a user pool. */
  readonly client: UserPoolClient | undefined;

  constructor(scope: Construct, id: string, { deployment, setting, identityProvider, publicHost }: ConsoleSiteProps) {
    super(scope, id);
    const { prefix, variables } = deployment.settings;
    const { clients, issuer } = identityProvider;
    const bucket = new PrivateBucket(this, 'Files', { removalPolicy: RemovalPolicy.DESTROY });
    Validations.of(bucket).acknowledge({ id: 'AwsSolutions-S1', reason: 'The files are public, and CloudFront alone reads them.' });
    const connect = clients ? [cognitoOrigin(), clients.signInUrl] : [new URL(issuer).origin, ...setting.signIn.origins];
    const headers = addConsoleHeaders(this, { name: `${prefix}-console`, connect });
    const distribution = addConsoleDistribution(this, { prefix, bucket, headers, publicHost });
    const url = `https://${distribution.distributionDomainName}`;
    this.client = clients && addClient(this, clients, url + consolePath);
    const configuration = consoleConfiguration(url, {
      issuer,
      clientId: this.client?.userPoolClientId ?? setting.signIn.clientId,
      scopes: setting.signIn.scopes,
      ...(variables.GROUPS_CLAIM !== undefined && { groupsClaim: variables.GROUPS_CLAIM }),
    });
    new PublishedConsole(this, 'Published', { deployment, bucket, configuration: Stack.of(this).toJsonString(configuration) });
    if (this.client)
      new StringParameter(this, 'ClientId', { parameterName: parameterOf(deployment), stringValue: this.client.userPoolClientId });
    new CfnOutput(scope, 'ConsoleUrl', { value: url + consolePath });
  }
}

/** Lets a function accept the tokens of the console: in its stack, and in others. No variable where the console has no client of its own. */
export const admittingConsole = (client: UserPoolClient | undefined): ConsoleAccess => admitting(client?.userPoolClientId);
export const admittingConsoleElsewhere = (scope: Construct, deployment: Deployment, client: UserPoolClient | undefined): ConsoleAccess =>
  admitting(client && StringParameter.valueForStringParameter(scope, parameterOf(deployment)));

const admitting = (clientId: string | undefined): ConsoleAccess => ({
  environment: clientId === undefined ? {} : { CONSOLE_CLIENT_ID: clientId },
  statements: [],
});

/** The origin at which the user pools of the Region describe themselves, and publish their keys. */
const cognitoOrigin = (): string => `https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}`;

const addClient = (scope: Construct, { pool }: ClientPool, address: string): UserPoolClient =>
  new UserPoolClient(scope, 'Client', {
    userPool: pool,
    generateSecret: false,
    preventUserExistenceErrors: true,
    accessTokenValidity: Duration.hours(1),
    refreshTokenValidity: sessionLength,
    oAuth: {
      flows: { authorizationCodeGrant: true },
      // No own scopes: a user chooses the scopes of a token, and would choose all of them.
      scopes: [OAuthScope.OPENID],
      callbackUrls: [address],
      logoutUrls: [address],
    },
  });
