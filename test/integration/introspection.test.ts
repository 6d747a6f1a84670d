import { getIntrospectionQuery } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleScopes } from '#shared/authorization/scopes.ts';
import type { Actor } from '#shared/core/actor.ts';
import { type ConnectorWorld, startConnector } from '#test/support/connector-world.ts';
import { anIntegrationSystem, aSystem, aTenant, aUser, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

const refused = {
  status: 200,
  errors: [
    {
      message: 'insufficient scopes provided: introspection is for administrators',
      extensions: { error_code: 23, error: 'InsufficientScopes' },
    },
  ],
};
const tenant = aTenant();
const everything = getIntrospectionQuery();

let dynamo: Dynamo;
let director: DirectorWorld;
let connector: ConnectorWorld;

beforeAll(async () => {
  dynamo = await startDynamo();
  director = directorWorld(dynamo);
  connector = await startConnector();
});
afterAll(() => Promise.all([dynamo.stop(), connector.stop()]));

describe('the Director', () => {
  it.each<[string, Actor]>([
    ['an administrator', aUser(tenant)],
    ['a viewer', aUser(tenant, roleScopes.viewer)],
  ])('tells its schema to the tools of %s', async (_, actor) => {
    const { __schema } = await director.as(actor).do(everything);
    expect(__schema.queryType.name).toBe('Query');
  });

  it.each<[string, Actor]>([
    ['an Application', aSystem('application', 'a', tenant)],
    ['a Runtime', aSystem('runtime', 'r', tenant)],
    ['an integration system', anIntegrationSystem(tenant)],
  ])('does not tell its schema to %s, which may ask for __typename', async (_, actor) => {
    expect(await director.as(actor).ask(everything)).toMatchObject({ ...refused, data: {} });
    expect(await director.as(actor).ask('{ __type(name: "Query") { fields { name } } }')).toMatchObject({ ...refused, data: {} });
    expect(await director.as(actor).do('{ viewer { __typename } }')).toEqual({ viewer: { __typename: 'Viewer' } });
  });
});

describe('the Connector', () => {
  it('tells its schema to the tools of users', async () => {
    const { data } = await connector.call(everything, { user: { 'cognito:groups': [`tenant/${tenant}`] }, headers: { tenant } });
    expect(data.__schema.queryType.name).toBe('Query');
  });

  it('does not tell its schema to strangers, holders of tokens and of certificates', async () => {
    const { token } = await connector.invite();
    const { certificate } = await connector.pair();
    for (const request of [{}, { token }, { certificate }]) {
      expect(await connector.call(everything, request)).toMatchObject(refused);
    }
    expect((await connector.configuration(token)).error).toBeUndefined();
  });
});
