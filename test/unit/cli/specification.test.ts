import { describe, expect, it } from 'vitest';
import { specificationIn } from '#cli/publishing/specification.ts';

describe('a text', () => {
  it.each([
    [
      '{"openapi":"3.1.0","info":{"title":"A","version":"1"},"servers":[{"url":"https://a.example/v1"}]}',
      { kind: 'OPEN_API', format: 'JSON', title: 'A', version: '1', targetUrl: 'https://a.example/v1' },
    ],
    [
      'openapi: 3.0.0\ninfo:\n  title: B\n  version: 1.0\nservers:\n  - url: /relative\n',
      { kind: 'OPEN_API', format: 'YAML', title: 'B', version: '1', targetUrl: undefined },
    ],
    [
      'swagger: "2.0"\nhost: c.example\nbasePath: /v2\nschemes: [http]\n',
      { kind: 'OPEN_API', format: 'YAML', targetUrl: 'http://c.example/v2' },
    ],
    ['\uFEFFasyncapi: 3.0.0\ninfo: { title: D, version: 2.0.1 }\n', { kind: 'ASYNC_API', format: 'YAML', title: 'D', version: '2.0.1' }],
    [
      '<?xml version="1.0"?><edmx:Edmx xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx" Version="4.0"/>',
      { kind: 'ODATA', format: 'XML' },
    ],
    ['{"$Version":"4.01","$EntityContainer":"x.y"}', { kind: 'ODATA', format: 'JSON' }],
  ])('such as %s is recognized', (text, specification) => {
    expect(specificationIn(text)).toMatchObject(specification);
  });

  it.each(['<html/>', '{}', 'hello', '- a\n- b', '{"openapi"', ''])('such as %s is refused as no specification', (text) => {
    expect(() => specificationIn(text)).toThrow(/^It is no /);
  });
});
