import type { EventDefinition } from '#shared/bundles/bundle.ts';
import { fetchRequestSealingContext } from '#shared/bundles/fetch-request.ts';
import { downloadSeconds, type WithText } from '#shared/bundles/text.ts';
import type { Context } from '../context.ts';
import type { FetchRequestModel, SpecModel } from '../models.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type {
  ApiDefinitionResolvers,
  ApiSpecResolvers,
  DocumentResolvers,
  EventDefinitionResolvers,
  EventSpecResolvers,
  FetchRequestResolvers,
} from '../schema.generated.ts';

/** A definition has one specification at most, which answers to the definition's id. */
const spec = (definition: EventDefinition): SpecModel | null => (isSpecified(definition) ? definition : null);

const isSpecified = (definition: EventDefinition): definition is SpecModel => definition.spec !== undefined;

const fetchRequest = (owner: WithText): FetchRequestModel | null => (isFetched(owner) ? owner : null);

const isFetched = (owner: WithText): owner is FetchRequestModel => owner.fetchRequest !== undefined;

const data = (owner: WithText, _arguments: unknown, { loaders }: Context) => loaders.texts.load(owner);

/** Texts in the table are small enough for every answer. */
const downloadURL = ({ text }: WithText, _arguments: unknown, { deps }: Context) =>
  text?.objectKey === undefined ? null : deps.textObjects.downloadUrl(text.objectKey, downloadSeconds);

const apiDefinitionFields: ApiDefinitionResolvers = {
  version: ({ apiVersion }) => apiVersion,
  spec,
  created_at: ({ createdAt }) => createdAt,
  updated_at: ({ updatedAt }) => updatedAt,
};

const eventDefinitionFields: EventDefinitionResolvers = { version: ({ apiVersion }) => apiVersion, spec };

const documentFields: DocumentResolvers = { data, downloadURL, fetchRequest };

const apiSpecFields: ApiSpecResolvers = {
  type: ({ spec: { type } }) => type as 'OPEN_API',
  format: ({ spec: { format } }) => format as 'JSON',
  data,
  downloadURL,
  fetchRequest,
};

const eventSpecFields: EventSpecResolvers = {
  type: ({ spec: { type } }) => type as 'ASYNC_API',
  format: ({ spec: { format } }) => format as 'JSON',
  data,
  downloadURL,
  fetchRequest,
};

const fetchRequestFields: FetchRequestResolvers = {
  url: ({ fetchRequest: { url } }) => url,
  mode: ({ fetchRequest: { mode } }) => mode,
  filter: ({ fetchRequest: { filter } }) => filter,
  status: ({ fetchRequest: { status } }) => status,
  auth: async (owner, _arguments, { deps }) => {
    const { auth } = owner.fetchRequest;
    if (auth === undefined) return null;
    return { value: JSON.parse(await deps.sealer.open(fetchRequestSealingContext(owner), auth)) };
  },
};

export const definitionFieldsResolvers: ResolverPart = {
  APIDefinition: apiDefinitionFields,
  EventDefinition: eventDefinitionFields,
  Document: documentFields,
  APISpec: apiSpecFields,
  EventSpec: eventSpecFields,
  FetchRequest: fetchRequestFields,
};
