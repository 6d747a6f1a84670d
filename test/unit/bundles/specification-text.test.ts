import { describe, expect, it } from 'vitest';
import { requireSpecification } from '#shared/bundles/specification-text.ts';

const check = (type: string, format: string, data: string) => requireSpecification('APIDefinitionInput', { type, format }, data);
const edmx = (inner: string) =>
  `<?xml version="1.0"?>\n<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">${inner}</edmx:Edmx>`;
const longYaml = (first: string) => `${first}\npaths:\n${'  /a: { get: {} }\n'.repeat(10_000)}`;

describe('the text of a specification', () => {
  it.each([
    ['OpenAPI 3 in JSON', 'OPEN_API', 'JSON', '{"openapi":"3.1.0"}'],
    ['OpenAPI 2 in JSON, after a mark of UTF-8', 'OPEN_API', 'JSON', '\uFEFF {"swagger":"2.0"}'],
    ['OpenAPI in YAML', 'OPEN_API', 'YAML', '# ours\n---\nopenapi: 3.1.0\ninfo: { title: x }\n'],
    ['JSON where YAML is declared', 'OPEN_API', 'YAML', '{"openapi":"3.0.2"}'],
    ['names that are quoted, and twice', 'OPEN_API', 'YAML', '"swagger": "2.0"\nx: 1\nx: 2'],
    ['a long text in YAML', 'OPEN_API', 'YAML', longYaml('openapi: 3.1.0')],
    ['AsyncAPI', 'ASYNC_API', 'YAML', 'asyncapi: 3.0.0'],
    ['EDMX', 'ODATA', 'XML', edmx('<a b="c"/>')],
    ['EDMX without a prefix', 'ODATA', 'XML', '<!-- ours --><Edmx/>'],
    ['CSDL in JSON', 'ODATA', 'JSON', '{"$Version":"4.01"}'],
  ])('may be %s', async (_, type, format, data) => {
    await expect(check(type, format, data)).resolves.toBeUndefined();
  });

  it.each([
    ['OPEN_API', 'YAML', '{"openapi":"3.0.2"}'],
    ['OPEN_API', 'YAML', 'openapi'],
    ['OPEN_API', 'JSON', 'spec_data_placeholder'],
    ['ODATA', 'XML', 'odata'],
    ['ODATA', 'JSON', '{"openapi":"3.0.1"}'],
    ['ASYNC_API', 'JSON', 'data'],
    ['ASYNC_API', 'YAML', '{"asyncapi":"1.2.0"}'],
    ['ASYNC_API', 'JSON', '{}'],
    ['ASYNC_API', 'YAML', ''],
  ])('may be what clients of the original register: %s in %s, %s', async (type, format, data) => {
    await expect(check(type, format, data)).resolves.toBeUndefined();
  });

  it.each([
    ['JSON that is cut off', 'OPEN_API', 'JSON', '{"openapi":"3.1.0",', 'must be JSON, as its format says'],
    ['YAML where JSON is declared', 'OPEN_API', 'JSON', 'openapi: 3.1.0', 'must be JSON'],
    ['a list', 'OPEN_API', 'JSON', '[]', 'must be a JSON object'],
    ['no member that names its type', 'OPEN_API', 'JSON', '{"info":{}}', 'must be of type OPEN_API: it has no member openapi, swagger'],
    ['AsyncAPI in place of OpenAPI', 'OPEN_API', 'YAML', 'asyncapi: 3.0.0', 'its members are those of ASYNC_API'],
    ['OpenAPI in place of AsyncAPI', 'ASYNC_API', 'JSON', '{"openapi":"3.1.0"}', 'its members are those of OPEN_API'],
    ['YAML with a mistake', 'OPEN_API', 'YAML', 'openapi: 3.1.0\ninfo: [a', 'must be YAML, as its format says: line'],
    ['a list in YAML', 'ASYNC_API', 'YAML', '- asyncapi: 3.0.0', 'must be a mapping in YAML'],
    ['a long text in YAML of another type', 'ASYNC_API', 'YAML', longYaml('openapi: 3.1.0'), 'its members are those of OPEN_API'],
    ['a page in HTML', 'OPEN_API', 'YAML', '<!doctype html><html></html>', 'must be YAML'],
    ['a page in HTML as EDMX', 'ODATA', 'XML', '<html><body/></html>', 'must be EDMX'],
    ['JSON where XML is declared', 'ODATA', 'XML', '{"$Version":"4.01"}', 'must be XML'],
    ['XML that is cut off', 'ODATA', 'XML', edmx('').slice(0, -14), 'must be well-formed XML: line'],
  ])('is refused as %s', async (_, type, format, data, problem) => {
    await expect(check(type, format, data)).rejects.toMatchObject({
      code: 'InvalidData',
      details: { 'spec.data': expect.stringContaining(problem) },
    });
  });

  it.each([
    ['YAML', 'OPEN_API', ['[', '- ', '"a', 'a: &a [*a,', '>\n ', '? ']],
    ['XML', 'ODATA', ['<a>', '<a ', '<a b="', '&x;', '<!DOCTYPE [', '<!--']],
  ] as const)('in %s that is hard to parse costs little', async (format, type, parts) => {
    for (const part of parts) {
      const started = performance.now();
      await check(type, format, `${format === 'XML' ? '<Edmx>' : 'openapi: '}${part.repeat(60_000 / part.length)}`).catch(() => undefined);
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});
