import { describe, expect, it } from 'vitest';
import { descriptionFields } from '#shared/applications/application.ts';
import { detailSchema } from '#shared/events/domain-event.ts';
import { eventIdOf } from '#shared/events/event-id.ts';
import type { Image } from '#shared/table/changes/change.ts';
import { eventsOf } from '#shared/table/changes/events-of-change.ts';
import { aCertificate, aChange, aMemberImage, anApplicationImage, aRuntimeImage, aSystemAuthImage } from '#test/support/change-builders.ts';

const application = { applicationId: 'app-1', name: 'orders' };
const runtime = { runtimeId: 'rt-1', name: 'cluster' };
const formations = [{ id: 'f-1', name: 'production' }];
const holder = { authId: 'auth-1', ownerKind: 'runtime', ownerId: 'rt-1' };
const itself = { kind: 'runtime', id: 'rt-1' };
const notAfter = '2026-01-08T00:00:00.000Z';
const revocation = { serialNumber: '0a', issuer: 'ca', notAfter };
const retired = { ...revocation, generation: 1 };
const connected = { status: { condition: 'CONNECTED', timestamp: '2026-01-02T00:00:00.000Z' } };
const withUrl = (url: string) => ({ labels: { runtime_eventServiceUrl: url } });
const definition = (type: string): Image => ({ type, applicationId: 'app-1', bundleId: 'b-1', id: 'd-1', name: 'API' });
const textOwner = { applicationId: 'app-1', bundleId: 'b-1', ownerId: 'd-1' };
const fetchRequest = (id: string, condition = 'INITIAL') => ({ id, url: 'https://example.com', status: { condition } });
const definitionData = { applicationId: 'app-1', bundleId: 'b-1', name: 'API' };
const operation = (operation: string, state: string, rest: Image = {}): Image => ({
  type: 'Operation',
  id: 'op-1',
  runtimeId: 'rt-1',
  driver: 'process',
  operation,
  state,
  ...rest,
});
const operationData = { operationId: 'op-1', runtimeId: 'rt-1', driver: 'process' };
const lastError = { step: 'check-agent', code: 'AgentNotConnected', message: 'not in time' };

interface Case {
  when: string;
  before?: Image;
  after?: Image;
  says: Record<string, unknown>;
}

const client = { type: 'SystemAuth', id: 'auth-1', ownerKind: 'integration_system', ownerId: 'is-1', client: { clientId: 'c1' } };
const clientData = { authId: 'auth-1', ownerKind: 'integration_system', ownerId: 'is-1', clientId: 'c1' };
const system = (image: Image = {}): Image => ({
  type: 'IntegrationSystem',
  id: 'is-1',
  name: 'provisioner',
  applicationCount: 0,
  ...image,
});
const systemData = { integrationSystemId: 'is-1', name: 'provisioner' };

