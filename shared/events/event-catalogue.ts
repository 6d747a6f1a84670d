import * as z from 'zod';
import { formationReference } from './event-metadata.ts';

const application = { applicationId: z.string(), name: z.string() };
const system = { integrationSystemId: z.string(), name: z.string() };
const webhook = {
  webhookId: z.string(),
  ownerKind: z.enum(['application', 'runtime', 'application_template']),
  ownerId: z.string(),
};
const credential = z.object({
  authId: z.string(),
  ownerKind: z.enum(['application', 'runtime', 'integration_system']),
  ownerId: z.string(),
});
const client = credential.extend({ clientId: z.string() });
const runtime = { runtimeId: z.string(), name: z.string() };
const formations = z.array(formationReference);
const formation = { formationId: z.string(), formationName: z.string() };
const assignment = z.object({ ...formation, objectType: z.enum(['APPLICATION', 'RUNTIME']), objectId: z.string() });
const bundle = z.object({ applicationId: z.string(), bundleId: z.string(), name: z.string() });
const definition = z.object({
  applicationId: z.string(),
  bundleId: z.string().optional().describe('Absent for a definition that stands in no bundle.'),
  name: z.string(),
});
const apiDefinition = definition.extend({ apiDefinitionId: z.string() });
const eventDefinition = definition.extend({ eventDefinitionId: z.string() });
const instanceAuth = z.object({
  applicationId: z.string(),
  bundleId: z.string(),
  bundleInstanceAuthId: z.string(),
  runtimeId: z.string().optional().describe('Absent if a user asked on behalf of no Runtime.'),
});
/** The objects that may have a text of their own. */
const textOwnerKinds = ['API', 'EVENT', 'DOCUMENT'] as const;
export type TextOwnerKind = (typeof textOwnerKinds)[number];
const holder = { authId: z.string(), ownerKind: z.enum(['application', 'runtime']), ownerId: z.string() };
const certificate = {
  fingerprint: z.string().describe('SHA-256 of the DER encoding, lower-case hexadecimal.'),
  serialNumber: z.string().describe('Lower-case hexadecimal.'),
  issuer: z.string().describe('SHA-256 of the public key of the authority that issued it, lower-case hexadecimal.'),
  notAfter: z.string(),
};
const operation = z.object({ operationId: z.string(), runtimeId: z.string(), driver: z.string() });
const failure = operation.extend({ step: z.string(), code: z.string(), message: z.string() });

