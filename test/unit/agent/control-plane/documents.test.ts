import { readFile } from 'node:fs/promises';
import { buildSchema, parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as connectorDocuments from '#agent/control-plane/connector-documents.ts';
import * as directorDocuments from '#agent/control-plane/director-documents.ts';

const schemaOf = async (name: string) =>
  buildSchema(await readFile(new URL(`../../../../functions/${name}/schema.graphql`, import.meta.url), 'utf8'));

describe("the agent's documents", () => {
  it.each(Object.entries(connectorDocuments))('%s is valid for the Connector', async (_, document) => {
    expect(validate(await schemaOf('connector'), parse(document))).toEqual([]);
  });

  it.each(Object.entries(directorDocuments))('%s is valid for the Director', async (_, document) => {
    expect(validate(await schemaOf('director'), parse(document))).toEqual([]);
  });
});
