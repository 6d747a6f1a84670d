import { parse, validate } from 'graphql';
import { describe, expect, it } from 'vitest';
import * as connectorDocuments from '#agent/control-plane/connector-documents.ts';
import * as directorDocuments from '#agent/control-plane/director-documents.ts';
import { apiSchemas } from '#test/support/api-schemas.ts';

describe("the agent's documents", () => {
  it.each(Object.entries(connectorDocuments))('%s is valid for the Connector', (_, document) => {
    expect(validate(apiSchemas.connector, parse(document))).toEqual([]);
  });

  it.each(Object.entries(directorDocuments))('%s is valid for the Director', (_, document) => {
    expect(validate(apiSchemas.director, parse(document))).toEqual([]);
  });
});
