import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { asyncApiFile, openApiFile } from '../../../examples/application/application.ts';
import { apiDefinitionFrom, eventDefinitionFrom } from '../../../examples/application/definitions.ts';

function references(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === '$ref' ? [String(inner)] : references(inner)));
}

function resolve(document: unknown, reference: string): unknown {
  const steps = reference.replace('#/', '').split('/');
  return steps.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], document);
}

describe('the definitions', () => {
  it('of the API carry the whole OpenAPI document and its server', async () => {
    const definition = await apiDefinitionFrom(openApiFile);
    expect(definition).toMatchObject({
      name: 'Orders',
      targetURL: 'https://shop.example.com/api/orders/v1',
      version: { value: '1.2.0' },
      spec: { type: 'OPEN_API', format: 'YAML', data: await readFile(openApiFile, 'utf8') },
    });
  });

  it('of the Events carry the whole AsyncAPI document', async () => {
    const definition = await eventDefinitionFrom(asyncApiFile);
    expect(definition).toMatchObject({
      name: 'Order Events',
      version: { value: '1.0.0' },
      spec: { type: 'ASYNC_API', format: 'YAML', data: await readFile(asyncApiFile, 'utf8') },
    });
  });

  it.each([openApiFile, asyncApiFile])('in %s refer to nothing that is missing', async (file) => {
    const document: unknown = parse(await readFile(file, 'utf8'));
    const found = references(document);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((reference) => resolve(document, reference) === undefined)).toEqual([]);
  });
});
