import { buildClientSchema, buildSchema, getIntrospectionQuery, printSchema, validateSchema } from 'graphql';
import { expect, it } from 'vitest';
import { typeDefs as connector, schemaTable as connectorTable } from '#functions/connector/schema.generated.ts';
import { typeDefs as director, schemaTable as directorTable } from '#functions/director/schema.generated.ts';
import { typeDefs as provisioner, schemaTable as provisionerTable } from '#functions/provisioner/schema.generated.ts';
import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { graphqlEndpoint } from '#shared/graphql/graphql-endpoint.ts';
import { type SchemaTable, schemaOf } from '#shared/graphql/schema-table.ts';
import { anApiEvent } from '#test/support/api-event.ts';

async function ask(table: SchemaTable, query: string) {
  const serve = graphqlEndpoint({
    schema: executableSchema(schemaOf(table), {}),
    context: async () => ({}),
    mayIntrospect: () => true,
    report: (_, { error }) => expect.fail(error.message),
  });
  const { body = '' } = await serve(anApiEvent({ body: { query } }));
  return JSON.parse(body);
}

/** The schema as a client sees it that asks the endpoint for it. */
async function served(table: SchemaTable): Promise<string> {
  const { data } = await ask(table, getIntrospectionQuery({ inputValueDeprecation: true }));
  return `${printSchema(buildClientSchema(data))}\n`;
}

const apis: [string, string, SchemaTable][] = [
  ['director', director, directorTable],
  ['connector', connector, connectorTable],
  ['provisioner', provisioner, provisionerTable],
];

it.each(apis)('the definitions of the %s are valid, which no start checks again', (_, typeDefs) => {
  expect(validateSchema(buildSchema(typeDefs))).toEqual([]);
});

it('a resolver of a field that the schema does not have is refused', () => {
  expect(() => executableSchema(schemaOf({ Query: { kind: 'object', fields: { one: 'Int' } } }), { Query: { other: () => 1 } })).toThrow(
    'Query.other',
  );
});

it.each(apis)('the %s serves the schema that its clients know', async (api, _, table) => {
  const hint = `the schema of the ${api} changed: if its clients can live with it, run \`npm run test:contract -- --update\` and commit the difference`;
  await expect(await served(table), hint).toMatchFileSnapshot(`${api}.graphql`);
});

it('a printed schema does not answer introspection that goes round in circles', async () => {
  const circles = (depth: number): string => (depth === 0 ? 'name' : `fields { type { ${circles(depth - 1)} } }`);
  const { errors } = await ask(directorTable, `{ __schema { types { ${circles(3)} } } }`);
  expect(errors[0].message).toBe('Maximum introspection depth exceeded');
});
