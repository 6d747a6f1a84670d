import * as z from 'zod';
import type { Director } from './director.ts';

interface NamedInput {
  readonly name: string;
  readonly [field: string]: unknown;
}

export interface Publication {
  readonly bundle: NamedInput;
  readonly api: NamedInput;
  readonly event: NamedInput;
}

export interface PublishedIds {
  readonly bundleId: string;
  readonly apiDefinitionId: string;
  readonly eventDefinitionId: string;
}

const named = z.object({ id: z.string(), name: z.string() });
const bundleSchema = named.extend({
  apiDefinitions: z.object({ data: z.array(named) }),
  eventDefinitions: z.object({ data: z.array(named) }),
});
type PublishedBundle = z.infer<typeof bundleSchema>;

/** Brings one Bundle with one API and one Event definition to what is given. What exists by name is updated, so publishing again adds nothing. */
export async function publishDefinitions(
  director: Director,
  applicationId: string,
  { bundle, api, event }: Publication,
): Promise<PublishedIds> {
  const existing = (await ownBundles(director, applicationId)).find(({ name }) => name === bundle.name);
  const bundleId = existing
    ? await mutate(director, 'updateBundle(id: $id, in: $in)', 'BundleUpdateInput', existing.id, bundle)
    : await mutate(director, 'addBundle(applicationID: $id, in: $in)', 'BundleCreateInput', applicationId, bundle);
  const knownApi = existing?.apiDefinitions.data.find(({ name }) => name === api.name);
  const knownEvent = existing?.eventDefinitions.data.find(({ name }) => name === event.name);
  return {
    bundleId,
    apiDefinitionId: knownApi
      ? await mutate(director, 'updateAPIDefinition(id: $id, in: $in)', 'APIDefinitionInput', knownApi.id, api)
      : await mutate(director, 'addAPIDefinitionToBundle(bundleID: $id, in: $in)', 'APIDefinitionInput', bundleId, api),
    eventDefinitionId: knownEvent
      ? await mutate(director, 'updateEventDefinition(id: $id, in: $in)', 'EventDefinitionInput', knownEvent.id, event)
      : await mutate(director, 'addEventDefinitionToBundle(bundleID: $id, in: $in)', 'EventDefinitionInput', bundleId, event),
  };
}

const resultSchema = z.object({ result: z.object({ id: z.string() }) });

async function mutate(director: Director, call: string, inputType: string, id: string, input: NamedInput): Promise<string> {
  const mutation = `mutation ($id: ID!, $in: ${inputType}!) { result: ${call} { id } }`;
  return (await director(mutation, { id, in: input }, resultSchema)).result.id;
}

const bundlesQuery = `query ($id: ID!, $after: PageCursor) {
  application(id: $id) {
    bundles(first: 200, after: $after) {
      data { id name apiDefinitions { data { id name } } eventDefinitions { data { id name } } }
      pageInfo { endCursor hasNextPage }
    }
  }
}`;
const bundlesSchema = z.object({
  application: z.object({
    bundles: z.object({ data: z.array(bundleSchema), pageInfo: z.object({ endCursor: z.string().nullish(), hasNextPage: z.boolean() }) }),
  }),
});

async function ownBundles(director: Director, id: string): Promise<PublishedBundle[]> {
  const found: PublishedBundle[] = [];
  let after: string | null | undefined;
  do {
    const { application } = await director(bundlesQuery, { id, after }, bundlesSchema);
    found.push(...application.bundles.data);
    after = application.bundles.pageInfo.hasNextPage ? application.bundles.pageInfo.endCursor : undefined;
  } while (after);
  return found;
}
