import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { earlierNames } from '#functions/director/compat/earlier-names.ts';
import { documents } from '#shared/graphql/documents.ts';
import { apiSchemas } from '#test/support/api-schemas.ts';
import { clients } from '#test/support/operations-of-clients.ts';

const { parse: accept, validate } = documents(apiSchemas.director, earlierNames);
const page = readFileSync('docs/migration.md', 'utf8');

describe.each(clients)('a client of $name', ({ name, operations }) => {
  it.each(Object.entries(operations))('may send its operation %s', (_, text) => {
    expect(validate(accept(text)).map(({ message }) => message)).toEqual([]);
  });

  it('has the number of its operations in docs/migration.md', () => {
    const count = Object.keys(operations).length;
    expect(page).toMatch(new RegExp(`^\\| .*${name}\\.graphql.* \\| ${count} of ${count} \\|$`, 'm'));
  });
});
