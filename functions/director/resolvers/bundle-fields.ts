import type { ApiDefinition, EventDefinition } from '#shared/bundles/bundle.ts';
import { bundleSealingContext } from '#shared/bundles/bundle-input.ts';
import { isVisibleInstanceAuth } from '#shared/bundles/own-instance-auth.ts';
import { pageRequest } from '#shared/core/page.ts';
import { holdsScope } from '../field-scopes.ts';
import type { SpecModel, SpecText } from '../models.ts';
import { pageOfList, wirePage } from '../page.ts';
import type {
  ApiDefinitionResolvers,
  ApiSpecResolvers,
  BundleResolvers,
  EventDefinitionResolvers,
  EventSpecResolvers,
} from '../schema.generated.ts';
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
    if (bundle.defaultInstanceAuth === undefined || !holdsScope(actor, 'bundle.instance_auths:read')) return null;
    return { value: JSON.parse(await deps.sealer.open(bundleSealingContext(bundle.tenant, bundle.id), bundle.defaultInstanceAuth)) };
  },
  instanceAuths: ({ contents }, _arguments, { actor }) =>
    holdsScope(actor, 'bundle.instance_auths:read') ? contents.instanceAuths.filter((one) => isVisibleInstanceAuth(one, actor)) : null,
  instanceAuth: ({ contents }, { id }, { actor }) => {
    if (!holdsScope(actor, 'bundle.instance_auths:read')) return null;
    return contents.instanceAuths.find((one) => one.id === id && isVisibleInstanceAuth(one, actor)) ?? null;
  },
  apiDefinitions: ({ contents, specText }, input) => {
    const page = pageOfList(contents.apiDefinitions, pageRequest(input.first, input.after), ({ id }) => id);
    return wirePage(
      page,
      input,
      (definition) => ({ definition, specText }),
      async () => contents.apiDefinitions.length,
    );
  },
  eventDefinitions: ({ contents, specText }, input) => {
    const page = pageOfList(contents.eventDefinitions, pageRequest(input.first, input.after), ({ id }) => id);
    return wirePage(
      page,
      input,
      (definition) => ({ definition, specText }),
      async () => contents.eventDefinitions.length,
    );
  },
  documents: ({ contents }, input) => {
    const page = pageOfList(contents.documents, pageRequest(input.first, input.after), ({ id }) => id);
    return wirePage(
      page,
      input,
      (document) => document,
      async () => contents.documents.length,
    );
  },
  apiDefinition: ({ contents, specText }, { id }) => {
    const definition = contents.apiDefinitions.find((one) => one.id === id);
    return definition ? { definition, specText } : null;
  },
  eventDefinition: ({ contents, specText }, { id }) => {
    const definition = contents.eventDefinitions.find((one) => one.id === id);
    return definition ? { definition, specText } : null;
  },
  document: ({ contents }, { id }) => contents.documents.find((one) => one.id === id) ?? null,
};

interface DefinitionModel<T> {
  readonly definition: T;
  readonly specText: SpecText;
}

const commonFields = {
  id: ({ definition }: DefinitionModel<EventDefinition>) => definition.id,
  name: ({ definition }: DefinitionModel<EventDefinition>) => definition.name,
  description: ({ definition }: DefinitionModel<EventDefinition>) => definition.description,
  group: ({ definition }: DefinitionModel<EventDefinition>) => definition.group,
  version: ({ definition }: DefinitionModel<EventDefinition>) => definition.apiVersion,
  createdAt: ({ definition }: DefinitionModel<EventDefinition>) => definition.createdAt,
  updatedAt: ({ definition }: DefinitionModel<EventDefinition>) => definition.updatedAt,
  spec: ({ definition, specText }: DefinitionModel<EventDefinition>): SpecModel | null =>
    definition.spec ? { id: definition.id, header: definition.spec, data: () => specText(definition.id) } : null,
};

export const apiDefinitionFields: ApiDefinitionResolvers = {
  ...commonFields,
  targetURL: ({ definition }: DefinitionModel<ApiDefinition>) => definition.targetURL,
};

export const eventDefinitionFields: EventDefinitionResolvers = commonFields;

export const apiSpecFields: ApiSpecResolvers = {
  type: ({ header }) => header.type as 'OPEN_API',
  format: ({ header }) => header.format as 'JSON',
  data: ({ data }) => data(),
};

export const eventSpecFields: EventSpecResolvers = {
  type: ({ header }) => header.type as 'ASYNC_API',
  format: ({ header }) => header.format as 'JSON',
  data: ({ data }) => data(),
};
