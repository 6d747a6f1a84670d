import { applicationReader } from '#shared/table/applications/application-reader.ts';
import { apiDefinitionReader, bundleReader, documentReader, eventDefinitionReader } from '#shared/table/bundles/definition-readers.ts';
import { instanceAuthReader } from '#shared/table/bundles/instance-auth-reader.ts';
import { formationMemberReader, formationReader } from '#shared/table/formations/formation-readers.ts';
import { healthCheckReader } from '#shared/table/health-checks/health-check-reader.ts';
import { integrationSystemReader } from '#shared/table/integration-systems/integration-system-reader.ts';
import { livenessReader } from '#shared/table/liveness/liveness-reader.ts';
import { systemAuthReader } from '#shared/table/pairing/system-auth-reader.ts';
import { operationReader } from '#shared/table/provisioning/operation-reader.ts';
import { runtimeReader } from '#shared/table/runtimes/runtime-reader.ts';
import { webhookReader } from '#shared/table/webhooks/webhook-reader.ts';
import { type EntityReader, noEvents } from './entity-reader.ts';

/** Readers of every type of item in the table. An unknown type stops the relay. */
export const itemReaders: Readonly<Record<string, EntityReader>> = {
  Application: applicationReader,
  Runtime: runtimeReader,
  Formation: formationReader,
  FormationMember: formationMemberReader,
  Bundle: bundleReader,
  ApiDefinition: apiDefinitionReader,
  EventDefinition: eventDefinitionReader,
  Document: documentReader,
  BundleInstanceAuth: instanceAuthReader,
  SystemAuth: systemAuthReader,
  IntegrationSystem: integrationSystemReader,
  Operation: operationReader,
  Tenant: noEvents,
  Sweep: noEvents,
  ApplicationTemplate: noEvents,
  HealthCheck: healthCheckReader,
  RuntimeLiveness: livenessReader,
  OAuthClient: noEvents,
  SystemOfAllTenants: noEvents,
  FormationTemplate: noEvents,
  AutomaticAssignment: noEvents,
  LabelDefinition: noEvents,
  Spec: noEvents,
  Webhook: webhookReader,
  Delivery: noEvents,
  Endpoint: noEvents,
  RuntimeProvisioning: noEvents,
  RevokedCertificate: noEvents,
  RevocationList: noEvents,
  UniqueName: noEvents,
  Counter: noEvents,
  HeldInstanceAuths: noEvents,
  QuotaCounts: noEvents,
  ConfigurationRevision: noEvents,
  ConfigurationChange: noEvents,
  ApplicationView: noEvents,
  RequestCount: noEvents,
  Contact: noEvents,
};

/** Types of items whose changes raise no events, so that the relay need not be invoked for them. */
export const quietTypes: readonly string[] = Object.keys(itemReaders).filter((type) => itemReaders[type] === noEvents);
