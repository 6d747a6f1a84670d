import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OfferedBundle } from '#test/support/agent-control-plane-state.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { type LambdaAgentUnderTest, lambdaAgentUnderTest } from '#test/support/lambda-agent-under-test.ts';

let dynamo: Dynamo;
let shop: Server;
let address: string;
let agent: LambdaAgentUnderTest;
let calls: { request: string; authorization: string | undefined; headers: IncomingMessage['headers']; body: string }[];
let status: number;
/** The function as Lambda loads it, with the variables of its template. */
let handler: (event: unknown) => Promise<unknown>;

beforeAll(async () => {
  dynamo = await startDynamo({ stream: false });
  shop = createServer(async (request, response) => {
    const { method, url, headers } = request;
    calls.push({ request: `${method} ${url}`, authorization: headers.authorization, headers, body: await text(request) });
    const answer = url === '/token' ? { access_token: 't0ken', token_type: 'Bearer' } : { id: '4711', state: 'new' };
    response.writeHead(status, { 'content-type': 'application/json', location: '/elsewhere' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => shop.listen(0, '127.0.0.1', resolve));
  address = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`;
});
afterAll(async () => {
  shop?.close();
  await dynamo?.stop();
});

beforeEach(async () => {
  calls = [];
  status = 200;
  agent = await lambdaAgentUnderTest(dynamo);
  const variables = {
    TABLE_NAME: agent.tableName,
    API_NAME: 'Orders',
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
  };
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  vi.resetModules();
  ({ handler } = await import('../../../examples/runtime-extension/main.ts'));
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await agent.dispose();
});

const password = 'pässword: of the Runtime';
const basicOf = (user: string, secret: string) => `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`;
const orders = (): OfferedBundle => ({
  id: 'b1',
  apis: [{ id: 'api1', name: 'Orders', targetURL: `${address}/api/v1` }],
  basic: { username: 'runtime', password },
});

/** The Agent applies the Applications in an invocation, as it does on its schedule. */
async function apply(bundles: readonly OfferedBundle[], name = 'mp-shop'): Promise<void> {
  agent.plane.state.applications = [
    { id: 'a0', name: 'mp-other', bundles: [{ ...orders(), id: 'b0', basic: { username: 'other', password: 'other' } }] },
    { id: 'a1', name, bundles: [...bundles] },
  ];
  agent.time.passed += 60_000;
  await agent.process().invoke();
}

/** An event as EventBridge hands it to a function. */
const placed = (order: unknown, source = 'mp-shop') => ({
  version: '0',
  source,
  'detail-type': 'order.placed.v1',
  detail: { specversion: '1.0', id: 'e1', source: '/orders', type: 'order.placed.v1', data: { order } },
});

describe('the example of an extension', () => {
  it('reads the order of an event from the API of its Application, with the basic credentials of the Runtime', async () => {
    await apply([{ id: 'b2', apis: [{ id: 'api2', name: 'Invoices', targetURL: `${address}/invoices` }] }, orders()]);
    expect(await handler(placed('4711'))).toEqual({ id: '4711', state: 'new' });
    expect(calls).toMatchObject([{ request: 'GET /api/v1/orders/4711', authorization: basicOf('runtime', password) }]);
  });

  it('gets an access token where the Runtime was given an OAuth client', async () => {
    const oauth = { clientId: 'id:1', clientSecret: 's/cret', url: `${address}/token` };
    await apply([{ ...orders(), basic: undefined, oauth, additionalHeaders: { 'x-tenant': ['acme'] } } as OfferedBundle]);
    expect(await handler(placed('4711'))).toMatchObject({ id: '4711' });
    expect(calls).toMatchObject([
      { request: 'POST /token', authorization: basicOf('id%3A1', 's%2Fcret'), body: 'grant_type=client_credentials' },
      { request: 'GET /api/v1/orders/4711', authorization: 'Bearer t0ken', headers: { 'x-tenant': 'acme' } },
    ]);
  });

  it('uses credentials that were replaced with the first event after the Agent applied them', async () => {
    await apply([orders()]);
    await handler(placed('1'));
    await apply([{ ...orders(), basic: { username: 'runtime', password: 'new' } }]);
    await handler(placed('2'));
    expect(calls.map(({ authorization }) => authorization)).toEqual([basicOf('runtime', password), basicOf('runtime', 'new')]);
  });

  it('reads an Application that is stored in several parts', async () => {
    const large = { id: 'b2', basic: { username: 'u'.repeat(250_000), password: 'p' } };
    await apply([large, orders()]);
    expect((await agent.view()).find(({ name }) => name === 'mp-shop')?.parts).toBeGreaterThan(2);
    await handler(placed('4711'));
    expect(calls).toHaveLength(1);
  });

  it('calls no API for an Application that the Runtime does not see any more, and none of another name', async () => {
    await apply([orders()]);
    await handler(placed('4711', 'mp-gone'));
    await apply([{ ...orders(), apis: [{ id: 'api1', name: 'Invoices', targetURL: address }] }]);
    await handler(placed('4711'));
    expect(calls).toEqual([]);
  });

  it('refuses an order whose id would lead to another path', async () => {
    await apply([orders()]);
    for (const order of ['..', '../admin', 'a/b', '', 7]) await expect(handler(placed(order))).rejects.toThrow();
    expect(calls).toEqual([]);
  });

  it.each([500, 401, 302])('fails without naming a credential if the API answers %d, and follows no redirection', async (answer) => {
    await apply([orders()]);
    status = answer;
    const error = await handler(placed('4711')).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).not.toContain(password);
    expect(calls).toHaveLength(1);
  });
});
