import type { BundleDetails } from '#shared/bundles/bundle-details.ts';
import { isVisibleInstanceAuth } from '#shared/bundles/own-instance-auth.ts';
import { notFound } from '#shared/core/errors.ts';
import { readBundle } from '../application-model.ts';
import type { Context } from '../context.ts';
import { everyApiDefinition, everyDocument, everyEventDefinition } from '../every-definition.ts';
import type { ApiDefinitionModel, AuthModel } from '../models.ts';
import { pageOfParts } from '../page.ts';
import type { ResolverPart } from '../resolver-part.ts';
import { bundleDefaultAuth, inGroup } from '../resolvers/bundle-fields.ts';
import { instanceAuthValue } from '../resolvers/instance-auths.ts';
import type { ApiDefinitionResolvers, ApplicationResolvers } from '../schema.generated.ts';

const applicationFields: ApplicationResolvers = {
  apiDefinitions: async ({ details }, input) => pageOfParts(inGroup(everyApiDefinition(await details()), input.group), input),
  eventDefinitions: async ({ details }, input) => pageOfParts(inGroup(everyEventDefinition(await details()), input.group), input),
  documents: async ({ details }, input) => pageOfParts(everyDocument(await details()), input),
};

async function bundleOf(api: ApiDefinitionModel, { deps }: Context): Promise<BundleDetails | undefined> {
  const { tenant, applicationId, bundleId, inBundle } = api;
  return inBundle ?? (bundleId === undefined ? undefined : deps.bundles.details({ tenant, applicationId, id: bundleId }));
}

const defaultAuthOf = async (bundle: BundleDetails | undefined, context: Context): Promise<AuthModel | null> =>
  bundle ? bundleDefaultAuth(readBundle(bundle), context) : null;

async function authFor(bundle: BundleDetails | undefined, runtimeId: string, context: Context): Promise<AuthModel | null> {
  const own = bundle?.instanceAuths.find((one) => one.runtimeId === runtimeId);
  if (own) return instanceAuthValue(own, context);
  return defaultAuthOf(bundle, context);
}

const apiFields: ApiDefinitionResolvers = {
  applicationID: ({ applicationId }) => applicationId,
  defaultAuth: async (api, _arguments, context) => defaultAuthOf(await bundleOf(api, context), context),
  auth: async (api, { runtimeID }, context) => {
    if (context.actor.kind === 'runtime' && context.actor.id !== runtimeID) throw notFound('runtime', runtimeID);
    return { runtimeID, auth: await authFor(await bundleOf(api, context), runtimeID, context) };
  },
  auths: async (api, _arguments, context) => {
    const visible = ((await bundleOf(api, context))?.instanceAuths ?? []).filter((one) => isVisibleInstanceAuth(one, context.actor));
    return Promise.all(
      visible.flatMap(({ runtimeId, ...one }) =>
        runtimeId === undefined ? [] : [instanceAuthValue({ runtimeId, ...one }, context).then((auth) => ({ runtimeID: runtimeId, auth }))],
      ),
    );
  },
};

/** Fields of the time when definitions and their credentials belonged to the Application itself. */
export const definitionsOfApplicationsResolvers: ResolverPart = {
  Application: applicationFields,
  APIDefinition: apiFields,
  EventDefinition: { applicationID: ({ applicationId }) => applicationId },
  Document: { applicationID: ({ applicationId }) => applicationId },
};