const cases: Case[] = [
  { when: 'an OAuth client is given out', after: client, says: { ClientCredentialsIssued: clientData } },
  { when: 'an OAuth client is used', before: client, after: { ...client, connected: true, lastSeenAt: 'now' }, says: {} },
  { when: 'an OAuth client is taken back', before: client, says: { ClientCredentialsRevoked: clientData } },
  { when: 'an integration system appears', after: system(), says: { IntegrationSystemRegistered: systemData } },
  {
    when: 'an integration system is renamed',
    before: system({ name: 'old' }),
    after: system(),
    says: { IntegrationSystemUpdated: { ...systemData, changed: ['name'] } },
  },
  { when: 'an Application is counted on its integration system', before: system(), after: system({ applicationCount: 1 }), says: {} },
  { when: 'an integration system goes', before: system(), says: { IntegrationSystemUnregistered: systemData } },
  { when: 'an Application appears', after: anApplicationImage(), says: { ApplicationRegistered: { ...application, formations } } },
  {
    when: 'an Application appears connected',
    after: anApplicationImage(connected),
    says: { ApplicationRegistered: { ...application, formations }, ApplicationConnected: application },
  },
  { when: 'an Application goes', before: anApplicationImage(), says: { ApplicationUnregistered: application } },
  {
    when: 'an Application changes its description and labels',
    before: anApplicationImage(),
    after: anApplicationImage({ description: 'new', labels: { team: ['a'] } }),
    says: { ApplicationUpdated: { ...application, changed: ['description', 'labels'] } },
  },
  ...descriptionFields.map((field) => ({
    when: `an Application changes its ${field}`,
    before: anApplicationImage({ [field]: 'old' }),
    after: anApplicationImage({ [field]: 'new' }),
    says: { ApplicationUpdated: { ...application, changed: [field] } },
  })),
  {
    when: 'an Application connects',
    before: anApplicationImage(),
    after: anApplicationImage(connected),
    says: {
      ApplicationStatusChanged: { ...application, condition: 'CONNECTED', previousCondition: 'INITIAL' },
      ApplicationConnected: application,
    },
  },
  {
    when: 'default eventing is set',
    before: anApplicationImage(),
    after: anApplicationImage({ defaultEventingRuntimeId: 'rt-1' }),
    says: { DefaultEventingChanged: { applicationId: 'app-1', runtimeId: 'rt-1' } },
  },
  {
    when: 'default eventing moves',
    before: anApplicationImage({ defaultEventingRuntimeId: 'rt-1' }),
    after: anApplicationImage({ defaultEventingRuntimeId: 'rt-2' }),
    says: { DefaultEventingChanged: { applicationId: 'app-1', runtimeId: 'rt-2', previousRuntimeId: 'rt-1' } },
  },
  {
    when: 'default eventing is deleted',
    before: anApplicationImage({ defaultEventingRuntimeId: 'rt-1' }),
    after: anApplicationImage(),
    says: { DefaultEventingChanged: { applicationId: 'app-1', previousRuntimeId: 'rt-1' } },
  },
  {
    when: 'an Application only joins a formation or names a webhook',
    before: anApplicationImage(),
    after: anApplicationImage({ formations: { 'f-1': 'production', 'f-2': 'test' }, configurationWebhookIds: ['w-1'], version: 4 }),
    says: {},
  },
  { when: 'a Runtime appears', after: aRuntimeImage(), says: { RuntimeRegistered: { ...runtime, formations } } },
  { when: 'a Runtime goes', before: aRuntimeImage(), says: { RuntimeUnregistered: runtime } },
  {
    when: 'a Runtime connects',
    before: aRuntimeImage(),
    after: aRuntimeImage(connected),
    says: {
      RuntimeStatusChanged: { ...runtime, condition: 'CONNECTED', previousCondition: 'PROVISIONING' },
      RuntimeConnected: { ...runtime, formations },
    },
  },
  {
    when: 'a Runtime fails',
    before: aRuntimeImage(connected),
    after: aRuntimeImage({ status: { condition: 'FAILED' } }),
    says: { RuntimeStatusChanged: { ...runtime, condition: 'FAILED', previousCondition: 'CONNECTED' } },
  },
  {
    when: 'a Runtime moves its eventing URL',
    before: aRuntimeImage(withUrl('https://old.example')),
    after: aRuntimeImage(withUrl('https://new.example')),
    says: {
      RuntimeEventingUrlChanged: {
        runtimeId: 'rt-1',
        eventingUrl: 'https://new.example',
        previousEventingUrl: 'https://old.example',
        formations,
      },
    },
  },
  {
    when: 'a Runtime changes its name and another label',
    before: aRuntimeImage(),
    after: aRuntimeImage({ name: 'cluster-2', labels: { region: 'eu' } }),
    says: { RuntimeUpdated: { runtimeId: 'rt-1', name: 'cluster-2', changed: ['name', 'labels'] } },
  },
  { when: 'a Runtime is written again as it was', before: aRuntimeImage(), after: aRuntimeImage({ version: 4 }), says: {} },
  {
    when: 'a Runtime is assigned',
    after: aMemberImage(),
    says: { FormationAssigned: { formationId: 'f-1', formationName: 'production', objectType: 'RUNTIME', objectId: 'rt-1' } },
  },
  {
    when: 'an Application is unassigned',
    before: aMemberImage({ objectType: 'APPLICATION', objectId: 'app-1' }),
    says: { FormationUnassigned: { formationId: 'f-1', formationName: 'production', objectType: 'APPLICATION', objectId: 'app-1' } },
  },
  {
    when: 'a formation appears',
    after: { type: 'Formation', id: 'f-1', name: 'production' },
    says: { FormationCreated: { formationId: 'f-1', formationName: 'production' } },
  },
  {
    when: 'a formation goes',
    before: { type: 'Formation', id: 'f-1', name: 'production' },
    says: { FormationDeleted: { formationId: 'f-1', formationName: 'production' } },
  },
  {
    when: 'a formation counts a member',
    before: { type: 'Formation', id: 'f-1', name: 'production', runtimeCount: 0 },
    after: { type: 'Formation', id: 'f-1', name: 'production', runtimeCount: 1 },
    says: {},
  },
  {
    when: 'a bundle appears',
    after: { type: 'Bundle', applicationId: 'app-1', id: 'b-1', name: 'API' },
    says: { BundleAdded: definitionData },
  },
  {
    when: 'an API definition appears',
    after: definition('ApiDefinition'),
    says: { ApiDefinitionAdded: { ...definitionData, apiDefinitionId: 'd-1' } },
  },
  {
    when: 'an API definition gets another specification, which is another item',
    before: definition('ApiDefinition'),
    after: { ...definition('ApiDefinition'), version: 4 },
    says: { ApiDefinitionUpdated: { ...definitionData, apiDefinitionId: 'd-1' } },
  },
  {
    when: 'an API definition is written again as it was',
    before: definition('ApiDefinition'),
    after: definition('ApiDefinition'),
    says: {},
  },
  {
    when: 'an event definition goes',
    before: definition('EventDefinition'),
    says: { EventDefinitionDeleted: { ...definitionData, eventDefinitionId: 'd-1' } },
  },
  {
    when: 'a definition appears that stands in no bundle',
    after: { ...definition('EventDefinition'), bundleId: undefined },
    says: { EventDefinitionAdded: { ...definitionData, bundleId: undefined, eventDefinitionId: 'd-1' } },
  },
  {
    when: 'a definition appears whose text is to be fetched',
    after: { ...definition('ApiDefinition'), fetchRequest: fetchRequest('w-1') },
    says: {
      ApiDefinitionAdded: { ...definitionData, apiDefinitionId: 'd-1' },
      SpecificationFetchRequested: { ...textOwner, ownerKind: 'API', fetchRequestId: 'w-1' },
    },
  },
  {
    when: 'a text is to be fetched again',
    before: { ...definition('Document'), fetchRequest: fetchRequest('w-1', 'SUCCEEDED') },
    after: { ...definition('Document'), fetchRequest: fetchRequest('w-2') },
    says: { SpecificationFetchRequested: { ...textOwner, ownerKind: 'DOCUMENT', fetchRequestId: 'w-2' } },
  },
  {
    when: 'a document changes whose text is still to be fetched',
    before: { ...definition('Document'), fetchRequest: fetchRequest('w-1') },
    after: { ...definition('Document'), fetchRequest: fetchRequest('w-1'), version: 4 },
    says: {},
  },
  {
    when: 'a document appears whose text cannot be fetched',
    after: { ...definition('Document'), fetchRequest: fetchRequest('w-1', 'FAILED') },
    says: {},
  },
  {
    when: 'a document was fetched into an object',
    before: { ...definition('Document'), fetchRequest: fetchRequest('w-1') },
    after: { ...definition('Document'), fetchRequest: fetchRequest('w-1', 'SUCCEEDED'), text: { bytes: 1, objectKey: 'k-1' } },
    says: {},
  },
  {
    when: 'a text leaves its object for another',
    before: { ...definition('Document'), text: { bytes: 1, objectKey: 'k-1' } },
    after: { ...definition('Document'), text: { bytes: 1, objectKey: 'k-2' } },
    says: { SpecificationReleased: { applicationId: 'app-1', ownerId: 'd-1', objectKey: 'k-1' } },
  },
  {
    when: 'a text leaves its object for the table',
    before: { ...definition('Document'), text: { bytes: 1, objectKey: 'k-1' } },
    after: { ...definition('Document'), text: { bytes: 1 } },
    says: { SpecificationReleased: { applicationId: 'app-1', ownerId: 'd-1', objectKey: 'k-1' } },
  },
  {
    when: 'a definition goes that had an object',
    before: { ...definition('EventDefinition'), text: { bytes: 1, objectKey: 'k-1' } },
    says: {
      EventDefinitionDeleted: { ...definitionData, eventDefinitionId: 'd-1' },
      SpecificationReleased: { applicationId: 'app-1', ownerId: 'd-1', objectKey: 'k-1' },
    },
  },
  {
    when: 'a document changes and keeps its object',
    before: { ...definition('Document'), text: { bytes: 1, objectKey: 'k-1' } },
    after: { ...definition('Document'), text: { bytes: 1, objectKey: 'k-1' }, version: 4 },
    says: {},
  },
  { when: 'a one-time token is issued', after: aSystemAuthImage({ token: { digest: 'x' } }), says: {} },
  {
    when: 'an owner asks for another credential with a certificate of its own',
    after: aSystemAuthImage({ id: 'auth-2', token: { digest: 'x' }, origin: { ...itself, authId: 'auth-1', fingerprint: 'aa' } }),
    says: { CredentialDerived: { ...holder, authId: 'auth-2', derivedFrom: 'auth-1', fingerprint: 'aa' } },
  },
  {
    when: 'an owner asks for an OAuth client with one of its own',
    after: { ...client, id: 'auth-2', origin: { kind: 'integration_system', id: 'is-1', authId: 'auth-1' } },
    says: {
      CredentialDerived: { authId: 'auth-2', ownerKind: 'integration_system', ownerId: 'is-1', derivedFrom: 'auth-1' },
      ClientCredentialsIssued: { authId: 'auth-2', ownerKind: 'integration_system', ownerId: 'is-1', clientId: 'c1' },
    },
  },
  {
    when: 'an integration system asks for a credential of a Runtime',
    after: aSystemAuthImage({ token: { digest: 'x' }, origin: { kind: 'integration_system', id: 'is-1', authId: 'auth-9' } }),
    says: {},
  },
  {
    when: 'a derived credential gets its certificate',
    before: aSystemAuthImage({ origin: { ...itself, authId: 'auth-0' } }),
    after: aSystemAuthImage({ origin: { ...itself, authId: 'auth-0' }, certificate: aCertificate('aa') }),
    says: { CertificateIssued: { ...holder, fingerprint: 'aa', notAfter, serialNumber: '0a', issuer: 'ca', generation: 1 } },
  },
  {
    when: 'a System Auth is seen',
    before: aSystemAuthImage({ certificate: aCertificate('aa') }),
    after: aSystemAuthImage({ certificate: aCertificate('aa'), lastSeenAt: '2026-01-02T00:00:00.000Z', connected: true }),
    says: {},
  },
  {
    when: 'a certificate is issued',
    before: aSystemAuthImage(),
    after: aSystemAuthImage({ certificate: aCertificate('aa') }),
    says: { CertificateIssued: { ...holder, fingerprint: 'aa', notAfter, serialNumber: '0a', issuer: 'ca', generation: 1 } },
  },
  {
    when: 'a certificate is revoked',
    before: aSystemAuthImage({ certificate: aCertificate('aa') }),
    after: aSystemAuthImage({ certificate: aCertificate('aa'), revoked: { aa: revocation } }),
    says: { CertificateRevoked: { ...holder, fingerprint: 'aa', ...revocation, reason: 'REVOKED' } },
  },
  {
    when: 'a certificate is renewed, which leaves the one before valid',
    before: aSystemAuthImage({ certificate: aCertificate('aa') }),
    after: aSystemAuthImage({ certificate: { ...aCertificate('bb'), generation: 2 }, retired: { aa: retired } }),
    says: { CertificateIssued: { ...holder, fingerprint: 'bb', notAfter, serialNumber: '0a', issuer: 'ca', generation: 2 } },
  },
  {
    when: 'a certificate is issued instead of another',
    before: aSystemAuthImage({ certificate: { ...aCertificate('bb'), generation: 2 }, retired: { aa: retired } }),
    after: aSystemAuthImage({
      certificate: { ...aCertificate('cc'), generation: 3 },
      retired: { aa: retired, bb: { ...revocation, generation: 2, replaced: true } },
    }),
    says: {
      CertificateIssued: { ...holder, fingerprint: 'cc', notAfter, serialNumber: '0a', issuer: 'ca', generation: 3 },
      CertificateRevoked: { ...holder, fingerprint: 'bb', ...revocation, reason: 'SUPERSEDED' },
    },
  },
  {
    when: 'a certificate is forgotten that is still valid, because too many came after it',
    before: aSystemAuthImage({ certificate: aCertificate('bb'), retired: { aa: retired } }),
    after: aSystemAuthImage({ certificate: aCertificate('bb') }),
    says: { CertificateRevoked: { ...holder, fingerprint: 'aa', ...revocation, reason: 'SUPERSEDED' } },
  },
  {
    when: 'a certificate is forgotten that has ended',
    before: aSystemAuthImage({ certificate: aCertificate('bb'), retired: { aa: { ...retired, notAfter: '2025-12-30T00:00:00.000Z' } } }),
    after: aSystemAuthImage({ certificate: aCertificate('bb') }),
    says: {},
  },
  {
    when: 'a System Auth goes with a valid certificate',
    before: aSystemAuthImage({ certificate: aCertificate('aa') }),
    says: { CertificateRevoked: { ...holder, fingerprint: 'aa', ...revocation, reason: 'PAIRING_REMOVED' } },
  },
  {
    when: 'a certificate is forgotten that was revoked and has expired',
    before: aSystemAuthImage({ revoked: { aa: revocation } }),
    after: aSystemAuthImage(),
    says: {},
  },
  {
    when: 'a copied key is suspected',
    before: aSystemAuthImage(),
    after: aSystemAuthImage({ suspected: { aa: { ...revocation, reason: 'SUCCESSOR_IN_USE' } } }),
    says: { CertificateCloneSuspected: { ...holder, fingerprint: 'aa', ...revocation, reason: 'SUCCESSOR_IN_USE' } },
  },
  {
    when: 'a certificate is presented that was never issued',
    before: aSystemAuthImage(),
    after: aSystemAuthImage({ suspected: { aa: { ...revocation, reason: 'NOT_RECORDED' } } }),
    says: { CertificateCloneSuspected: { ...holder, fingerprint: 'aa', ...revocation, reason: 'NOT_RECORDED' } },
  },
  { when: 'a provisioning starts', after: operation('Provision', 'Pending'), says: { ProvisioningStarted: operationData } },
  {
    when: 'a provisioning is worked on',
    before: operation('Provision', 'Pending'),
    after: operation('Provision', 'InProgress'),
    says: {},
  },
  {
    when: 'a provisioning succeeds',
    before: operation('Provision', 'InProgress'),
    after: operation('Provision', 'Succeeded'),
    says: { ProvisioningSucceeded: operationData },
  },
  {
    when: 'a deprovisioning fails',
    before: operation('Deprovision', 'InProgress'),
    after: operation('Deprovision', 'Failed', { lastError }),
    says: { DeprovisioningFailed: { ...operationData, ...lastError } },
  },
  { when: 'a delivery is recorded', after: { type: 'Delivery' }, says: {} },
  { when: 'a counter moves', before: { type: 'Counter' }, after: { type: 'Counter' }, says: {} },
];

