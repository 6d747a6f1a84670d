import { emptyPage, pageRequest } from '#shared/core/page.ts';
import { eventingUrl } from '#shared/eventing/default-eventing.ts';
import { withScenarios } from '#shared/labels/label.ts';
import { canCall } from '#shared/pairing/system-auth.ts';
import { webhooksThatCount } from '#shared/webhooks/webhook.ts';
import { eventingReads } from '../eventing-reads.ts';
import { everyApiDefinition, everyEventDefinition } from '../every-definition.ts';
import { labelsOf } from '../labels-of.ts';
import { pageOfList, wirePage } from '../page.ts';
import type { ApplicationResolvers } from '../schema.generated.ts';
import { templateOfRequest, webhooksOfTemplate } from '../templates-of-request.ts';

export const applicationFields: ApplicationResolvers = {
  id: ({ application }) => application.id,
  name: ({ application }) => application.name,
  providerName: ({ application }) => application.providerName,
  description: ({ application }) => application.description,
  integrationSystemID: ({ application }) => application.integrationSystemID,
  applicationTemplateID: ({ application }) => application.applicationTemplateID,
  applicationTemplate: async ({ application: { applicationTemplateID } }, _arguments, context) =>
    applicationTemplateID && context.actor.scopes.has('application.application_template:read')
      ? templateOfRequest(applicationTemplateID, context)
      : null,
  baseUrl: ({ application }) => application.baseUrl,
  localTenantID: ({ application }) => application.localTenantID,
  applicationNamespace: ({ application }) => application.applicationNamespace,
  healthCheckURL: ({ application }) => application.healthCheckURL,
  labels: ({ application }, { key }) => labelsOf(withScenarios(application.labels, application.formations), key),
  status: ({ application }) => application.status,
  createdAt: ({ application }) => application.createdAt,
  updatedAt: ({ application }) => application.updatedAt,
  eventingConfiguration: async ({ application }, _arguments, context, info) => ({
    defaultURL: await eventingUrl(application, eventingReads(context, info)),
  }),
  webhooks: async ({ application, details }, _arguments, context) => {
    const [{ webhooks }, ofTemplate] = await Promise.all([
      details(),
      application.applicationTemplateID ? webhooksOfTemplate(application.applicationTemplateID, context) : [],
    ]);
    return webhooksThatCount(webhooks, ofTemplate);
  },
  auths: async ({ details }, _arguments, { actor }) => {
    const { auths } = await details();
    return actor.kind === 'runtime' ? auths.filter(canCall) : [...auths];
  },
  bundles: async ({ details }, input) => {
    const { bundles } = await details();
    const page = pageOfList(bundles, pageRequest(input.first, input.after), ({ bundle }) => bundle.id);
    return wirePage(
      page,
      input,
      (contents) => ({ contents }),
      async () => bundles.length,
    );
  },
  bundle: async ({ details }, { id }) => {
    const contents = (await details()).bundles.find(({ bundle }) => bundle.id === id);
    return contents ? { contents } : null;
  },
  apiDefinition: async ({ details }, { id }) => everyApiDefinition(await details()).find((one) => one.id === id) ?? null,
  eventDefinition: async ({ details }, { id }) => everyEventDefinition(await details()).find((one) => one.id === id) ?? null,
  integrationDependencies: (_parent, input) =>
    wirePage(
      emptyPage,
      input,
      (one: never) => one,
      async () => 0,
    ),
  operations: () => [],
};
