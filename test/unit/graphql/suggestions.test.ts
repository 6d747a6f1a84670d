import { buildSchema } from 'graphql';
import { expect, it } from 'vitest';
import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { graphqlEndpoint } from '#shared/graphql/graphql-endpoint.ts';
import { graphqlEvent } from '#test/support/graphql-event.ts';

const schema = `type Query { application(id: ID, kind: Kind, filter: Filter): Application }
  type Application { name: String }
  enum Kind { SECRET }
  input Filter { key: String, kind: Kind }`;

/** Each is one letter away from a name of the schema. */
const misspelt: Readonly<Record<string, { query: string; variables?: object }>> = {
  'a field': { query: '{ applicatio { name } }' },
  'a field of a type': { query: '{ application { nam } }' },
  'an argument': { query: '{ application(i: "a") { name } }' },
  'a directive': { query: '{ application { name @skp(if: true) } }' },
  'an argument of a directive': { query: '{ application { name @skip(f: true) } }' },
  'a type of a variable': { query: 'query ($a: Filte) { application(filter: $a) { name } }' },
  'a type of a fragment': { query: '{ application { ... on Applicatio { name } } }' },
  'a value of an enumeration': { query: '{ application(kind: SECRE) { name } }' },
  'a text for a value of an enumeration': { query: '{ application(kind: "SECRET") { name } }' },
  'a field of an input': { query: '{ application(filter: { ke: "a" }) { name } }' },
  'a value of an enumeration in a variable': { query: 'query ($a: Kind) { application(kind: $a) { name } }', variables: { a: 'SECRE' } },
  'a field of an input in a variable': { query: 'query ($a: Filter) { application(filter: $a) { name } }', variables: { a: { ke: 'a' } } },
  'a value of an enumeration in an input in a variable': {
    query: 'query ($a: Filter) { application(filter: $a) { name } }',
    variables: { a: { kind: 'SECRE' } },
  },
};

it.each(Object.entries(misspelt))(
  'A refusal of %s that is misspelt names nothing of the schema that the request does not name',
  async (_, request) => {
    const serve = graphqlEndpoint({
      schema: executableSchema(buildSchema(schema), {}),
      context: async () => ({}),
      mayIntrospect: () => false,
      report: () => undefined,
    });
    const { errors } = JSON.parse((await serve(graphqlEvent(JSON.stringify(request)))).body ?? '');
    expect(errors).not.toEqual([]);
    for (const { message } of errors) {
      expect(message).not.toMatch(/did you mean/i);
      const asked = JSON.stringify(request);
      for (const name of ['SECRET', 'skip']) if (!asked.includes(name)) expect(message).not.toContain(name);
    }
  },
);
