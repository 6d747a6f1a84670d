import type { GraphQLSchema } from 'graphql';
import type { Report } from '../core/masked-error.ts';
import type { ApiEvent, ApiResult } from '../lambda/api-event.ts';
import { executableSchema } from './executable-schema.ts';
import { type Endpoint, graphqlEndpoint } from './graphql-endpoint.ts';
import { type Descriptions, describeSchema, type SchemaTable, schemaOf } from './schema-table.ts';

interface Api<Context> extends Omit<Endpoint<Context>, 'schema' | 'describe' | 'report'> {
  readonly schemaTable: SchemaTable;
  /** Imports the descriptions of the schema, on demand. */
  readonly descriptions: () => Promise<{ readonly descriptions: Descriptions }>;
  readonly resolvers: object;
  readonly log: { readonly error: Report };
}

export interface ServedApi {
  readonly schema: GraphQLSchema;
  readonly report: Report;
  readonly serve: (event: ApiEvent) => Promise<ApiResult>;
}

/** Builds a GraphQL API: its schema, its endpoint, and the log of internal errors. */
export function graphqlApi<Context extends object>({ schemaTable, descriptions, resolvers, log, ...endpoint }: Api<Context>): ServedApi {
  const schema = executableSchema(schemaOf(schemaTable), resolvers);
  const report: Report = (message, fields) => log.error(message, fields);
  const describe = async () => describeSchema(schema, (await descriptions()).descriptions);
  return { schema, report, serve: graphqlEndpoint<Context>({ schema, describe, report, ...endpoint }) };
}