const directorEvents = {
  ApplicationRegistered: z.object({ ...application, formations: z.array(formationReference) }),
  ApplicationUpdated: z.object({ ...application, changed: z.array(z.string()) }),
  ApplicationStatusChanged: z.object({ ...application, condition: z.string(), previousCondition: z.string() }),
  ApplicationConnected: z.object(application),
  ApplicationUnregistered: z.object(application),
  DefaultEventingChanged: z.object({
    applicationId: z.string(),
    runtimeId: z.string().optional(),
    previousRuntimeId: z.string().optional(),
  }),
  ApplicationHealthChanged: z.object({
    applicationId: z.string(),
    condition: z.string(),
    previousCondition: z.string().optional().describe('Absent with the first probe of a URL.'),
    message: z.string().optional(),
  }),
  WebhookDisabled: z.object({
    ...webhook,
    reason: z.enum(['GONE', 'FAILING']).describe('GONE: the endpoint answered 410. FAILING: every attempt failed for five days.'),
  }),
  IntegrationSystemRegistered: z.object(system),
  IntegrationSystemUpdated: z.object({ ...system, changed: z.array(z.string()) }),
  IntegrationSystemUnregistered: z.object(system),
  CredentialDerived: credential.extend({
    derivedFrom: z.string().describe('The System Auth that was used to ask for it, and with which it ends.'),
    fingerprint: z
      .string()
      .optional()
      .describe('SHA-256 of the certificate that was presented, lower-case hexadecimal; absent for an OAuth client.'),
  }),
  ClientCredentialsIssued: client,
  ClientCredentialsRevoked: client,
  RuntimeRegistered: z.object({ ...runtime, formations }),
  RuntimeUpdated: z.object({ ...runtime, changed: z.array(z.string()) }),
  RuntimeStatusChanged: z.object({ ...runtime, condition: z.string(), previousCondition: z.string() }),
  RuntimeConnected: z.object({ ...runtime, formations }),
  RuntimeDisconnected: z.object({ runtimeId: z.string(), lastSeenAt: z.string().optional() }),
  RuntimeReconnected: z.object({ runtimeId: z.string(), lastSeenAt: z.string().optional() }),
  RuntimeEventingUrlChanged: z.object({
    runtimeId: z.string(),
    eventingUrl: z.string(),
    previousEventingUrl: z.string(),
    formations,
  }),
  RuntimeUnregistered: z.object(runtime),
  FormationCreated: z.object(formation),
  FormationDeleted: z.object(formation),
  FormationAssigned: assignment,
  FormationUnassigned: assignment,
  BundleAdded: bundle,
  BundleUpdated: bundle,
  BundleDeleted: bundle,
  ApiDefinitionAdded: apiDefinition,
  ApiDefinitionUpdated: apiDefinition,
  ApiDefinitionDeleted: apiDefinition,
  EventDefinitionAdded: eventDefinition,
  EventDefinitionUpdated: eventDefinition,
  EventDefinitionDeleted: eventDefinition,
  BundleInstanceAuthRequested: instanceAuth,
  BundleInstanceAuthDeletionRequested: instanceAuth,
  SpecificationFetchRequested: z.object({
    applicationId: z.string(),
    bundleId: z.string().optional().describe('Absent for a definition that stands in no bundle.'),
    ownerKind: z.enum(textOwnerKinds),
    ownerId: z.string().describe('Of the definition or document.'),
    fetchRequestId: z.string().describe('Another one each time it is to be fetched.'),
  }),
  SpecificationReleased: z.object({
    applicationId: z.string(),
    ownerId: z.string().describe('Of the definition or document that had the text.'),
    objectKey: z.string().describe('The object in the bucket of specifications that nothing points to any more.'),
  }),
} as const;

const connectorEvents = {
  CertificateIssued: z.object({ ...holder, ...certificate, generation: z.int().positive() }),
  CertificateRevoked: z.object({ ...holder, ...certificate, reason: z.enum(['REVOKED', 'SUPERSEDED', 'PAIRING_REMOVED']) }),
  CertificateCloneSuspected: z.object({
    ...holder,
    ...certificate,
    reason: z.enum(['OLDER_GENERATION', 'SUCCESSOR_IN_USE', 'REPLACED', 'NOT_RECORDED']),
  }),
} as const;

const provisionerEvents = {
  ProvisioningStarted: operation,
  ProvisioningSucceeded: operation,
  ProvisioningFailed: failure,
  DeprovisioningStarted: operation,
  DeprovisioningSucceeded: operation,
  DeprovisioningFailed: failure,
  ReconnectingStarted: operation,
  ReconnectingSucceeded: operation,
  ReconnectingFailed: failure,
  UpgradingStarted: operation,
  UpgradingSucceeded: operation,
  UpgradingFailed: failure,
} as const;

/** The data of every event by its detail type: a contract with the receivers on the bus. */
export const eventCatalogue = { ...directorEvents, ...connectorEvents, ...provisionerEvents } as const;

export type DetailType = keyof typeof eventCatalogue;
export type EventData<T extends DetailType> = z.infer<(typeof eventCatalogue)[T]>;
export type EventSource = 'compass.director' | 'compass.connector' | 'compass.provisioner';

export function sourceOf(detailType: DetailType): EventSource {
  if (detailType in connectorEvents) return 'compass.connector';
  if (detailType in provisionerEvents) return 'compass.provisioner';
  return 'compass.director';
}
