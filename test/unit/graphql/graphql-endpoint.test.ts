import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/core/errors.ts';
import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { graphqlEndpoint } from '#shared/graphql/graphql-endpoint.ts';
import { graphqlEvent } from '#test/support/graphql-event.ts';

const endpoint = (context: () => Promise<object> = async () => ({})) =>
  graphqlEndpoint({
    schema: executableSchema(buildSchema('type Query { hello(name: String): String broken: String refused: String }'), {
      Query: {
        hello: (_: unknown, { name }: { name?: string }) => `hello ${name ?? 'you'}`,
        broken: () => {
          throw new Error('secret detail');
        },
        refused: () => {
          throw new AppError('NotFound', 'Object not found');
        },
      },
    }),
    context,
    mayIntrospect: () => false,
    report: () => undefined,
    headers: { 'compass-poll-after': '60' },
  });

async function send(body: unknown, { method = 'POST', serve = endpoint() } = {}) {
  const answer = await serve(graphqlEvent(typeof body === 'string' ? body : JSON.stringify(body), method));
  return { ...answer, json: JSON.parse(answer.body || '{}') };
}

describe('a GraphQL endpoint', () => {
  it('answers an operation with JSON, status 200 and the headers of the API', async () => {
    const { statusCode, headers, json } = await send({ query: 'query($n: String) { hello(name: $n) }', variables: { n: 'me' } });
    expect({ statusCode, json }).toEqual({ statusCode: 200, json: { data: { hello: 'hello me' } } });
    expect(headers).toMatchObject({ 'compass-poll-after': '60' });
  });

  it('takes what Go clients send: variables that are null, and empty parentheses', async () => {
    expect((await send({ query: 'query { result: hello() }', variables: null })).json).toEqual({ data: { result: 'hello you' } });
  });

  it('reads a body that API Gateway has encoded', async () => {
    const event = graphqlEvent(Buffer.from('{"query":"{ hello }"}').toString('base64'));
    const { body } = await endpoint()({ ...event, isBase64Encoded: true });
    expect(JSON.parse(body ?? '')).toEqual({ data: { hello: 'hello you' } });
  });

  it('answers errors of operations with status 200, with what else was asked for', async () => {
    const { statusCode, json } = await send({ query: '{ hello refused }' });
    expect(statusCode).toBe(200);
    expect(json).toMatchObject({
      data: { hello: 'hello you', refused: null },
      errors: [{ message: 'Object not found', path: ['refused'], extensions: { error_code: 20 } }],
    });
  });

  it('masks what is unknown', async () => {
    const { statusCode, body } = await send({ query: '{ broken }' });
    expect(statusCode).toBe(200);
    expect(body).not.toContain('secret detail');
    expect(body).toMatch(/Internal Server Error \[errorID=[0-9a-f-]{36}\]/);
  });

  it.each([
    ['an unauthenticated caller', 'Unauthorized', 401, 26],
    ['a request without tenant', 'TenantRequired', 400, 24],
    ['a foreign tenant', 'TenantNotFound', 400, 25],
  ] as const)('refuses %s as a whole, in the form of GraphQL', async (_, code, statusCode, number) => {
    const serve = endpoint(() => Promise.reject(new AppError(code, 'no')));
    expect(await send({ query: '{ hello }' }, { serve })).toMatchObject({
      statusCode,
      json: { data: null, errors: [{ message: 'no', extensions: { error_code: number, error: code } }] },
    });
  });

  it('masks what fails while it finds out who calls', async () => {
    const serve = endpoint(() => Promise.reject(new Error('secret detail')));
    const { statusCode, body } = await send({ query: '{ hello }' }, { serve });
    expect(statusCode).toBe(500);
    expect(body).not.toContain('secret detail');
  });

  it.each(['[{"query":"{ hello }"},{"query":"{ hello }"}]', ' \n[]'])('says that it takes no lists of operations: %j', async (body) => {
    const { statusCode, json } = await send(body);
    expect({ statusCode, json }).toEqual({
      statusCode: 400,
      json: {
        errors: [
          {
            message: 'a request must hold one operation: lists of operations are not supported',
            extensions: { error_code: 400, error: 'BadRequest' },
          },
        ],
      },
    });
  });

  it.each([
    '{ __schema { types { name } } }',
    '{ hello __type(name: "Query") { name } }',
    '{ ...f } fragment f on Query { __schema { __typename } }',
  ])('tells nothing of its schema to who may not ask for it: %s', async (query) => {
    const { statusCode, json } = await send({ query });
    expect({ statusCode, json }).toEqual({
      statusCode: 200,
      json: {
        data: null,
        errors: [
          {
            message: 'insufficient scopes provided: introspection is for administrators',
            extensions: { error_code: 23, error: 'InsufficientScopes' },
          },
        ],
      },
    });
  });

  it('answers __typename to every caller', async () => {
    expect((await send({ query: '{ __typename hello }' })).json).toEqual({ data: { __typename: 'Query', hello: 'hello you' } });
  });

  it.each([
    ['a field', '{ helo }', {}],
    ['an argument', '{ hello(nam: "x") }', {}],
    ['a type', 'query ($n: Strin) { hello(name: $n) }', {}],
    ['a value of an enumeration', '{ mood(of: GLADD) }', {}],
    ['a value of an enumeration in a variable', 'query ($n: Mood) { mood(of: $n) }', { n: 'GLADD' }],
    ['a text that stands for a value of an enumeration', '{ mood(of: "GLAD") }', {}],
    ['a field of an input', '{ mood(in: { reson: "x" }) }', {}],
    ['a field of an input in a variable', 'query ($n: Reason) { mood(in: $n) }', { n: { reson: 'x' } }],
    ['a directive', '{ hello @skp(if: true) }', {}],
  ])('suggests no name of the schema for %s that is nearly right', async (_, query, variables) => {
    const serve = graphqlEndpoint({
      schema: executableSchema(
        buildSchema(
          'type Query { hello(name: String): String mood(of: Mood in: Reason): Mood } enum Mood { GLAD } input Reason { reason: String }',
        ),
        {},
      ),
      context: async () => ({}),
      mayIntrospect: () => false,
      report: () => undefined,
    });
    const { body, json } = await send({ query, variables }, { serve });
    expect(json.errors[0].extensions).toEqual({ error_code: 400, error: 'BadRequest' });
    expect(body).not.toMatch(/did you mean/i);
  });

  it.each(['', 'not json', '{"query": 1}', '{}', '{"query":"{ hello }","variables":"x"}'])(
    'refuses a body that is no request: %j',
    async (body) => {
      const { statusCode, json } = await send(body);
      expect(statusCode).toBeGreaterThanOrEqual(400);
      expect(statusCode).toBeLessThan(500);
      expect(json.errors).toHaveLength(1);
    },
  );

  it('answers a document that does not parse with BadRequest, in the form of GraphQL', async () => {
    const { json } = await send({ query: '{ hello' });
    expect(json.errors[0]).toMatchObject({
      message: expect.stringContaining('Syntax Error'),
      extensions: { error_code: 400, error: 'BadRequest' },
    });
  });

  it('refuses a body larger than 2 MB with 413, and takes one just below', async () => {
    const name = 'x'.repeat(2 * 1024 * 1024 - 200);
    expect((await send({ query: 'query($n: String) { hello(name: $n) }', variables: { n: name } })).statusCode).toBe(200);
    const { statusCode, json } = await send({ query: 'query($n: String) { hello(name: $n) }', variables: { n: `${name}${name}` } });
    expect(statusCode).toBe(413);
    expect(json).toMatchObject({ data: null, errors: [{ extensions: { error: 'BadRequest' } }] });
  });

  it('does not run mutations over GET', async () => {
    expect((await send('', { method: 'GET' })).statusCode).toBeGreaterThanOrEqual(400);
  });
});
