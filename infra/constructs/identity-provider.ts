import { Duration, Stack, Validations } from 'aws-cdk-lib';
import {
  AccountRecovery,
  type CfnUserPool,
  FeaturePlan,
  type IUserPool,
  Mfa,
  OAuthScope,
  ResourceServerScope,
  UserPool,
} from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import { scopesOfClients } from '#shared/authorization/scopes.ts';
import { type Access, allow } from './access.ts';
import type { Deployment } from './deployment.ts';
import { outlivesItsStack } from './retention.ts';

/** Scopes that clients of Applications, Runtimes and integration systems may ask for; users have those of their groups. */
const scopes = scopesOfClients.map((scopeName) => new ResourceServerScope({ scopeName, scopeDescription: scopeName }));

const resourceServer = 'compass';

export type RegistrarAccess = Access<{ CLIENT_REGISTRAR: 'none' }> | Access<{ CLIENT_REGISTRAR: 'cognito'; USER_POOL_ID: string }>;

/** The pool in which OAuth clients are created and get their tokens. */
export interface ClientPool {
  readonly tokenUrl: string;
  /** The address of the pages where users sign in. */
  readonly signInUrl: string;
  readonly pool: IUserPool;
  /** Grants the rights to create clients, and to delete one that could not be recorded. */
  registering(): Access<{ CLIENT_REGISTRAR: 'cognito'; USER_POOL_ID: string }>;
  removing(): Access<{ CLIENT_REGISTRAR: 'cognito'; USER_POOL_ID: string }>;
}

/**
 * The issuer of administrators' tokens: the deployment's own OIDC issuer, else a Cognito user pool. In the pool the groups `tenant/<id>`
 * and `role/<name>` grant a user its rights; they arrive as the claim `cognito:groups`.
 */
export class IdentityProvider extends Construct {
  readonly issuer: string;
  readonly audience: string;
  /** Absent if the issuer is external: no OAuth clients are created there. */
  readonly clients: ClientPool | undefined;
  /** Absent where the issuer is not ours. */
  readonly userPool: CfnUserPool | undefined;

  constructor(scope: Construct, id: string, { settings }: Deployment) {
    super(scope, id);
    const given = settings.identityProvider;
    const { issuer, audience, clients, userPool } = given
      ? { ...given, clients: undefined, userPool: undefined }
      : this.createUserPool(settings.prefix);
    this.issuer = issuer;
    this.audience = audience;
    this.clients = clients;
    this.userPool = userPool;
  }

  access(): Access<{ OIDC_ISSUER: string; OIDC_AUDIENCE: string }> {
    return { environment: { OIDC_ISSUER: this.issuer, OIDC_AUDIENCE: this.audience }, statements: [] };
  }

  /** Grants the rights to create OAuth clients, if there is a user pool. */
  registering(): RegistrarAccess {
    return this.clients?.registering() ?? { environment: { CLIENT_REGISTRAR: 'none' }, statements: [] };
  }

  private createUserPool(prefix: string) {
    const pool = new UserPool(this, 'UserPool', {
      userPoolName: prefix,
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.REQUIRED,
      mfaSecondFactor: { otp: true, sms: false },
      passwordPolicy: { minLength: 14, requireDigits: true, requireLowercase: true, requireUppercase: true, requireSymbols: true },
      featurePlan: FeaturePlan.ESSENTIALS,
      removalPolicy: outlivesItsStack,
    });
    const reason =
      'Threat protection needs the Plus plan, priced per user; accounts are made by administrators only and need a second factor.';
    Validations.of(pool).acknowledge({ id: 'AwsSolutions-COG3', reason }, { id: 'AwsSolutions-COG8', reason });
    pool.addResourceServer('Scopes', { identifier: resourceServer, scopes });
    const client = pool.addClient('Console', {
      generateSecret: false,
      authFlows: { userSrp: true },
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.hours(1),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        // No own scopes: a user chooses the scopes of a token, and would choose all of them.
        scopes: [OAuthScope.OPENID],
        callbackUrls: ['http://localhost:8400/callback'],
      },
    });
    const domain = pool.addDomain('SignIn', { cognitoDomain: { domainPrefix: `${prefix}-${Stack.of(this).account}` } });
    return {
      issuer: pool.userPoolProviderUrl,
      audience: client.userPoolClientId,
      userPool: pool.node.defaultChild as CfnUserPool,
      clients: clientPool(pool, domain.baseUrl()),
    };
  }
}

function clientPool(pool: UserPool, signInUrl: string): ClientPool {
  const managing = (...actions: string[]) => ({
    environment: { CLIENT_REGISTRAR: 'cognito' as const, USER_POOL_ID: pool.userPoolId },
    statements: [allow(actions, [pool.userPoolArn])],
  });
  return {
    pool,
    signInUrl,
    tokenUrl: `${signInUrl}/oauth2/token`,
    registering: () => managing('cognito-idp:CreateUserPoolClient', 'cognito-idp:DeleteUserPoolClient'),
    removing: () => managing('cognito-idp:DeleteUserPoolClient'),
  };
}
