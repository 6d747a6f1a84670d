import { buildSchema } from 'graphql';
import { describe, expect, it } from 'vitest';
import { typeDefs } from '#functions/director/schema.generated.ts';
import { documents } from '#shared/graphql/documents.ts';
import { agentConfigurationQuery, agentLabelMutation } from '#test/support/agent-documents.ts';
import { goFields } from '#test/support/go-client-fields.ts';

const schema = buildSchema(typeDefs);
const { parse, validate } = documents();
const refusals = (text: string): string[] => validate(schema, parse(text)).map(({ message }) => message);

describe('the limits of a GraphQL document', () => {
  it.each([
    ['the synchronisation of a Runtime Agent', agentConfigurationQuery('r')],
    ['its label', agentLabelMutation('r', 'k', 'v')],
    ['everything of an Application', `query { result: application(id: "a") { ${goFields.application} } }`],
    ['everything of a page of Applications', `query { result: applications { ${goFields.page(goFields.latestApplication)} } }`],
    [
      'everything of the Applications of a Runtime',
      `{ result: applicationsForRuntime(runtimeID: "r") { ${goFields.page(goFields.application)} } }`,
    ],
    ['everything of a page of Runtimes', `query { result: runtimes { ${goFields.page(goFields.runtime)} } }`],
    ['everything of a registered Application', `mutation { result: registerApplication(in: { name: "a" }) { ${goFields.application} } }`],
    ['everything of a bundle', `mutation { result: deleteBundle(id: "b") { ${goFields.bundle} } }`],
  ])('let %s pass', (_, text) => {
    expect(refusals(text)).toEqual([]);
  });

  it('refuse a thousand aliases', () => {
    const aliases = Array.from({ length: 1000 }, (_, index) => `a${index}: viewer { id }`).join(' ');
    expect(() => refusals(`{ ${aliases} }`)).toThrow(/token/i);
    expect(refusals(`{ ${Array.from({ length: 31 }, (_, index) => `a${index}: viewer { id }`).join(' ')} }`)).not.toEqual([]);
  });

  it('refuse a document of too many tokens before it is parsed', () => {
    expect(() => parse(`{ ${'viewer { id } '.repeat(1001)} }`)).toThrow(/token/i);
  });

  it('refuse nesting deeper than any client asks for', () => {
    const nested = (levels: number) => `{ ${'... on Query { '.repeat(levels)} viewer { id } ${'} '.repeat(levels)} }`;
    expect(refusals(nested(11))).toEqual([]);
    expect(refusals(nested(20))).toEqual([expect.stringMatching(/depth/i)]);
  });

  it('count a page that names its size like one that does not', () => {
    expect(refusals(`{ applications(first: 200, after: "") { ${goFields.page(goFields.application)} } }`)).toEqual([]);
    expect(refusals(`query ($n: Int) { applications(first: $n) { ${goFields.page(goFields.application)} } }`)).toEqual([]);
  });

  it('refuse what costs more than the largest request of a known client', () => {
    const everything = Array.from({ length: 8 }, (_, index) => `p${index}: applications { ${goFields.page(goFields.application)} }`);
    expect(() => refusals(`{ ${everything.join(' ')} }`)).toThrow(/token/i);
    const fields = Array.from({ length: 25 }, (_, index) => `b${index}: bundles { data { ...all } }`);
    const fragment = `fragment all on Bundle { defaultInstanceAuth { ${goFields.auth} } documents { data { fetchRequest { auth { ${goFields.auth} } } } } }`;
    expect(refusals(`{ application(id: "a") { ${fields.join(' ')} } } ${fragment}`)).toEqual([expect.stringMatching(/cost/i)]);
  });

  it('refuse a flood of directives', () => {
    expect(refusals(`{ viewer { id ${'@include(if: true) '.repeat(60)} } }`)).not.toEqual([]);
  });

  it('refuse fragments that contain themselves', () => {
    expect(refusals('{ viewer { ...a } } fragment a on Viewer { ...b } fragment b on Viewer { ...a }')).not.toEqual([]);
  });
});
