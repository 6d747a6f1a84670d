import { bundleSealingContext } from '#shared/bundles/bundle-input.ts';
import { isVisibleInstanceAuth } from '#shared/bundles/own-instance-auth.ts';
import { pageOfParts } from '../page.ts';
import type { BundleResolvers } from '../schema.generated.ts';
import { instanceAuthValue } from './instance-auths.ts';

export const bundleFields: BundleResolvers = {
  id: ({ contents }) => contents.bundle.id,
  name: ({ contents }) => contents.bundle.name,
  description: ({ contents }) => contents.bundle.description,
  instanceAuthRequestInputSchema: ({ contents }) => contents.bundle.instanceAuthRequestInputSchema,
  createdAt: ({ contents }) => contents.bundle.createdAt,
  updatedAt: ({ contents }) => contents.bundle.updatedAt,
  // A Runtime that asked for credentials of its own gets those, given or not, instead of everybody's.
  defaultInstanceAuth: async ({ contents: { bundle, instanceAuths } }, _arguments, context) => {
    const { actor, deps } = context;
    const own = actor.kind === 'runtime' ? instanceAuths.find(({ runtimeId }) => runtimeId === actor.id) : undefined;
    if (own) return instanceAuthValue(own, context);
    if (bundle.defaultInstanceAuth === undefined) return null;
    return { value: JSON.parse(await deps.sealer.open(bundleSealingContext(bundle.tenant, bundle.id), bundle.defaultInstanceAuth)) };
  },
  instanceAuths: ({ contents }, _arguments, { actor }) => contents.instanceAuths.filter((one) => isVisibleInstanceAuth(one, actor)),
  instanceAuth: ({ contents }, { id }, { actor }) =>
    contents.instanceAuths.find((one) => one.id === id && isVisibleInstanceAuth(one, actor)) ?? null,
  apiDefinitions: ({ contents }, input) => pageOfParts(inGroup(contents.apiDefinitions, input.group), input),
  eventDefinitions: ({ contents }, input) => pageOfParts(inGroup(contents.eventDefinitions, input.group), input),
  documents: ({ contents }, input) => pageOfParts(contents.documents, input),
  apiDefinition: ({ contents }, { id }) => contents.apiDefinitions.find((one) => one.id === id) ?? null,
  eventDefinition: ({ contents }, { id }) => contents.eventDefinitions.find((one) => one.id === id) ?? null,
  document: ({ contents }, { id }) => contents.documents.find((one) => one.id === id) ?? null,
};

const inGroup = <T extends { group?: string }>(definitions: readonly T[], group?: string | null): readonly T[] =>
  group ? definitions.filter((one) => one.group === group) : definitions;
