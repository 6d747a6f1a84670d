import {
  buildClientSchema,
  buildSchema,
  type GraphQLSchema,
  getIntrospectionQuery,
  isEnumType,
  printSchema,
  validateSchema,
} from 'graphql';
import { expect, it } from 'vitest';
import { descriptions as ofConnector } from '#functions/connector/descriptions.generated.ts';
import { typeDefs as connector, schemaTable as connectorTable } from '#functions/connector/schema.generated.ts';
import { mutationsNotOffered, queriesNotOffered } from '#functions/director/compat/not-offered.ts';
import { descriptions as ofDirector } from '#functions/director/descriptions.generated.ts';
import { typeDefs as director, schemaTable as directorTable } from '#functions/director/schema.generated.ts';
import { descriptions as ofProvisioner } from '#functions/provisioner/descriptions.generated.ts';
import { typeDefs as provisioner, schemaTable as provisionerTable } from '#functions/provisioner/schema.generated.ts';
import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { graphqlEndpoint } from '#shared/graphql/graphql-endpoint.ts';
import { type Descriptions, describedParts, describeSchema, type SchemaTable, schemaOf } from '#shared/graphql/schema-table.ts';
import { anApiEvent } from '#test/support/api-event.ts';

async function ask(table: SchemaTable, query: string, descriptions: Descriptions = {}) {
  const schema = executableSchema(schemaOf(table), {});
  const serve = graphqlEndpoint({
    schema,
    describe: async () => describeSchema(schema, descriptions),
    context: async () => ({}),
    mayIntrospect: () => true,
    report: (_, { error }) => expect.fail(error.message),
  });
  const { body = '' } = await serve(anApiEvent({ body: { query } }));
  return JSON.parse(body);
}

/** The schema as a client sees it that asks the endpoint for it. */
async function served(table: SchemaTable, descriptions: Descriptions): Promise<string> {
  const { data } = await ask(table, getIntrospectionQuery({ inputValueDeprecation: true }), descriptions);
  return `${printSchema(buildClientSchema(data))}\n`;
}

const apis: [string, string, SchemaTable, Descriptions][] = [
  ['director', director, directorTable, ofDirector],
  ['connector', connector, connectorTable, ofConnector],
  ['provisioner', provisioner, provisionerTable, ofProvisioner],
];

it.each(apis)('the definitions of the %s are valid, which no start checks again', (_, typeDefs) => {
  expect(validateSchema(buildSchema(typeDefs))).toEqual([]);
});

it('a resolver of a field that the schema does not have is refused', () => {
  expect(() => executableSchema(schemaOf({ Query: { kind: 'object', fields: { one: 'Int' } } }), { Query: { other: () => 1 } })).toThrow(
    'Query.other',
  );
});

it.each(apis)('the %s serves the schema that its clients know', async (api, _, table, descriptions) => {
  const hint = `the schema of the ${api} changed: if its clients can live with it, run \`npm run test:contract -- --update\` and commit the difference`;
  await expect(await served(table, descriptions), hint).toMatchFileSnapshot(`${api}.graphql`);
});

it('a printed schema does not answer introspection that goes round in circles', async () => {
  const circles = (depth: number): string => (depth === 0 ? 'name' : `fields { type { ${circles(depth - 1)} } }`);
  const { errors } = await ask(directorTable, `{ __schema { types { ${circles(3)} } } }`);
  expect(errors[0].message).toBe('Maximum introspection depth exceeded');
});

/** A field of an input or of an answer may be said by its name: the type that has it is described. */
function undescribed(schema: GraphQLSchema, descriptions: Descriptions): string[] {
  const bySelf = (name: string) => {
    const [type = '', part] = name.split('.');
    return part === undefined || part.includes('(') || /^(Query|Mutation)$/.test(type) || isEnumType(schema.getType(type));
  };
  return [...describedParts(schema)].map(([name]) => name).filter((name) => bySelf(name) && !descriptions[name]?.trim());
}

it.each(apis)('the schema of the %s describes every type, operation, argument and enum value', (_, typeDefs, __, descriptions) => {
  expect(undescribed(buildSchema(typeDefs), descriptions)).toEqual([]);
});

it.each(apis)('the descriptions of the %s end in a full stop and fit into a tool tip', (_, __, ___, descriptions) => {
  const odd = Object.entries(descriptions).filter(([, text]) => !/[.:`)]$/.test(text) || text.length > 480);
  expect(odd).toEqual([]);
});

it('the descriptions of operations that are not offered say what to use instead', () => {
  for (const [name, instead] of Object.entries({ ...queriesNotOffered, ...mutationsNotOffered })) {
    expect(ofDirector[`Query.${name}`] ?? ofDirector[`Mutation.${name}`]).toBe(`Not offered: ${instead}.`);
  }
});
