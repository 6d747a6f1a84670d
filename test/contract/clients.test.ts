import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { buildSchema, Kind, parse, print } from 'graphql';
import { describe, expect, it } from 'vitest';
import { earlierNames } from '#functions/director/compat/earlier-names.ts';
import { typeDefs } from '#functions/director/schema.generated.ts';
import { documents } from '#shared/graphql/documents.ts';

const { parse: accept, validate } = documents(buildSchema(typeDefs), earlierNames);

/** Each operation of a file with the fragments beside it, as a client sends it. */
function operationsIn(file: string): [string, string][] {
  const { definitions } = parse(readFileSync(file, 'utf8'));
  const fragments = definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION).map(print);
  return definitions.flatMap((one) => {
    if (one.kind !== Kind.OPERATION_DEFINITION) return [];
    const text = print(one);
    const isUsed = fragments.length > 0 && text.includes('...event');
    return [[one.name?.value ?? '', [text, ...(isUsed ? fragments : [])].join('\n')]];
  });
}

describe.each(globSync('test/contract/clients/*.graphql').sort())('a client of the time of %s', (file) => {
  it.each(operationsIn(file))(`may send the operation %s of ${basename(file)}`, (_, text) => {
    expect(validate(accept(text)).map(({ message }) => message)).toEqual([]);
  });
});
