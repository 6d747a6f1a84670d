import { describe, expect, it } from 'vitest';
import { describedDocument, resolved } from '#console/definitions/described.ts';
import { kindOfText } from '#console/definitions/kind-of-text.ts';
import { folderFor } from '#console/pairing/folder-for.ts';
import { timelineOf } from '#console/runtimes/workflow-steps.ts';

const openApi = `
openapi: 3.1.0
info: { title: Orders, version: 1.2.0 }
paths:
  /orders/{id}:
    parameters: [{ $ref: '#/components/parameters/Id' }]
    get:
      summary: One order
      responses: { '200': { description: It, content: { application/json: { schema: { $ref: '#/components/schemas/Order' } } } } }
    delete: { deprecated: true, responses: {} }
components:
  parameters: { Id: { name: id, in: path, required: true, schema: { type: string } } }
  schemas: { Order: { type: object, properties: { next: { $ref: '#/components/schemas/Order' } } } }
`;

describe('an OpenAPI document', () => {
  it('is shown by its operations, with the parameters of their path', () => {
    const { title, items } = describedDocument(openApi) ?? {};
    expect(title).toBe('Orders');
    expect(items?.map(({ action, title: path, deprecated }) => [action, path, deprecated])).toEqual([
      ['GET', '/orders/{id}', false],
      ['DELETE', '/orders/{id}', true],
    ]);
    expect(items?.[0]?.parts.map((part) => part.title)).toEqual(['id (path, required)', 'Answer 200, application/json']);
  });

  it('of Swagger 2 is shown, too', () => {
    const document = {
      swagger: '2.0',
      paths: { '/a': { post: { parameters: [{ in: 'body', schema: {} }], responses: { 200: { schema: {} } } } } },
    };
    expect(describedDocument(JSON.stringify(document))?.items[0]?.parts.map(({ title }) => title)).toEqual(['Request', 'Answer 200']);
  });

  it('with references in a circle is read to its end', () => {
    const root = { a: { $ref: '#/b' }, b: { $ref: '#/a' } };
    expect(resolved(root, root.a)).toBeDefined();
    expect(resolved(root, { $ref: 'https://elsewhere/' })).toBeUndefined();
  });
});

describe('an AsyncAPI document', () => {
  it('of version 3 is shown by its operations and their messages', () => {
    const document = {
      asyncapi: '3.0.0',
      info: { title: 'Events' },
      channels: { orders: { address: 'order.placed', messages: { placed: { name: 'OrderPlaced', payload: {} } } } },
      operations: { send: { action: 'send', channel: { $ref: '#/channels/orders' } } },
    };
    const [item] = describedDocument(JSON.stringify(document))?.items ?? [];
    expect(item).toMatchObject({ action: 'SEND', title: 'order.placed', parts: [{ title: 'OrderPlaced' }] });
  });

  it('of version 2 is shown by what its channels publish and subscribe', () => {
    const text = 'asyncapi: 2.6.0\nchannels:\n  order.placed:\n    subscribe:\n      message: { oneOf: [{ name: A }, { name: B }] }\n';
    const [item] = describedDocument(text)?.items ?? [];
    expect(item).toMatchObject({ action: 'SUBSCRIBE', title: 'order.placed', parts: [{ title: 'A' }, { title: 'B' }] });
  });
});

describe('another text', () => {
  it.each(['<edmx:Edmx/>', 'hello', '', '{"a":1}', '[1]', '{{'])('%j is shown as it is', (text) => {
    expect(describedDocument(text)).toBeUndefined();
  });
});

describe('the kind of a specification', () => {
  it.each([
    ['openapi: 3.1.0', 'OPEN_API', 'YAML'],
    ['{"swagger":"2.0"}', 'OPEN_API', 'JSON'],
    ['{"asyncapi":"3.0.0"}', 'ASYNC_API', 'JSON'],
    ['asyncapi: 2.6.0', 'ASYNC_API', 'YAML'],
    ['<?xml version="1.0"?><edmx:Edmx Version="4.0">', 'ODATA', 'XML'],
  ])('is read from %j', (text, type, format) => {
    expect(kindOfText(text)).toEqual({ type, format });
  });

  it('is unknown of other texts', () => {
    expect(kindOfText('<html>')).toBeUndefined();
    expect(kindOfText('name: shop')).toBeUndefined();
  });
});

describe('the steps of a provisioning', () => {
  it('are done up to the one that failed', () => {
    const steps = timelineOf({ operation: 'Provision', state: 'Failed', lastError: { component: 'CheckInfrastructure' }, steps: null });
    expect(steps.filter(({ state }) => state === 'done').map(({ name }) => name)).toEqual([
      'RegisterRuntime',
      'FetchConfiguration',
      'ObtainToken',
    ]);
    expect(steps.find(({ state }) => state === 'failed')?.name).toBe('ProvisionInfrastructure');
  });

  it('are all done once it succeeded, and unknown while it goes on', () => {
    expect(
      timelineOf({ operation: 'Provision', state: 'Succeeded', lastError: null, steps: null }).every(({ state }) => state === 'done'),
    ).toBe(true);
    expect(
      timelineOf({ operation: 'Provision', state: 'InProgress', lastError: null, steps: null }).every(({ state }) => state === 'open'),
    ).toBe(true);
  });
});

describe('the folder in a command', () => {
  it.each([
    ['Web Shop', 'web-shop-identity'],
    ["'; rm -rf / #", 'rm-rf-identity'],
    ['§', 'member-identity'],
  ])('for %j holds nothing that a shell reads', (name, folder) => {
    expect(folderFor(name)).toBe(folder);
  });
});
