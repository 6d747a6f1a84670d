import { expect, it } from 'vitest';
import { graphqlApi } from '#shared/graphql/graphql-api.ts';
import type { SchemaTable } from '#shared/graphql/schema-table.ts';
import { anApiEvent } from '#test/support/api-event.ts';

const schemaTable: SchemaTable = { Query: { kind: 'object', fields: { ping: { type: 'String', args: { to: 'ID' } } } } };

it('a description is imported by the first request for the schema, and answered to it', async () => {
  let imports = 0;
  const { serve } = graphqlApi({
    schemaTable,
    descriptions: async () => {
      imports += 1;
      return { descriptions: { Query: 'The questions.', 'Query.ping': 'Answers.', 'Query.ping(to:)': 'The host.' } };
    },
    resolvers: { Query: { ping: () => 'pong' } },
    context: async () => ({}),
    mayIntrospect: () => true,
    log: { error: (message) => expect.fail(message) },
  });
  const ask = async (query: string) => JSON.parse((await serve(anApiEvent({ body: { query } }))).body ?? '').data;

  expect(await ask('{ ping }')).toEqual({ ping: 'pong' });
  expect(imports).toBe(0);
  expect(await ask('{ __type(name: "Query") { description fields { description args { description } } } }')).toEqual({
    __type: { description: 'The questions.', fields: [{ description: 'Answers.', args: [{ description: 'The host.' }] }] },
  });
  expect(imports).toBe(1);
});
