import { buildSchema, getIntrospectionQuery, graphqlSync, printSchema } from 'graphql';
import { expect, it } from 'vitest';
import { descriptions as ofConnector } from '#functions/connector/descriptions.generated.ts';
import * as connector from '#functions/connector/schema.generated.ts';
import { descriptions as ofDirector } from '#functions/director/descriptions.generated.ts';
import * as director from '#functions/director/schema.generated.ts';
import { descriptions as ofProvisioner } from '#functions/provisioner/descriptions.generated.ts';
import * as provisioner from '#functions/provisioner/schema.generated.ts';
import { describeSchema, schemaOf } from '#shared/graphql/schema-table.ts';
import { descriptionsOf, schemaTableOf } from '../../../scripts/generate/schema-table-of.ts';

const everything = `
  "A moment." scalar Moment
  "Has a name." interface Named { "What it is called." name: String! }
  interface Dated implements Named { name: String! at: Moment }
  type One implements Named & Dated { name: String! at: Moment others(
    "How many." first: Int = 200, of: [Kind!]! = [GOOD], filter: Filter = { text: "a\\"b", kinds: [BAD, null], deep: { text: null } }, old: ID @deprecated
  ): [[Either!]]! }
  type Two { price: Float @deprecated(reason: "Use another.") free: Boolean }
  union Either = One | Two
  "A kind." enum Kind { "It is good." GOOD BAD @deprecated(reason: "It is not.") }
  "Narrows." input Filter { text: String = "x" kinds: [Kind] deep: Filter }
  type Query { one: One }
  type Mutation { change(filter: Filter!): Two }
`;

it.each([
  [
    'with everything',
    { typeDefs: everything, schemaTable: schemaTableOf(buildSchema(everything)), descriptions: descriptionsOf(buildSchema(everything)) },
  ],
  ['of the director', { ...director, descriptions: ofDirector }],
  ['of the connector', { ...connector, descriptions: ofConnector }],
  ['of the provisioner', { ...provisioner, descriptions: ofProvisioner }],
])('the schema %s is the same from its table as from its SDL', (_, { typeDefs, schemaTable, descriptions }) => {
  const [fromTable, fromText] = [schemaOf(JSON.parse(JSON.stringify(schemaTable))), buildSchema(typeDefs)];
  describeSchema(fromTable, descriptions);
  expect(printSchema(fromTable)).toBe(printSchema(fromText));
  const source = getIntrospectionQuery({ inputValueDeprecation: true, specifiedByUrl: true });
  expect(graphqlSync({ schema: fromTable, source })).toEqual(graphqlSync({ schema: fromText, source }));
});
