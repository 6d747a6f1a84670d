import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { AppError } from '#shared/core/errors.ts';
import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { graphqlEndpoint } from '#shared/graphql/graphql-endpoint.ts';
import type { ApiEvent } from '#shared/lambda/api-event.ts';

const reported: string[] = [];
const serve = graphqlEndpoint({
  schema: executableSchema(buildSchema('type Query { ping: String }'), { Query: { ping: () => 'pong' } }),
  context: async () => ({}),
  mayIntrospect: () => false,
  report: (message) => reported.push(message),
});

const anEvent = (body: string) =>
  ({
    headers: { 'content-type': 'application/json' },
    requestContext: { http: { method: 'POST', path: '/graphql' } },
    body,
    isBase64Encoded: false,
  }) as unknown as ApiEvent;
const ask = (body: string) => serve(anEvent(body));

const aliases = Array.from({ length: 31 }, (_, index) => `a${index}: ping`).join(' ');

it.each([
  ['text that is not JSON', 'x', 400],
  ['JSON without a query', '{"q":1}', 400],
  ['JSON with half a character in the name of a variable', '{"query":"{ ping }","variables":{"\\ud800":1}}', 400],
  ['variables with half a character', '{"query":"{ ping }","variables":{"a":["\\\\\\ud800"]}}', 400],
  ['a document with half a character', '{"query":"{ ping # \\ud800\\n }"}', 200],
  ['a document with more aliases than allowed', JSON.stringify({ query: `{ ${aliases} }` }), 200],
  ['a document that asks for what the schema lacks', JSON.stringify({ query: '{ pong }' }), 200],
])('answers %s as the mistake of the caller', async (_, body, status) => {
  const { statusCode, body: answer } = await ask(body);
  expect(statusCode).toBe(status);
  expect(JSON.parse(answer ?? '').errors[0].extensions).toEqual({ error_code: 400, error: 'BadRequest' });
  expect(reported).toEqual([]);
});

it('a GraphQL endpoint takes variables that only look like half a character', async () => {
  const variables = { a: '\\ud800', b: '\u{1f600}' };
  const { body } = await ask(JSON.stringify({ query: '{ ping }', variables }));
  expect(JSON.parse(body ?? '')).toEqual({ data: { ping: 'pong' } });
});

describe('a request whose sender', () => {
  const answered = async (error: Error) => {
    const logged: Error[] = [];
    const refusing = graphqlEndpoint({
      schema: executableSchema(buildSchema('type Query { ping: String }'), {}),
      context: () => Promise.reject(error),
      mayIntrospect: () => false,
      report: (_, fields) => logged.push(fields.error),
    });
    const { statusCode, body } = await refusing(anEvent('{"query":"{ ping }"}'));
    return { statusCode, error: JSON.parse(body ?? '').errors[0].extensions.error, logged };
  };

  it.each([
    ['proves nothing', 'Unauthorized', 401],
    ['names another tenant', 'TenantNotFound', 400],
  ] as const)('%s is refused with %s', async (_, code, statusCode) => {
    expect(await answered(new AppError(code, 'no'))).toEqual({ statusCode, error: code, logged: [] });
  });

  it('cannot be checked now may come again, and is logged', async () => {
    const error = new AppError('IdentityProviderUnavailable', 'no');
    expect(await answered(error)).toEqual({ statusCode: 503, error: 'IdentityProviderUnavailable', logged: [error] });
  });
});
