import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { adviceOn } from '#console/client/advice.ts';
import { apiClient } from '#console/client/api-client.ts';
import type { ConsoleError } from '#console/client/console-error.ts';
import { searched } from '#console/members/search.ts';
import { errorCatalogue } from '#shared/core/error-catalogue.ts';

let server: Server | undefined;
afterEach(() => server?.close());

async function clientOf(status: number, body: string) {
  const seen: { headers?: Record<string, unknown>; body?: string } = {};
  server = createServer(async (request, response) => {
    seen.headers = request.headers;
    seen.body = (await request.toArray()).join('');
    response.writeHead(status).end(body);
  });
  await new Promise<void>((listening) => server?.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    seen,
    send: apiClient({ urls: { director: url, connector: url, provisioner: url }, tenant: 't1', token: async () => 'secret' }),
  };
}

const viewer = { api: 'director', name: 'Viewer', text: 'query Viewer { viewer { id } }' } as const;

describe('an operation of the console', () => {
  it('carries the token and the tenant, and answers the data', async () => {
    const { seen, send } = await clientOf(200, '{"data":{"viewer":{"id":"anna"}}}');
    expect(await send(viewer, {})).toEqual({ viewer: { id: 'anna' } });
    expect(seen.headers).toMatchObject({ authorization: 'Bearer secret', tenant: 't1' });
    expect(JSON.parse(seen.body ?? '')).toEqual({ query: viewer.text, variables: {}, operationName: 'Viewer' });
  });

  it.each([
    [200, '{"errors":[{"message":"no","extensions":{"error":"InsufficientScopes"}}]}', 'no', adviceOn.InsufficientScopes],
    [401, '{"message":"Unauthorized"}', 'The control plane does not accept the session.', adviceOn.Unauthorized],
    [502, '<html>', 'The control plane answers with status 502.', expect.stringContaining('Try again')],
  ])('that fails with status %i says what to do', async (status, body, message, advice) => {
    const { send } = await clientOf(status, body);
    expect(await send(viewer, {}).catch((error: ConsoleError) => ({ message: error.message, advice: error.advice }))).toEqual({
      message,
      advice,
    });
  });

  it('has advice on codes of the catalogue only', () => {
    expect(Object.keys(adviceOn).filter((code) => !Object.hasOwn(errorCatalogue, code))).toEqual([]);
  });
});

describe('a search', () => {
  it('reads the list to its end, and finds parts of names in any case', async () => {
    const pages = [
      { data: [{ id: '1', name: 'Web Shop' }], pageInfo: { endCursor: 'next', hasNextPage: true } },
      {
        data: [
          { id: '2', name: 'shopping' },
          { id: '3', name: 'ledger' },
        ],
        pageInfo: { endCursor: '', hasNextPage: false },
      },
    ];
    const asked: (string | undefined)[] = [];
    const send = async () => Promise.reject(new Error('not used'));
    const found = await searched('SHOP', send, async (_, { after }) => {
      asked.push(after);
      return pages[after === undefined ? 0 : 1] ?? { data: [], pageInfo: { endCursor: '', hasNextPage: false } };
    });
    expect(found.data.map(({ id }) => id)).toEqual(['1', '2']);
    expect(found.totalCount).toBe(2);
    expect(asked).toEqual([undefined, 'next']);
  });
});
