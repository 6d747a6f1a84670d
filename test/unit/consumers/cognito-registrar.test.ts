import {
  CognitoIdentityProviderClient,
  CreateUserPoolClientCommand,
  DeleteUserPoolClientCommand,
  InternalErrorException,
  LimitExceededException,
  ResourceNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { consumerScopes } from '#shared/authorization/scopes.ts';
import { cognitoRegistrar } from '#shared/aws/cognito-registrar.ts';
import { tenantId } from '#shared/core/tenant-id.ts';

const cognito = mockClient(CognitoIdentityProviderClient);

afterAll(() => cognito.restore());
const registrar = cognitoRegistrar({
  client: new CognitoIdentityProviderClient({ region: 'eu-central-1' }),
  userPoolId: 'eu-central-1_pool',
  resourceServer: 'compass',
});
const order = {
  owner: { tenant: tenantId('acme'), kind: 'integration_system', id: 'is-1' },
  authId: 'auth-1',
  scopes: consumerScopes.integration_system,
} as const;
const failure = { message: 'm', $metadata: {} };

beforeEach(() => cognito.reset());

describe('a client in a user pool', () => {
  it('is made for the client credentials grant alone, with the scopes of its kind', async () => {
    cognito.on(CreateUserPoolClientCommand).resolves({ UserPoolClient: { ClientId: 'c1', ClientSecret: 's1' } });
    expect(await registrar.create(order)).toEqual({ clientId: 'c1', clientSecret: 's1' });
    const [call] = cognito.commandCalls(CreateUserPoolClientCommand);
    expect(call?.args[0].input).toEqual({
      UserPoolId: 'eu-central-1_pool',
      ClientName: 'integration_system is-1 auth-1',
      GenerateSecret: true,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['client_credentials'],
      AllowedOAuthScopes: consumerScopes.integration_system.map((scope) => `compass/${scope}`),
      ExplicitAuthFlows: ['ALLOW_REFRESH_TOKEN_AUTH'],
      AccessTokenValidity: 1440,
      TokenValidityUnits: { AccessToken: 'minutes' },
      PreventUserExistenceErrors: 'ENABLED',
    });
  });

  it('has a name that Cognito takes, for every owner', async () => {
    cognito.on(CreateUserPoolClientCommand).resolves({ UserPoolClient: { ClientId: 'c1', ClientSecret: 's1' } });
    const id = '0197f000-0000-7000-8000-0000000000a1';
    await registrar.create({ ...order, owner: { ...order.owner, id }, authId: id });
    expect(cognito.commandCalls(CreateUserPoolClientCommand)[0]?.args[0].input.ClientName).toMatch(/^[\w\s+=,.@-]{1,128}$/);
  });

  it('cannot be made when the pool is full, and the error says so', async () => {
    cognito.on(CreateUserPoolClientCommand).rejects(new LimitExceededException(failure));
    await expect(registrar.create(order)).rejects.toMatchObject({ code: 'ClientsExhausted', kind: 'unavailable' });
  });

  it('that Cognito did not describe is not taken for one', async () => {
    cognito.on(CreateUserPoolClientCommand).resolves({ UserPoolClient: { ClientId: 'c1' } });
    await expect(registrar.create(order)).rejects.toThrow('without a client');
  });

  it('is deleted, also when it is gone already', async () => {
    cognito.on(DeleteUserPoolClientCommand).resolvesOnce({}).rejects(new ResourceNotFoundException(failure));
    await registrar.delete('c1');
    await registrar.delete('c1');
    expect(cognito.commandCalls(DeleteUserPoolClientCommand)[0]?.args[0].input).toEqual({
      UserPoolId: 'eu-central-1_pool',
      ClientId: 'c1',
    });
  });

  it('is not taken for deleted when Cognito fails', async () => {
    cognito.on(DeleteUserPoolClientCommand).rejects(new InternalErrorException(failure));
    await expect(registrar.delete('c1')).rejects.toThrow(InternalErrorException);
  });
});
