import { bundleSealingContext } from '#shared/bundles/bundle-input.ts';
import { isVisibleInstanceAuth } from '#shared/bundles/own-instance-auth.ts';
import type { Context } from '../context.ts';
import { apisIn } from '../every-definition.ts';
import type { AuthModel, BundleModel } from '../models.ts';
import { pageOfParts } from '../page.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { BundleResolvers } from '../schema.generated.ts';
import { instanceAuthValue } from './instance-auths.ts';

/** The default credentials; a Runtime that asked for credentials of its own gets those, provided or not, instead. */
export async function bundleDefaultAuth({ bundle, contents }: BundleModel, context: Context): Promise<AuthModel | null> {
  const { actor, deps } = context;
  const own = actor.kind === 'runtime' ? (await contents()).instanceAuths.find(({ runtimeId }) => runtimeId === actor.id) : undefined;
  if (own) return instanceAuthValue(own, context);
  if (bundle.defaultInstanceAuth === undefined) return null;
  return { value: JSON.parse(await deps.sealer.open(bundleSealingContext(bundle.tenant, bundle.id), bundle.defaultInstanceAuth)) };
}

const bundleFields: BundleResolvers = {
  id: ({ bundle }) => bundle.id,
  name: ({ bundle }) => bundle.name,
  description: ({ bundle }) => bundle.description,
  instanceAuthRequestInputSchema: ({ bundle }) => bundle.instanceAuthRequestInputSchema,
  createdAt: ({ bundle }) => bundle.createdAt,
  updatedAt: ({ bundle }) => bundle.updatedAt,
  correlationIDs: ({ bundle }) => bundle.correlationIDs,
  defaultInstanceAuth: (bundle, _arguments, context) => bundleDefaultAuth(bundle, context),
  instanceAuths: async ({ contents }, _arguments, { actor }) =>
    (await contents()).instanceAuths.filter((one) => isVisibleInstanceAuth(one, actor)),
  instanceAuth: async ({ contents }, { id }, { actor }) =>
    (await contents()).instanceAuths.find((one) => one.id === id && isVisibleInstanceAuth(one, actor)) ?? null,
  apiDefinitions: async ({ contents }, input) => pageOfParts(inGroup(apisIn(await contents()), input.group), input),
  eventDefinitions: async ({ contents }, input) => pageOfParts(inGroup((await contents()).eventDefinitions, input.group), input),
  documents: async ({ contents }, input) => pageOfParts((await contents()).documents, input),
  apiDefinition: async ({ contents }, { id }) => apisIn(await contents()).find((one) => one.id === id) ?? null,
  eventDefinition: async ({ contents }, { id }) => (await contents()).eventDefinitions.find((one) => one.id === id) ?? null,
  document: async ({ contents }, { id }) => (await contents()).documents.find((one) => one.id === id) ?? null,
};

/** The fields that need what is in the bundle. */
export const fieldsOfContents: ReadonlySet<string> = new Set([
  'defaultInstanceAuth',
  'instanceAuths',
  'instanceAuth',
  'apiDefinitions',
  'eventDefinitions',
  'documents',
  'apiDefinition',
  'eventDefinition',
  'document',
]);

export const inGroup = <T extends { group?: string }>(definitions: readonly T[], group?: string | null): readonly T[] =>
  group ? definitions.filter((one) => one.group === group) : definitions;

export const bundleFieldsResolvers: ResolverPart = { Bundle: bundleFields };