describe('eventsOf', () => {
  it.each(cases)('says $says when $when', ({ before, after, says }) => {
    const events = eventsOf(aChange({ before, after }));
    expect(Object.fromEntries(events.map(({ detailType, detail }) => [detailType, detail.data]))).toEqual(says);
    for (const { detailType, detail } of events) expect(detailSchema(detailType).parse(detail)).toEqual(detail);
  });

  it('gives an event the same id whenever the change is read, and every event of a change its own', () => {
    const change = aChange({ after: anApplicationImage(connected) });
    const ids = eventsOf(change).map(({ detail }) => detail.metadata.eventId);
    expect(eventsOf(change).map(({ detail }) => detail.metadata.eventId)).toEqual(ids);
    expect(new Set(ids).size).toBe(2);
    expect(eventsOf({ ...change, id: 'change-2' }).map(({ detail }) => detail.metadata.eventId)).not.toEqual(ids);
  });

  it('tells apart two certificates revoked in one change', () => {
    const after = aSystemAuthImage({ revoked: { aa: revocation, bb: revocation } });
    const ids = eventsOf(aChange({ before: aSystemAuthImage(), after })).map(({ detail }) => detail.metadata.eventId);
    expect(new Set(ids).size).toBe(2);
  });

  it('says of every certificate of a System Auth that goes that it is revoked, but for those that were', () => {
    const retired = { bb: { ...revocation, generation: 1 }, cc: { ...revocation, generation: 2 } };
    const before = aSystemAuthImage({ certificate: aCertificate('aa'), retired, revoked: { bb: revocation } });
    const told = eventsOf(aChange({ before })).map(({ detail }) => detail.data);
    expect(told).toEqual(['cc', 'aa'].map((fingerprint) => ({ ...holder, fingerprint, ...revocation, reason: 'PAIRING_REMOVED' })));
  });

  it('carries tenant, version, time and actor of the change', () => {
    const [event] = eventsOf(aChange({ after: aRuntimeImage() }));
    expect(event).toMatchObject({
      source: 'compass.director',
      detail: {
        metadata: { schemaVersion: 1, tenant: 'acme', entityVersion: 3, occurredAt: '2026-01-02T03:04:05.000Z', actor: 'user/alice' },
      },
    });
  });

  it('has the id of the assignment that began or ended, whichever record tells of it', () => {
    const member = aMemberImage({ changeId: 'c-1' });
    const idsOf = (image: { before?: Image; after?: Image }) =>
      ['r-1', 'r-2'].map((id) => eventsOf(aChange({ ...image, id }))[0]?.detail.metadata.eventId);
    const began = eventIdOf('c-1', 'FormationAssigned');
    const ended = eventIdOf('c-1', 'FormationUnassigned');
    expect(idsOf({ after: member })).toEqual([began, began]);
    expect(idsOf({ before: member })).toEqual([ended, ended]);
    const [one, other] = idsOf({ after: aMemberImage() });
    expect(one).not.toBe(other);
  });

  it('orders a deletion behind the last version and names no actor for it', () => {
    const [event] = eventsOf(aChange({ before: aRuntimeImage() }));
    expect(event?.detail.metadata).toMatchObject({ entityVersion: 4, actor: null });
  });

  it('names the part that speaks as the source', () => {
    const sourceFor = (after: Image) => eventsOf(aChange({ after }))[0]?.source;
    expect(sourceFor(aSystemAuthImage({ certificate: aCertificate('aa') }))).toBe('compass.connector');
    expect(sourceFor(operation('Provision', 'Pending'))).toBe('compass.provisioner');
  });

  it('says nothing when the table removed an item because its time was over', () => {
    expect(eventsOf(aChange({ before: aRuntimeImage(), expired: true }))).toEqual([]);
  });

  it.each([
    ['of a type nobody knows', { type: 'Surprise' }],
    ['without a type', {}],
    ['of a type that is a word of the language', { type: 'constructor' }],
    ['without the attributes its events need', { type: 'Runtime', id: 'rt-1' }],
    ['without a version', aRuntimeImage({ version: undefined })],
  ])('throws for an item %s', (_, after) => {
    expect(() => eventsOf(aChange({ after }))).toThrow(/unknown type|does not match its schema/);
  });
});
