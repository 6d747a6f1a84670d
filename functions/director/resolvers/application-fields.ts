import { type Description, descriptionFields } from '#shared/applications/application.ts';
import { emptyPage, keyedPage, wantedIdPage } from '#shared/core/page.ts';
import { eventingOf } from '#shared/eventing/default-eventing.ts';
import { withScenarios } from '#shared/labels/label.ts';
import { isPending } from '#shared/pairing/system-auth.ts';
import { webhooksThatCount } from '#shared/webhooks/webhook.ts';
import { readBundle } from '../application-model.ts';
import { eventingReads } from '../eventing-reads.ts';
import { labelsOf } from '../labels-by-key.ts';
import { wirePage } from '../page.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { ApplicationResolvers } from '../schema.generated.ts';
import { wireEventing } from '../wire-eventing.ts';

/** The description is read as it is stored. */
const describing = Object.fromEntries(
  descriptionFields.map((name): [string, ApplicationResolvers['description']] => [name, ({ application }) => application[name]]),
) as Pick<ApplicationResolvers, keyof Description>;

const applicationFields: ApplicationResolvers = {
  ...describing,
  id: ({ application }) => application.id,
  name: ({ application }) => application.name,
  integrationSystemID: ({ application }) => application.integrationSystemID,
  applicationTemplateID: ({ application }) => application.applicationTemplateID,
  applicationTemplate: async ({ application: { applicationTemplateID } }, _arguments, { actor, loaders }) =>
    applicationTemplateID && actor.scopes.has('application.application_template:read')
      ? loaders.applicationTemplates.load(applicationTemplateID)
      : null,
  labels: ({ application }, { key }) => labelsOf(withScenarios(application.labels, application.formations), key),
  status: ({ application }) => application.status,
  createdAt: ({ application }) => application.createdAt,
  updatedAt: ({ application }) => application.updatedAt,
  eventingConfiguration: async ({ application }, _arguments, { loaders }) =>
    wireEventing(await eventingOf(application, eventingReads(loaders))),
  webhooks: async ({ application, webhooks }, _arguments, { loaders }) => {
    const [own, ofTemplate] = await Promise.all([
      webhooks(),
      application.applicationTemplateID ? loaders.webhooksOfTemplates.load(application.applicationTemplateID) : [],
    ]);
    return webhooksThatCount(own, ofTemplate);
  },
  auths: async ({ auths }, _arguments, { actor }) =>
    actor.kind === 'runtime' ? (await auths()).filter((auth) => !isPending(auth)) : [...(await auths())],
  bundles: async ({ bundles, bundleCount }, input) => {
    const request = await keyedPage(wantedIdPage(input.first, input.after), async (next) => (await bundles(next)) ?? emptyPage);
    const page = request ? await bundles(request) : emptyPage;
    const isAll = !input.after && page?.next === undefined;
    return page && wirePage(page, input, readBundle, async () => (isAll ? page.data.length : bundleCount()));
  },
  bundle: async ({ bundle }, { id }) => {
    const contents = await bundle(id);
    return contents ? readBundle(contents) : null;
  },
  apiDefinition: async ({ apiDefinition }, { id }) => (await apiDefinition(id)) ?? null,
  eventDefinition: async ({ eventDefinition }, { id }) => (await eventDefinition(id)) ?? null,
  error: ({ error }) => error,
};

export const applicationFieldsResolvers: ResolverPart = { Application: applicationFields };
