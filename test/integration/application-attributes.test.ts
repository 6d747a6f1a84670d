import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '#test/support/clients.ts';
import { aTenant, aUser, type Caller, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { tableSending } from '#test/support/table-sending.ts';

let dynamo: Dynamo;
let admin: Caller;
/** The attributes that the last query of a listing named. */
let named: string[] | undefined;

beforeAll(async () => {
  dynamo = await startDynamo();
  const table = tableSending(dynamo, (command) => {
    const { IndexName, ProjectionExpression, ExpressionAttributeNames = {} } = command.input as Data;
    if (IndexName === 'listing') named = ProjectionExpression?.split(', ').map((alias: string) => ExpressionAttributeNames[alias]);
    return dynamo.client.send(command);
  });
  admin = directorWorld({ table }).as(aUser(aTenant()));
  await admin.do(`mutation { registerApplication(in: { name: "shop", providerName: "p", description: "d", healthCheckURL: "https://example.com/health",
    baseUrl: "https://example.com", applicationNamespace: "n", localTenantID: "t", labels: { scenarios: ["s"], k: "v" } }) { id } }`);
});
afterAll(() => dynamo.stop());

const pageOf = async (fields: string, filter = ''): Promise<Data> =>
  (await admin.do(`{ applications${filter} { data { ${fields} } } }`)).applications.data[0];

describe('a page of Applications', () => {
  it.each([
    'id',
    'name',
    'providerName',
    'description',
    'status { condition timestamp }',
    'labels',
    'healthCheckURL',
    'baseUrl',
    'applicationNamespace',
    'localTenantID',
    'integrationSystemID',
    'applicationTemplateID',
    'createdAt',
    'updatedAt',
  ])('has %s as where everything is read', async (field) => {
    const alone = await pageOf(field);
    expect(named).toBeDefined();
    const { webhooks, ...whole } = await pageOf(`${field} webhooks { id }`);
    expect(named).toBeUndefined();
    expect(alone).toEqual(whole);
  });

  it('reads the attributes alone that it shows', async () => {
    await pageOf('id name description status { condition }');
    expect(named).toEqual(['id', 'name', 'description', 'status']);
  });

  it('reads labels, too, where they are filtered', async () => {
    expect(await pageOf('name', '(filter: { key: "k", query: "\\"v\\"" })')).toEqual({ name: 'shop' });
    expect(named).toEqual(['id', 'labels', 'formations', 'name']);
  });
});
