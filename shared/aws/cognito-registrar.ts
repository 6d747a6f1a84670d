import {
  type CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
  LimitExceededException,
  ResourceNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import type { ClientOrder, ClientRegistrar } from '#shared/consumers/client-registrar.ts';
import { AppError } from '#shared/core/errors.ts';

interface Pool {
  readonly client: CognitoIdentityProviderClient;
  readonly userPoolId: string;
  /** The resource server whose scopes the clients get. */
  readonly resourceServer: string;
}

/** A day, the longest that Cognito allows: it charges for each token, and a deleted credential is refused at once whatever its token says. */
const accessTokenMinutes = 24 * 60;

/** Makes OAuth clients in a Cognito user pool, for the client credentials grant only: users cannot sign in through them. */
export function cognitoRegistrar({ client, userPoolId, resourceServer }: Pool): ClientRegistrar {
  return {
    create: async (order) => {
      const { UserPoolClient } = await client
        .send(new CreateUserPoolClientCommand(settingsOf(order, userPoolId, resourceServer)))
        .catch(explained);
      if (!UserPoolClient?.ClientId || !UserPoolClient.ClientSecret) throw new Error('Cognito answered without a client');
      return { clientId: UserPoolClient.ClientId, clientSecret: UserPoolClient.ClientSecret };
    },

    delete: async (clientId) => {
      try {
        await client.send(new DeleteUserPoolClientCommand({ UserPoolId: userPoolId, ClientId: clientId }));
      } catch (error) {
        if (!(error instanceof ResourceNotFoundException)) throw error;
      }
    },
  };
}

const settingsOf = ({ owner, authId, scopes }: ClientOrder, userPoolId: string, resourceServer: string) => ({
  UserPoolId: userPoolId,
  // The id in the name lets operators find clients without a System Auth.
  ClientName: `${owner.kind} ${owner.id} ${authId}`,
  GenerateSecret: true,
  AllowedOAuthFlowsUserPoolClient: true,
  AllowedOAuthFlows: ['client_credentials' as const],
  AllowedOAuthScopes: scopes.map((scope) => `${resourceServer}/${scope}`),
  // Left out, it would let users sign in.
  ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH' as const],
  AccessTokenValidity: accessTokenMinutes,
  TokenValidityUnits: { AccessToken: 'minutes' as const },
  PreventUserExistenceErrors: 'ENABLED' as const,
});

function explained(error: unknown): never {
  if (!(error instanceof LimitExceededException)) throw error;
  throw new AppError('ClientsExhausted', 'the identity provider has reached its limit of clients; delete System Auths that are not used', {
    cause: error,
  });
}
