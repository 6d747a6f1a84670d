import { invalidData, invalidOperation } from '#shared/core/errors.ts';
import { addWebhook as add } from '#shared/webhooks/add-webhook.ts';
import {
  enableWebhook as enable,
  deleteWebhook as remove,
  rotateSigningSecret,
  updateWebhook as update,
} from '#shared/webhooks/change-webhook.ts';
import { recoverWebhook as recover } from '#shared/webhooks/recover-webhook.ts';
import { signatureScheme } from '#shared/webhooks/signing-secrets.ts';
import { testWebhook as test } from '#shared/webhooks/test-webhook.ts';
import { type WebhookOwnerKind, webhookSealingContext } from '#shared/webhooks/webhook.ts';
import type { WebhookFields } from '#shared/webhooks/webhook-input.ts';
import type { ResolverPart } from '../resolver-part.ts';
import type { MutationAddWebhookArgs, MutationResolvers, WebhookResolvers, WebhookTestResolvers } from '../schema.generated.ts';

const addWebhook: MutationResolvers['addWebhook'] = (_parent, input, { actor, deps }) => {
  const owner = ownerOf(input);
  return add(owner.kind, owner.id, input.in as WebhookFields, actor, deps);
};

const updateWebhook: MutationResolvers['updateWebhook'] = (_parent, input, { actor, deps }) =>
  update(input.webhookID, input.in as WebhookFields, actor, deps);

const deleteWebhook: MutationResolvers['deleteWebhook'] = (_parent, { webhookID }, { actor, deps }) => remove(webhookID, actor, deps);

const rotateWebhookSigningSecret: MutationResolvers['rotateWebhookSigningSecret'] = (_parent, { webhookID }, { actor, deps }) =>
  rotateSigningSecret(webhookID, actor, deps);

const enableWebhook: MutationResolvers['enableWebhook'] = (_parent, { webhookID }, { actor, deps }) => enable(webhookID, actor, deps);

const recoverWebhook: MutationResolvers['recoverWebhook'] = (_parent, { webhookID, since }, { actor, deps }) =>
  recover(webhookID, String(since), actor, deps);

const testWebhook: MutationResolvers['testWebhook'] = (_parent, { webhookID }, { actor, deps }) => test(webhookID, actor, deps);

function ownerOf(input: MutationAddWebhookArgs): { kind: WebhookOwnerKind; id: string } {
  const { applicationID, runtimeID, applicationTemplateID, formationTemplateID } = input;
  const given = [applicationID, runtimeID, applicationTemplateID, formationTemplateID].filter((id) => id);
  if (given.length !== 1)
    throw invalidData('addWebhook', { owner: 'exactly one of applicationID, applicationTemplateID and runtimeID is required' });
  if (applicationID) return { kind: 'application', id: applicationID };
  if (runtimeID) return { kind: 'runtime', id: runtimeID };
  if (applicationTemplateID) return { kind: 'application_template', id: applicationTemplateID };
  throw invalidOperation('webhooks of formation templates are not offered here: use applicationID or applicationTemplateID');
}

const webhookFields: WebhookResolvers = {
  applicationID: ({ owner }) => (owner.kind === 'application' ? owner.id : null),
  applicationTemplateID: ({ owner }) => (owner.kind === 'application_template' ? owner.id : null),
  runtimeID: ({ owner }) => (owner.kind === 'runtime' ? owner.id : null),
  type: ({ type }) => type as 'CONFIGURATION_CHANGED',
  mode: ({ mode }) => (mode ?? null) as 'SYNC' | null,
  auth: async ({ owner, id, auth }, _arguments, { deps }) => {
    if (auth === undefined) return null;
    return { value: JSON.parse(await deps.sealer.open(webhookSealingContext(owner.tenant, id), auth)) };
  },
  status: ({ disabled, failingSince }) => {
    if (disabled) return { condition: 'DISABLED', timestamp: disabled.at, reason: disabled.reason };
    return failingSince ? { condition: 'FAILING', timestamp: failingSince } : { condition: 'ENABLED' };
  },
  signatureScheme,
  // A private key is never shown.
  signingSecret: ({ owner, id, secrets: [current], publicKey }, _arguments, { deps }) =>
    current === undefined || publicKey !== undefined ? null : deps.sealer.open(webhookSealingContext(owner.tenant, id), current),
};

const webhookTestFields: WebhookTestResolvers = { webhookID: ({ webhookId }) => webhookId, timestamp: ({ at }) => at };

export const webhooksResolvers: ResolverPart = {
  Mutation: { addWebhook, updateWebhook, deleteWebhook, enableWebhook, recoverWebhook, rotateWebhookSigningSecret, testWebhook },
  Webhook: webhookFields,
  WebhookTest: webhookTestFields,
};
