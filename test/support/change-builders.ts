import type { Change, Image } from '#shared/table/changes/change.ts';

/** A change of one item at a fixed time; images are merged over what every entity has. */
export function aChange({ before, after, ...rest }: { before?: Image; after?: Image; id?: string; expired?: boolean }): Change {
  const entity = { tenant: 'acme', version: 3, changedBy: 'user/alice' };
  return {
    id: 'change-1',
    occurredAt: '2026-01-02T03:04:05.000Z',
    expired: false,
    ...rest,
    ...(before && { before: { ...entity, ...before } }),
    ...(after && { after: { ...entity, ...after } }),
  };
}

export const anApplicationImage = (image: Image = {}): Image => ({
  type: 'Application',
  id: 'app-1',
  name: 'orders',
  labels: {},
  status: { condition: 'INITIAL', timestamp: '2026-01-01T00:00:00.000Z' },
  formations: { 'f-1': 'production' },
  configurationWebhookIds: [],
  ...image,
});

export const aRuntimeImage = (image: Image = {}): Image => ({
  type: 'Runtime',
  id: 'rt-1',
  name: 'cluster',
  labels: {},
  status: { condition: 'PROVISIONING', timestamp: '2026-01-01T00:00:00.000Z' },
  formations: { 'f-1': 'production' },
  ...image,
});

export const aMemberImage = (image: Image = {}): Image => ({
  type: 'FormationMember',
  formationId: 'f-1',
  formationName: 'production',
  objectType: 'RUNTIME',
  objectId: 'rt-1',
  ...image,
});

export const aSystemAuthImage = (image: Image = {}): Image => ({
  type: 'SystemAuth',
  id: 'auth-1',
  ownerKind: 'runtime',
  ownerId: 'rt-1',
  retired: {},
  revoked: {},
  suspected: {},
  connected: false,
  ...image,
});

export const aCertificate = (fingerprint: string) => ({
  generation: 1,
  fingerprint,
  serialNumber: '0a',
  issuer: 'ca',
  notBefore: '2026-01-01T00:00:00.000Z',
  notAfter: '2026-01-08T00:00:00.000Z',
  pem: 'PEM',
});
