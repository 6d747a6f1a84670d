import * as z from 'zod';
import type { Connection } from '../state/connection.ts';
import type { FetchedApplication, FetchedBundle } from './application.ts';
import { type Application, type Bundle, bundlePageSchema, configurationPageSchema, definitionPageSchema } from './application.ts';
import { type FetchedConfiguration, labelsOf, pageOf, readConfiguration } from './conditional-read.ts';
import type { ControlPlaneClient, GraphqlResult } from './control-plane-client.ts';
import {
  moreApiDefinitionsQuery,
  moreBundlesQuery,
  moreEventDefinitionsQuery,
  runtimeConfigurationQuery,
  setRuntimeLabelMutation,
} from './director-documents.ts';
import type { GraphqlOnly } from './graphql-only.ts';
import { allOf } from './paging.ts';
import type { Revision, Withheld } from './runtime-view.ts';

export interface RuntimeConfiguration {
  readonly kind: 'read';
  readonly labels: Readonly<Record<string, unknown>>;
  readonly applications: readonly Application[];
  readonly withheld: readonly Withheld[];
  readonly revision: Revision | undefined;
  readonly pollAfterSeconds: number | undefined;
}

interface UnchangedConfiguration {
  readonly kind: 'unchanged';
  readonly pollAfterSeconds: number | undefined;
}

export interface DirectorClient {
  /** Complete or an error: never some pages only. `unchanged` when it still is the given revision. */
  fetchRuntimeConfiguration(known?: Revision): Promise<RuntimeConfiguration | UnchangedConfiguration>;
  setRuntimeLabel(key: string, value: string): Promise<void>;
}

const pageSize = 100;
const moreBundlesSchema = z.object({ application: z.object({ bundles: bundlePageSchema }) });
const moreDefinitionsSchema = z.object({ application: z.object({ bundle: z.object({ definitions: definitionPageSchema }) }) });

type Send = <T>(query: string, variables: Record<string, unknown>, schema: z.ZodType<T>) => Promise<GraphqlResult<T>>;

/** Reads by conditional GET, or by the GraphQL query from a control plane without conditional reads. */
export function directorClient(client: ControlPlaneClient, connection: Connection, graphqlOnly: GraphqlOnly): DirectorClient {
  const { directorUrl, runtimeId, tenant } = connection;
  const { origin } = new URL(directorUrl);
  const send: Send = (query, variables, schema) => client.send({ url: directorUrl, query, variables, headers: { Tenant: tenant }, schema });

  async function read(known: Revision | undefined) {
    if (graphqlOnly.isKnown(origin)) return queryConfiguration(runtimeId, send);
    const etag = known?.origin === origin ? known.etag : undefined;
    const answer = await readConfiguration(client, connection, etag);
    if (etag !== undefined || answer.kind !== 'unsupported') graphqlOnly.unlearn(origin);
    if (answer.kind !== 'unsupported') return answer;
    const queried = await queryConfiguration(runtimeId, send);
    // A gateway may answer 404 to every path for some seconds. Only a GraphQL answer at the same time proves that the path is missing.
    graphqlOnly.learn(origin);
    return queried;
  }

  return {
    async fetchRuntimeConfiguration(known) {
      const answer = await read(known);
      if (answer.kind === 'unchanged') return answer;
      const { labels, etag, pollAfterSeconds } = answer;
      const applications: Application[] = [];
      for (const application of answer.applications) if (hasBundles(application)) applications.push(await complete(application, send));
      const withheld = answer.applications.filter((application) => !hasBundles(application)).map(asWithheld);
      const revision = etag === undefined ? undefined : { origin, etag, labels };
      return { kind: 'read', labels, applications, withheld, revision, pollAfterSeconds };
    },
    async setRuntimeLabel(key, value) {
      await send(setRuntimeLabelMutation, { runtimeId, key, value }, z.object({ setRuntimeLabel: z.object({ key: z.string() }) }));
    },
  };
}

async function queryConfiguration(runtimeId: string, send: Send): Promise<FetchedConfiguration> {
  const query = (after: string | undefined) =>
    send(runtimeConfigurationQuery, { runtimeId, first: pageSize, after, withLabels: after === undefined }, configurationPageSchema);
  const { data, pollAfterSeconds } = await query(undefined);
  const labels = labelsOf(data, runtimeId);
  const applications = await allOf(pageOf(data), async (after) => pageOf((await query(after)).data));
  return { kind: 'read', labels, applications, etag: undefined, pollAfterSeconds };
}

type WithBundles = FetchedApplication & { readonly bundles: NonNullable<FetchedApplication['bundles']> };

const hasBundles = (application: FetchedApplication): application is WithBundles => application.bundles != null;

const asWithheld = ({ id, name, error }: FetchedApplication): Withheld => ({
  id,
  name,
  reason: error ?? 'the Director answers it without its bundles',
});

async function complete({ error: _, ...application }: WithBundles, send: Send): Promise<Application> {
  const applicationId = application.id;
  const fetched = await allOf(
    application.bundles,
    async (after) => (await send(moreBundlesQuery, { applicationId, after }, moreBundlesSchema)).data.application.bundles,
  );
  const bundles: Bundle[] = [];
  for (const bundle of fetched) bundles.push(await completeBundle(applicationId, bundle, send));
  return { ...application, bundles };
}

async function completeBundle(applicationId: string, bundle: FetchedBundle, send: Send): Promise<Bundle> {
  const more = (query: string) => async (after: string) =>
    (await send(query, { applicationId, bundleId: bundle.id, after }, moreDefinitionsSchema)).data.application.bundle.definitions;
  return {
    ...bundle,
    apiDefinitions: await allOf(bundle.apiDefinitions, more(moreApiDefinitionsQuery)),
    eventDefinitions: await allOf(bundle.eventDefinitions, more(moreEventDefinitionsQuery)),
  };
}
