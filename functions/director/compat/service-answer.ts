import type { ApiDefinition, Bundle, Document, EventDefinition } from '#shared/bundles/bundle.ts';
import type { BundleDetails } from '#shared/bundles/bundle-details.ts';
import { bundleSealingContext } from '#shared/bundles/bundle-input.ts';
import { fetchRequestSealingContext } from '#shared/bundles/fetch-request.ts';
import type { WithText } from '#shared/bundles/text.ts';
import { holdsScope } from '#shared/core/actor.ts';
import type { AuthValue } from '#shared/credentials/auth-value.ts';
import type { Context } from '../context.ts';
import { readExactJson } from './exact-json.ts';

type Contents = Pick<BundleDetails, 'bundle' | 'apiDefinitions' | 'eventDefinitions' | 'documents'>;

/** A service in a list. Provider and labels are not kept, as by the original. */
export const serviceOf = (contents: Contents) => ({ id: contents.bundle.id, ...headOf(contents) });

/** A service with its API, Events and documentation, and with credentials if the caller may read those. */
export async function serviceDetailsOf(contents: Contents, context: Context) {
  const [api] = contents.apiDefinitions;
  const [event] = contents.eventDefinitions;
  const [answeredApi, spec, documentation] = await Promise.all([
    api && apiOf(api, contents.bundle, context),
    event && specOf(event, context),
    documentationOf(contents.documents, context),
  ]);
  return { ...headOf(contents), api: answeredApi, events: spec === undefined ? undefined : { spec }, documentation };
}

function headOf({ bundle, apiDefinitions: [api], eventDefinitions: [event] }: Contents) {
  const description = event?.description ?? api?.description ?? bundle.description ?? '';
  return { provider: '', name: bundle.name, description, identifier: bundle.correlationIDs?.[0], labels: {} };
}

async function apiOf(api: ApiDefinition, bundle: Bundle, context: Context) {
  const [auth, fetchAuth, spec] = await Promise.all([defaultAuthOf(bundle, context), fetchAuthOf(api, context), specOf(api, context)]);
  return {
    targetUrl: api.targetURL,
    credentials: credentialsOf(auth, auth?.requestAuth?.csrf?.tokenEndpointURL),
    spec,
    specificationUrl: api.fetchRequest?.url,
    apiType: api.spec?.type,
    requestParameters: parametersOf(auth),
    specificationCredentials: credentialsOf(fetchAuth),
    specificationRequestParameters: parametersOf(fetchAuth),
    headers: auth?.additionalHeaders,
    queryParameters: auth?.additionalQueryParams,
  };
}

async function defaultAuthOf({ tenant, id, defaultInstanceAuth }: Bundle, { actor, deps }: Context): Promise<AuthValue | undefined> {
  if (defaultInstanceAuth === undefined || !holdsScope(actor, 'bundle.instance_auths:read')) return undefined;
  return JSON.parse(await deps.sealer.open(bundleSealingContext(tenant, id), defaultInstanceAuth));
}

async function fetchAuthOf(owner: WithText, { actor, deps }: Context): Promise<AuthValue | undefined> {
  const auth = owner.fetchRequest?.auth;
  if (auth === undefined || !holdsScope(actor, 'fetch_request.auth:read')) return undefined;
  return JSON.parse(await deps.sealer.open(fetchRequestSealingContext(owner), auth));
}

function credentialsOf(auth: AuthValue | undefined, tokenEndpointURL?: string) {
  const { basic, oauth } = auth?.credential ?? {};
  const csrf = tokenEndpointURL === undefined ? {} : { csrfInfo: { tokenEndpointURL } };
  if (oauth) return { oauth: { ...oauth, ...csrf } };
  return basic && { basic: { ...basic, ...csrf } };
}

function parametersOf(auth: AuthValue | undefined) {
  const { additionalHeaders: headers, additionalQueryParams: queryParameters } = auth ?? {};
  return headers || queryParameters ? { headers, queryParameters } : undefined;
}

/** A specification as JSON if it is JSON, and as a text otherwise. */
async function specOf(definition: EventDefinition, { loaders }: Context): Promise<unknown> {
  const text = await loaders.texts.load(definition);
  if (text === undefined || definition.spec?.format === 'XML') return text;
  const read = readExactJson(text);
  return 'problem' in read ? text : read.value;
}

async function documentationOf(documents: readonly Document[], { loaders }: Context) {
  const [first] = documents;
  if (!first) return undefined;
  const docs = await Promise.all(
    documents.map(async (one) => ({ title: one.title, type: one.kind ?? '.md', source: (await loaders.texts.load(one)) ?? '' })),
  );
  return { displayName: first.displayName, description: first.description, type: '', docs };
}
