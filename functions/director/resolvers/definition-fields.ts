import { type GraphQLResolveInfo, OperationTypeNode } from 'graphql';
import type { EventDefinition } from '#shared/bundles/bundle.ts';
import { fetchRequestSealingContext } from '#shared/bundles/fetch-request.ts';
import { downloadSeconds, type WithText } from '#shared/bundles/text.ts';
import type { Context } from '../context.ts';
import type { TextOwners } from '../fetched-texts.ts';
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

const isFetched = (owner: WithText): owner is FetchRequestModel => owner.fetchRequest !== undefined;

/** The fields that show a text. A mutation that had it fetched waits a little for it, as clients of the original expect it in the answer. */
function textFields(owners: TextOwners) {
  const latest = async (owner: WithText, { loaders }: Context, { operation }: GraphQLResolveInfo) =>
    operation.operation === OperationTypeNode.MUTATION ? loaders.fetched(owners, owner) : owner;
  return {
    data: async (owner: WithText, _arguments: unknown, context: Context, info: GraphQLResolveInfo) =>
      context.loaders.texts.load(await latest(owner, context, info)),
    /** Texts in the table are small enough for every answer. */
    downloadURL: async (owner: WithText, _arguments: unknown, context: Context, info: GraphQLResolveInfo) => {
      const { text } = await latest(owner, context, info);
      return text?.objectKey === undefined ? null : context.deps.textObjects.downloadUrl(text.objectKey, downloadSeconds);
    },
    fetchRequest: async (owner: WithText, _arguments: unknown, context: Context, info: GraphQLResolveInfo) => {
      const found = await latest(owner, context, info);
      return isFetched(found) ? found : null;
    },
  };
}

const apiDefinitionFields: ApiDefinitionResolvers = {
  version: ({ apiVersion }) => apiVersion,
  spec,
  created_at: ({ createdAt }) => createdAt,
  updated_at: ({ updatedAt }) => updatedAt,
};

const eventDefinitionFields: EventDefinitionResolvers = { version: ({ apiVersion }) => apiVersion, spec };

const documentFields: DocumentResolvers = textFields('documents');

const apiSpecFields: ApiSpecResolvers = {
  type: ({ spec: { type } }) => type as 'OPEN_API',
  format: ({ spec: { format } }) => format as 'JSON',
  ...textFields('apiDefinitions'),
};

const eventSpecFields: EventSpecResolvers = {
  type: ({ spec: { type } }) => type as 'ASYNC_API',
  format: ({ spec: { format } }) => format as 'JSON',
  ...textFields('eventDefinitions'),
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
