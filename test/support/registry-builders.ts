import type { ApplicationTemplate } from '#shared/application-templates/application-template.ts';
import type { Application } from '#shared/applications/application.ts';
import type { BundleContents } from '#shared/bundles/bundle.ts';
import type { BundleInstanceAuth } from '#shared/bundles/instance-auth.ts';
import { newId } from '#shared/core/ids.ts';
import { type TenantId, tenantId } from '#shared/core/tenant-id.ts';
import { defaultTemplate } from '#shared/formations/default-template.ts';
import type { Formation } from '#shared/formations/formation.ts';
import type { AuthOwner, SystemAuth } from '#shared/pairing/system-auth.ts';
import type { Runtime } from '#shared/runtimes/runtime.ts';
import type { Webhook, WebhookOwner } from '#shared/webhooks/webhook.ts';

const born = '2026-01-01T00:00:00.000Z';

export const anApplication = (given: Partial<Application> = {}): Application => ({
  tenant: tenantId('tenant'),
  id: newId(),
  name: 'shop',
  labels: {},
  status: { condition: 'INITIAL', timestamp: born },
  formations: {},
  configurationWebhookIds: [],
  createdAt: born,
  updatedAt: born,
  version: 1,
  changedBy: 'user/alice',
  ...given,
});

export const aRuntime = (given: Partial<Runtime> = {}): Runtime => ({
  tenant: tenantId('tenant'),
  id: newId(),
  name: 'berlin',
  labels: {},
  status: { condition: 'INITIAL', timestamp: born },
  formations: {},
  createdAt: born,
  updatedAt: born,
  version: 1,
  changedBy: 'user/alice',
  ...given,
});

export const aFormation = (given: Partial<Formation> = {}): Formation => ({
  tenant: tenantId('tenant'),
  id: newId(),
  name: 'sales',
  formationTemplateId: defaultTemplate.id,
  state: 'READY',
  applicationCount: 0,
  runtimeCount: 0,
  version: 1,
  changedBy: 'user/alice',
  ...given,
});

export const anInstanceAuth = (given: Partial<BundleInstanceAuth> = {}): BundleInstanceAuth => ({
  tenant: tenantId('tenant'),
  applicationId: newId(),
  bundleId: newId(),
  id: newId(),
  status: { condition: 'PENDING', timestamp: born, reason: 'CredentialsNotProvided', message: 'Credentials were not yet provided.' },
  createdAt: born,
  updatedAt: born,
  version: 1,
  changedBy: 'user/alice',
  ...given,
});

export const aWebhook = (owner: WebhookOwner): Webhook => ({
  owner,
  id: newId(),
  type: 'CONFIGURATION_CHANGED',
  url: 'https://shop.example.com/hook',
  secrets: [],
  createdAt: born,
  version: 1,
  changedBy: 'user/alice',
});

export const aSystemAuth = (owner: AuthOwner): SystemAuth => ({
  id: newId(),
  owner,
  version: 1,
  createdAt: born,
  retired: {},
  revoked: {},
  suspected: {},
  connected: false,
  changedBy: 'user/alice',
});

/** The System Auth with a certificate that ends then, and has its id as the fingerprint unless another is given. */
export const certified = (auth: SystemAuth, notAfter: string, fingerprint: string = auth.id): SystemAuth => {
  const known = { serialNumber: '0a', issuer: 'ca', notBefore: born, notAfter, pem: 'PEM', csrDigest: 'csr' };
  return { ...auth, certificate: { ...known, generation: 1, fingerprint } };
};

export const anApplicationTemplate = (tenant: TenantId, id: string = newId()): ApplicationTemplate => ({
  tenant,
  id,
  name: `template-${id}`,
  applicationInput: 'sealed',
  placeholders: [],
  labels: {},
  configurationWebhookIds: [],
  applicationCount: 0,
  createdAt: born,
  updatedAt: born,
  version: 1,
  changedBy: 'user/alice',
});

/** A bundle with as many API definitions. */
export function aBundle(tenant: TenantId, applicationId: string, definitions: number): BundleContents {
  const owned = () => ({ tenant, applicationId, id: newId(), createdAt: born, updatedAt: born, version: 1, changedBy: 'user/alice' });
  const bundle = { ...owned(), name: 'orders' };
  const apiDefinitions = Array.from({ length: definitions }, (_, index) => ({
    ...owned(),
    bundleId: bundle.id,
    name: `api-${index}`,
    targetURL: 'https://shop.example.com',
  }));
  return { bundle, apiDefinitions, eventDefinitions: [], documents: [], texts: [] };
}
