import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { parse as gql, type ValidationRule, validate as validateBy } from 'graphql';
import { describe, expect, it } from 'vitest';
import { documents } from '#shared/graphql/documents.ts';
import { agentConfigurationQuery, agentLabelMutation } from '#test/support/agent-documents.ts';
import { apiSchemas } from '#test/support/api-schemas.ts';
import { goFields } from '#test/support/go-client-fields.ts';

const schema = apiSchemas.director;
const { parse, validate } = documents(schema);

/** Why the limits or the rules of GraphQL refuse a document. */
function refusals(text: string): string[] {
  try {
    return validate(parse(text)).map(({ message }) => message);
  } catch (error) {
    return [(error as Error).message];
  }
}

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

  it('refuse more aliases than any client has', () => {
    const aliases = (count: number) => `{ ${Array.from({ length: count }, (_, index) => `a${index}: viewer { id }`).join(' ')} }`;
    expect(refusals(aliases(30))).toEqual([]);
    expect(refusals(aliases(31))).toEqual([expect.stringMatching(/alias/i)]);
  });

  it('refuse nesting deeper than any client asks for', () => {
    const nested = (levels: number) => `{ ${'... on Query { '.repeat(levels)} viewer { id } ${'} '.repeat(levels)} }`;
    expect(refusals(nested(11))).toEqual([]);
    expect(refusals(nested(20))).toEqual([expect.stringMatching(/depth/i)]);
  });

  it('refuse more variables than any client declares, over all operations', () => {
    const operation = (name: string, count: number) => {
      const variables = Array.from({ length: count }, (_, index) => index);
      const used = variables.map((index) => `... @include(if: $v${index}) { viewer { id } }`);
      return `query ${name}(${variables.map((index) => `$v${index}: Boolean!`).join(' ')}) { ${used.join(' ')} }`;
    };
    expect(refusals(`${operation('a', 50)} ${operation('b', 50)}`).join()).not.toMatch(/variables/);
    expect(refusals(`${operation('a', 50)} ${operation('b', 51)}`)).toEqual(['Syntax Error: more than 100 variables']);
  });

  it('count a page that names its size like one that does not', () => {
    expect(refusals(`{ applications(first: 200, after: "") { ${goFields.page(goFields.application)} } }`)).toEqual([]);
    expect(refusals(`query ($n: Int) { applications(first: $n) { ${goFields.page(goFields.application)} } }`)).toEqual([]);
  });

  it('refuse what costs more than the largest request of a known client', () => {
    const everything = Array.from({ length: 8 }, (_, index) => `p${index}: applications { ${goFields.page(goFields.application)} }`);
    expect(refusals(`{ ${everything.join(' ')} }`)).toEqual([expect.stringMatching(/token/i)]);
    const fields = Array.from({ length: 25 }, (_, index) => `b${index}: bundles { data { ...all } }`);
    const fragment = `fragment all on Bundle { defaultInstanceAuth { ${goFields.auth} } documents { data { fetchRequest { auth { ${goFields.auth} } } } } }`;
    expect(refusals(`{ application(id: "a") { ${fields.join(' ')} } } ${fragment}`)).toEqual([expect.stringMatching(/cost/i)]);
  });

  it('count the size of pages in fragments as little', () => {
    const fragment = `fragment all on Application { bundles(first: 200) { data { documents { ${goFields.page(goFields.document)} } } } }`;
    expect(refusals(`{ application(id: "a") { ...all } } ${fragment}`)).toEqual([]);
  });

  it('take as many directives, operations and fragments as people write', () => {
    const directives = (count: number) => `{ viewer { id ${'@include(if: true) '.repeat(count)} } }`;
    expect(refusals(directives(51))).toEqual([expect.stringMatching(/directives/i)]);
    const operations = (count: number) => Array.from({ length: count }, (_, index) => `query q${index} { viewer { id } }`).join(' ');
    expect(refusals(operations(50))).toEqual([]);
    expect(refusals(operations(51))).toEqual([expect.stringMatching(/operations/)]);
  });

  it('leave no more room than twice what the largest request of a known client needs', () => {
    const largest = `query { result: applications { ${goFields.page(goFields.latestApplication)} } }`;
    const used = { depth: 0, cost: 0 };
    const rules = [
      maxDepthRule({ n: 1000, onAccept: [(_: unknown, found: { n: number }) => (used.depth = found.n)] }),
      costLimitRule({ maxCost: Number.MAX_SAFE_INTEGER, onAccept: [(_: unknown, found: { n: number }) => (used.cost = found.n)] }),
    ] as unknown as ValidationRule[];
    expect(validateBy(schema, gql(largest), rules)).toEqual([]);
    expect(used.depth).toBe(14);
    expect(used.cost).toBeGreaterThan(30_000 / 2);
  });
});
