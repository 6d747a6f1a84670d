import type { Application } from '#shared/applications/application.ts';
import type { BundleInstanceAuth } from '#shared/bundles/instance-auth.ts';
import { newId } from '#shared/core/ids.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { defaultTemplate } from '#shared/formations/default-template.ts';
import type { Formation } from '#shared/formations/formation.ts';
import type { Runtime } from '#shared/runtimes/runtime.ts';

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
