import { type DocumentNode, execute, type GraphQLSchema, parse } from 'graphql';
import type { OwnerKind } from '#shared/core/actor.ts';
import { AppError, notFound } from '#shared/core/errors.ts';
import { inOrder, type JsonObject } from '#shared/core/json.ts';
import type { Context } from '../context.ts';
import { configurationDocuments } from './documents.ts';

export interface ConfigurationPage {
  readonly first: number;
  /** The cursor as the caller sent it. */
  readonly after?: string;
}

/** Returns a page of the caller's configuration. The resolvers are those of GraphQL, so that the two cannot differ. */
export function configurationQuery(schema: GraphQLSchema) {
  const parsed: Readonly<Record<OwnerKind, DocumentNode>> = {
    runtime: parse(configurationDocuments.runtime),
    application: parse(configurationDocuments.application),
  };
  return async (kind: OwnerKind, id: string, page: ConfigurationPage, contextValue: Context): Promise<string> => {
    const variableValues = { id, first: page.first, after: page.after };
    const { data, errors } = await execute({ schema, document: parsed[kind], contextValue, variableValues });
    const error = errors?.[0]?.originalError ?? errors?.[0];
    // The page was checked before: a missing object was deleted after the certificate was authenticated.
    const isGone = error instanceof AppError ? error.code === 'InvalidData' : !error && !data?.[kind];
    if (isGone) throw notFound(kind, id);
    if (error) throw error;
    return JSON.stringify(data, inStableOrder);
  };
}

/** Sorts keys, because the table does not keep the order of objects, and the same configuration must be the same text. */
const freeForm = new Set(['labels', 'additionalHeaders', 'additionalQueryParams']);
const inStableOrder = (field: string, value: unknown): unknown =>
  freeForm.has(field) && value !== null ? inOrder(value as JsonObject) : value;
