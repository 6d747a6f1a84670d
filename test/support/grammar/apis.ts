import type { GraphQLSchema } from 'graphql';
import { resolvers as connectorResolvers } from '#functions/connector/resolvers.ts';
import { schemaTable as connectorTable } from '#functions/connector/schema.generated.ts';
import { earlierNames } from '#functions/director/compat/earlier-names.ts';
import { resolvers as directorResolvers } from '#functions/director/resolvers.ts';
import { schemaTable as directorTable } from '#functions/director/schema.generated.ts';
import { resolvers as provisionerResolvers } from '#functions/provisioner/resolvers.ts';
import { schemaTable as provisionerTable } from '#functions/provisioner/schema.generated.ts';
import { roleScopes } from '#shared/authorization/scopes.ts';
import { AppError } from '#shared/core/errors.ts';
import { executableSchema } from '#shared/graphql/executable-schema.ts';
import { type Endpoint, graphqlEndpoint } from '#shared/graphql/graphql-endpoint.ts';
import { maxKnownBodyBytes } from '#shared/graphql/limits.ts';
import { type SchemaTable, schemaOf } from '#shared/graphql/schema-table.ts';
import type { ApiResult } from '#shared/lambda/api-event.ts';
import { graphqlEvent } from '#test/support/graphql-event.ts';

export interface Api {
  readonly schema: GraphQLSchema;
  /** Answers a body for a user who may do everything, up to the first use of anything behind the API; a new process knows no document. */
  serve(body: string): Promise<ApiResult>;
  /** The errors that the API reported, and masked for the caller. */
  readonly reported: readonly Error[];
}

/** The fields that resolvers take from a part of it that they spread into an object. */
const spread = ['list', 'count', 'formations', 'applications', 'runtimes'];

/** Stands for everything behind an API. Each call of it fails like one for an object that is not there. */
const nothing: unknown = new Proxy(() => undefined, {
  ownKeys: () => spread,
  getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true, value: nothing }),
  get: (_, name) => (name === 'then' || typeof name === 'symbol' ? undefined : nothing),
  apply: () => {
    throw new AppError('NotFound', 'there is nothing behind this API');
  },
});

const everyScope = new Set(Object.values(roleScopes).flat());
const context = {
  actor: { kind: 'user', id: 'alice', tenant: '00000000-0000-4000-8000-000000000000', scopes: everyScope },
  deps: nothing,
  loaders: nothing,
  suggestToken: false,
  token: () => undefined,
  holder: async () => undefined,
  user: async () => context.actor,
  idempotencyKey: undefined,
};

type Particular = Pick<Endpoint<typeof context>, 'translation' | 'maxKnownBodyBytes'>;

function api(table: SchemaTable, resolvers: object, particular: Particular = {}): Api {
  const schema = executableSchema(schemaOf(table), resolvers);
  const reported: Error[] = [];
  const endpoint = { schema, context: async () => context, mayIntrospect: () => true, ...particular };
  const report = (_: string, { error }: { error: Error }): void => void reported.push(error);
  return { schema, reported, serve: (body) => graphqlEndpoint({ ...endpoint, report })(graphqlEvent(body)) };
}

export const apis: Readonly<Record<string, () => Api>> = {
  director: () => api(directorTable, directorResolvers, { translation: earlierNames, maxKnownBodyBytes }),
  connector: () => api(connectorTable, connectorResolvers),
  provisioner: () => api(provisionerTable, provisionerResolvers),
};

const registration = 'mutation ($in: ApplicationRegisterInput!) { registerApplication(in: $in) { id name } }';

/** The registration of an Application with an inline specification, which makes it `size` bytes long: a legitimate request. */
export function normalBody(size: number): string {
  const path = { get: { summary: 'Reads an order', responses: { 200: { description: 'the order' } } } };
  const bodyWith = (data: string): string =>
    JSON.stringify({
      query: registration,
      variables: {
        in: {
          name: 'orders',
          bundles: [
            {
              name: 'orders',
              apiDefinitions: [
                { name: 'orders', targetURL: 'https://orders.example.com', spec: { type: 'OPEN_API', format: 'JSON', data } },
              ],
            },
          ],
        },
      },
    });
  const escapedPath = JSON.stringify(JSON.stringify(path)).length;
  const paths = Math.floor(Math.max(0, size - bodyWith('').length - 200) / (escapedPath + 20));
  const specification = JSON.stringify({
    openapi: '3.0.0',
    info: { title: 'Orders', version: '1' },
    paths: Object.fromEntries(Array.from({ length: paths }, (_, index) => [`/orders/${index}`, path])),
  });
  return bodyWith(specification.padEnd(specification.length + size - bodyWith(specification).length));
}
