import { Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { AccountRecovery, FeaturePlan, Mfa, OAuthScope, ResourceServerScope, UserPool } from 'aws-cdk-lib/aws-cognito';
import { Construct } from 'constructs';
import type { Access } from './access.ts';
import type { Deployment } from './deployment.ts';

/** Read and write per kind of object; finer scopes are derived from the roles that a token carries. */
const scopes = ['application', 'runtime', 'formation', 'webhook'].flatMap((object) =>
  ['read', 'write'].map((verb) => new ResourceServerScope({ scopeName: `${object}:${verb}`, scopeDescription: `${verb} ${object}s` })),
);

/**
 * Who vouches for administrators: the deployment's own OIDC issuer, else a Cognito user pool. In the pool the groups
 * `tenant/<id>` and `role/<name>` say what a user may do where; they arrive as the claim `cognito:groups`.
 */
export class IdentityProvider extends Construct {
  readonly issuer: string;
  readonly audience: string;

  constructor(scope: Construct, id: string, { settings }: Deployment) {
    super(scope, id);
    const given = settings.identityProvider;
    const { issuer, audience } = given ?? this.createUserPool(settings.prefix);
    this.issuer = issuer;
    this.audience = audience;
  }

  access(): Access<{ OIDC_ISSUER: string; OIDC_AUDIENCE: string }> {
    return { environment: { OIDC_ISSUER: this.issuer, OIDC_AUDIENCE: this.audience }, statements: [] };
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
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const reason =
      'Threat protection needs the Plus plan, priced per user; accounts are made by administrators only and need a second factor.';
    Validations.of(pool).acknowledge({ id: 'AwsSolutions-COG3', reason }, { id: 'AwsSolutions-COG8', reason });
    const server = pool.addResourceServer('Scopes', { identifier: 'compass', scopes });
    const client = pool.addClient('Console', {
      generateSecret: false,
      authFlows: { userSrp: true },
      preventUserExistenceErrors: true,
      accessTokenValidity: Duration.hours(1),
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, ...scopes.map((one) => OAuthScope.resourceServer(server, one))],
        callbackUrls: ['http://localhost:8400/callback'],
      },
    });
    pool.addDomain('SignIn', { cognitoDomain: { domainPrefix: `${prefix}-${Stack.of(this).account}` } });
    return { issuer: pool.userPoolProviderUrl, audience: client.userPoolClientId };
  }
}
