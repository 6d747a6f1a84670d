import { expect, it } from 'vitest';
import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { graphqlEndpoint } from '#shared/graphql/graphql-endpoint.ts';
import type { ApiEvent } from '#shared/lambda/api-event.ts';

const reported: string[] = [];
const serve = graphqlEndpoint({
  schema: executableSchema('type Query { ping: String }', { Query: { ping: () => 'pong' } }),
  context: async () => ({}),
  report: (message) => reported.push(message),
});

const ask = (body: string) =>
  serve({
    headers: { 'content-type': 'application/json' },
    requestContext: { http: { method: 'POST', path: '/graphql' } },
    body,
    isBase64Encoded: false,
  } as unknown as ApiEvent);

const aliases = Array.from({ length: 31 }, (_, index) => `a${index}: ping`).join(' ');

it.each([
  ['text that is not JSON', 'x', 400],
  ['JSON without a query', '{"q":1}', 400],
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

it('takes variables that only look like half a character', async () => {
  const variables = { a: '\\ud800', b: '\u{1f600}' };
  const { body } = await ask(JSON.stringify({ query: '{ ping }', variables }));
  expect(JSON.parse(body ?? '')).toEqual({ data: { ping: 'pong' } });
});
