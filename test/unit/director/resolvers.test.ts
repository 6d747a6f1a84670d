import { describe, expect, it } from 'vitest';
import { resolvers } from '#functions/director/resolvers.ts';
import { schemaTable } from '#functions/director/schema.generated.ts';
import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { schemaOf } from '#shared/graphql/schema-table.ts';

const schema = executableSchema(schemaOf(schemaTable), resolvers);
const operations = [schema.getQueryType(), schema.getMutationType()].flatMap((type) =>
  Object.values(type?.getFields() ?? {}).map((field) => ({ operation: `${type?.name}.${field.name}`, field })),
);

describe('the map of the resolvers', () => {
  it.each(operations)('resolves $operation', ({ field }) => {
    expect(field.resolve).toBeTypeOf('function');
  });
});
