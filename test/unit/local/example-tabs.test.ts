import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import { typeDefs as connector } from '#functions/connector/schema.generated.ts';
import { typeDefs as director } from '#functions/director/schema.generated.ts';
import { typeDefs as provisioner } from '#functions/provisioner/schema.generated.ts';
import { exampleTabs } from '#local/gateway/example-tabs.ts';

describe('the tabs of GraphiQL', () => {
  it.each(Object.entries({ director, connector, provisioner }))('are operations that the %s knows', (api, typeDefs) => {
    const tabs = exampleTabs[`/${api}/graphql`] ?? [];
    expect(tabs.length).toBeGreaterThan(0);
    for (const { query } of tabs) expect(validate(buildSchema(typeDefs), parse(query))).toEqual([]);
  });
});
