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
import { type EntityReader, silent } from './entity-reader.ts';

/** Every type of item in the table. One that is missing here stops the relay rather than going unnoticed. */
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
  Tenant: silent,
  Sweep: silent,
  ApplicationTemplate: silent,
  HealthCheck: healthCheckReader,
  RuntimeLiveness: livenessReader,
  OAuthClient: silent,
  FormationTemplate: silent,
  AutomaticAssignment: silent,
  LabelDefinition: silent,
  Spec: silent,
  Webhook: silent,
  Delivery: silent,
  RuntimeProvisioning: silent,
  RevokedCertificate: silent,
  RevocationList: silent,
  UniqueName: silent,
  Counter: silent,
  HeldInstanceAuths: silent,
  QuotaCounts: silent,
  ConfigurationRevision: silent,
};
