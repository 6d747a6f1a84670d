import { describe, expect, it } from 'vitest';
import { jsonSchemaProblem } from '#shared/json-schema/json-schema-problem.ts';

const problem = (schema: unknown, value: unknown) => jsonSchemaProblem(JSON.stringify(schema), JSON.stringify(value));

describe('checking JSON against a JSON Schema', () => {
  it('finds nothing wrong with what satisfies it', async () => {
    const schema = { type: 'object', required: ['plan'], properties: { plan: { enum: ['small', 'large'] } } };
    expect(await problem(schema, { plan: 'small' })).toBeUndefined();
    expect(await problem(true, 'anything')).toBeUndefined();
  });

  it('says where something is wrong, and what', async () => {
    const schema = { type: 'object', properties: { size: { type: 'integer' } }, additionalProperties: false };
    expect(await problem(schema, { size: 'x' })).toMatch(/^#\/size: .*integer/);
    expect(await problem(schema, { other: 1 })).toMatch(/^#\/other: /);
    expect(await problem(false, 1)).toBeDefined();
  });

  it.each([
    ['draft-04', 'http://json-schema.org/draft-04/schema#', { maximum: 10, exclusiveMaximum: true }],
    ['draft-07', 'http://json-schema.org/draft-07/schema#', { exclusiveMaximum: 10 }],
    ['2020-12', 'https://json-schema.org/draft/2020-12/schema', { exclusiveMaximum: 10 }],
  ])('understands %s', async (_, $schema, rule) => {
    expect(await problem({ $schema, ...rule }, 9)).toBeUndefined();
    expect(await problem({ $schema, ...rule }, 10)).toBeDefined();
  });

  it.each([
    ['a text', 'object'],
    ['a list', []],
    ['a reference to elsewhere', { $ref: 'https://example.com/schema' }],
    ['a reference to itself', { $ref: '#' }],
    ['a pattern that is none', { pattern: '(' }],
  ])('refuses %s as a schema, and everything with it', async (_, schema) => {
    expect(await problem(schema, 'x')).toMatch(/cannot be checked/);
  });

  it('gives up on a pattern that would match for ever', async () => {
    const started = performance.now();
    expect(await problem({ pattern: '^(a+)+$' }, `${'a'.repeat(60)}!`)).toMatch(/cannot be checked/);
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('refuses what is no JSON', async () => {
    expect(await jsonSchemaProblem('{}', '{')).toBe('must be JSON');
  });
});
