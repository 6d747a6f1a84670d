import { z } from 'zod';
import { AgentError } from './agent-error.ts';
import type { FetchedApplication, FetchedBundle } from './application.ts';
import { type Application, applicationPageSchema, type Bundle, bundlePageSchema, definitionPageSchema } from './application.ts';
import type { Connection } from './connection.ts';
import {
  moreApiDefinitionsQuery,
  moreBundlesQuery,
  moreEventDefinitionsQuery,
  runtimeConfigurationQuery,
  setRuntimeLabelMutation,
} from './director-documents.ts';
import type { GraphqlClient, GraphqlResult } from './graphql-client.ts';
import { allOf } from './paging.ts';

export interface RuntimeConfiguration {
  readonly labels: Readonly<Record<string, unknown>>;
  readonly applications: readonly Application[];
  readonly pollAfterSeconds: number | undefined;
}

export interface DirectorClient {
  /** Complete or an error: never some pages only. */
  fetchRuntimeConfiguration(): Promise<RuntimeConfiguration>;
  setRuntimeLabel(key: string, value: string): Promise<void>;
}

const pageSize = 100;
const configurationSchema = z.object({
  runtime: z.object({ labels: z.record(z.string(), z.unknown()).nullish() }).nullish(),
  applicationsForRuntime: applicationPageSchema.nullish(),
});
const moreBundlesSchema = z.object({ application: z.object({ bundles: bundlePageSchema }) });
const moreDefinitionsSchema = z.object({ application: z.object({ bundle: z.object({ definitions: definitionPageSchema }) }) });

type Send = <T>(query: string, variables: Record<string, unknown>, schema: z.ZodType<T>) => Promise<GraphqlResult<T>>;

export function directorClient(client: GraphqlClient, { directorUrl, runtimeId, tenant }: Connection): DirectorClient {
  const send: Send = (query, variables, schema) => client.send({ url: directorUrl, query, variables, headers: { Tenant: tenant }, schema });

  async function fetchPage(after: string | undefined) {
    const variables = { runtimeId, first: pageSize, after, withLabels: after === undefined };
    const result = await send(runtimeConfigurationQuery, variables, configurationSchema);
    const applications = result.data.applicationsForRuntime;
    if (!applications) throw new AgentError('invalid-answer', 'the Director answered without applicationsForRuntime');
    return { ...result, applications };
  }

  return {
    async fetchRuntimeConfiguration() {
      const first = await fetchPage(undefined);
      if (!first.data.runtime) throw new AgentError('refused', `the Director knows no Runtime ${runtimeId} that is ours`);
      const fetched = await allOf(first.applications, async (after) => (await fetchPage(after)).applications);
      const applications: Application[] = [];
      for (const application of fetched) applications.push(await complete(application, send));
      return { labels: first.data.runtime.labels ?? {}, applications, pollAfterSeconds: first.pollAfterSeconds };
    },
    async setRuntimeLabel(key, value) {
      await send(setRuntimeLabelMutation, { runtimeId, key, value }, z.object({ setRuntimeLabel: z.object({ key: z.string() }) }));
    },
  };
}

async function complete(application: FetchedApplication, send: Send): Promise<Application> {
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
