import type { Scope } from '#shared/authorization/scopes.ts';
import type { WebhookOwnerKind } from '#shared/webhooks/webhook.ts';
import type { SecretField } from './schema.generated.ts';

/**
 * The rule of a field: one scope; one for each kind of owner; one unless the caller was given the credential just now; or none, if the
 * value of the field follows rules of its own.
 */
export type FieldRule = Scope | Readonly<Record<WebhookOwnerKind, Scope>> | { readonly unlessIssued: Scope } | 'open';

const ofOwner = {
  application: 'application.webhooks:read',
  application_template: 'application_template.webhooks:read',
  runtime: 'runtime.webhooks:read',
} as const;

/**
 * The scope that each field with credentials requires. It is null, not an error, for a caller who lacks it: existing clients ask for
 * everything. A field without an entry does not compile; which ones there are is read from the schema.
 */
export const fieldScopes: Readonly<Record<SecretField, FieldRule>> = {
  'Application.webhooks': 'application.webhooks:read',
  'ApplicationTemplate.webhooks': 'application_template.webhooks:read',
  // Agents read the ids, which are the common names of certificates.
  'Application.auths': 'open',
  'AppSystemAuth.auth': { unlessIssued: 'application.auths:read' },
  'AppSystemAuth.origin': 'application.auths:read',
  'AppSystemAuth.certificates': 'application.auths:read',
  'AppSystemAuth.cloneSuspicions': 'application.auths:read',
  'Runtime.webhooks': 'runtime.webhooks:read',
  'Runtime.auths': 'runtime.auths:read',
  'RuntimeSystemAuth.auth': { unlessIssued: 'runtime.auths:read' },
  'RuntimeSystemAuth.origin': 'runtime.auths:read',
  'RuntimeSystemAuth.certificates': 'runtime.auths:read',
  'RuntimeSystemAuth.cloneSuspicions': 'runtime.auths:read',
  'IntegrationSystem.auths': 'integration_system.auths:read',
  'IntSysSystemAuth.auth': { unlessIssued: 'integration_system.auths:read' },
  'IntSysSystemAuth.origin': 'integration_system.auths:read',
  'IntSysSystemAuth.certificates': 'integration_system.auths:read',
  'IntSysSystemAuth.cloneSuspicions': 'integration_system.auths:read',
  // The list leaves out certificates of credentials that the caller may not read.
  'CertificatePage.data': 'open',
  'Certificate.systemAuth': 'open',
  'FormationTemplate.webhooks': 'open',
  'Webhook.auth': ofOwner,
  'Webhook.signingSecret': ofOwner,
  'APIDefinition.defaultAuth': 'bundle.instance_auths:read',
  'APIRuntimeAuth.auth': 'bundle.instance_auths:read',
  'Bundle.defaultInstanceAuth': 'bundle.instance_auths:read',
  'Bundle.instanceAuth': 'bundle.instance_auths:read',
  'Bundle.instanceAuths': 'bundle.instance_auths:read',
  'BundleInstanceAuth.auth': 'bundle.instance_auths:read',
  'APISpec.fetchRequest': 'api_spec.fetch_request:read',
  'EventSpec.fetchRequest': 'event_spec.fetch_request:read',
  'Document.fetchRequest': 'document.fetch_request:read',
  'FetchRequest.auth': 'fetch_request.auth:read',
  // An address, which is no credential.
  'ApplicationEventingConfiguration.defaultURLForTokens': 'open',
};
