import { readFileSync } from 'node:fs';
import { parse, validate, visit } from 'graphql';
import { describe, expect, it } from 'vitest';
import { emptyQueryNames, mutationsNotOffered, queriesNotOffered } from '#functions/director/compat/not-offered.ts';
import { type Api, apis, type Example, examplePages, examplesOf } from '#test/support/api-examples.ts';
import { apiSchemas } from '#test/support/api-schemas.ts';

const examples = examplePages.flatMap((page) => examplesOf(page).map((example) => ({ ...example, page })));

const notOffered = new Set<string>([...Object.keys(queriesNotOffered), ...Object.keys(mutationsNotOffered), ...emptyQueryNames]);

/** The operations that an example calls. */
function operationsOf({ request }: Example): string[] {
  const names: string[] = [];
  visit(parse(request), {
    OperationDefinition: ({ selectionSet }) => {
      names.push(...selectionSet.selections.flatMap((one) => ('name' in one && one.name ? [one.name.value] : [])));
    },
  });
  return names;
}

describe.each(apis)('docs/api', (api: Api) => {
  it(`has an example of every operation of the ${api}`, () => {
    const shown = new Set(examples.filter((one) => one.api === api).flatMap(operationsOf));
    const operations = [apiSchemas[api].getQueryType(), apiSchemas[api].getMutationType()].flatMap((type) =>
      Object.keys(type?.getFields() ?? {}),
    );
    expect(operations.filter((name) => !shown.has(name) && !notOffered.has(name))).toEqual([]);
  });
});

describe('docs/api/not-offered.md', () => {
  const rows = [...readFileSync('docs/api/not-offered.md', 'utf8').matchAll(/^\| `(\w+)` \| (.+) \|$/gm)].map(([, name, says]) => [
    name,
    says,
  ]);

  it('lists each operation that is not offered, with what to use instead, as the code says it', () => {
    expect(rows.slice(0, -emptyQueryNames.length)).toEqual([...Object.entries(queriesNotOffered), ...Object.entries(mutationsNotOffered)]);
  });

  it('lists each query for what nothing creates', () => {
    expect(rows.slice(-emptyQueryNames.length).map(([name]) => name)).toEqual(emptyQueryNames);
  });
});

describe('an example', () => {
  it.each(examples.map((one) => [`${one.page}:${one.line}`, one] as const))('is valid: %s', (_, { api, request }) => {
    expect(validate(apiSchemas[api], parse(request)).map(({ message }) => message)).toEqual([]);
  });

  it('is no other block of GraphQL than those that are run', () => {
    for (const page of examplePages) {
      const fences = readFileSync(page, 'utf8').match(/^```graphql/gm) ?? [];
      expect([page, examplesOf(page).length]).toEqual([page, fences.length]);
    }
  });
});
