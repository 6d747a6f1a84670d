import { createHash } from 'node:crypto';
import * as z from 'zod';
import { AppError } from '../core/errors.ts';
import { applicationReader } from './application-reader.ts';
import type { Change } from './change.ts';
import { systemAuthReader } from './client-credentials-reader.ts';
import { apiDefinitionReader, bundleReader, documentReader, eventDefinitionReader } from './definition-readers.ts';
import { type DomainEvent, sourceOf } from './domain-event.ts';
import { type EntityReader, silent } from './entity-reader.ts';
import type { EventDraft } from './event-draft.ts';
import { formationMemberReader, formationReader } from './formation-readers.ts';
import { healthCheckReader } from './health-check-reader.ts';
import { instanceAuthReader } from './instance-auth-reader.ts';
import { integrationSystemReader } from './integration-system-reader.ts';
import { livenessReader } from './liveness-reader.ts';
import { operationReader } from './operation-reader.ts';
import { runtimeReader } from './runtime-reader.ts';

/** Every type of item in the table. One that is missing here stops the relay rather than going unnoticed. */
export const readers: Readonly<Record<string, EntityReader>> = {
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
  ConfigurationRevision: silent,
};

/** What all entities with events have in common. */
const entityImage = z.object({ tenant: z.string(), version: z.number(), changedBy: z.string() });

/** The domain events that a committed change means. Throws InternalError for a change that cannot be understood. */
export function eventsOf(change: Change): DomainEvent[] {
  if (change.expired) return [];
  const image = change.after ?? change.before;
  const type = String(image?.type);
  const read = Object.hasOwn(readers, type) ? readers[type] : undefined;
  if (!read) throw new AppError('InternalError', 'a change of an unknown type of item', { details: { type, change: change.id } });
  try {
    return read(change.before, change.after).map((draft) => eventOf(draft, change));
  } catch (cause) {
    throw new AppError('InternalError', 'a change that cannot be understood', { details: { type, change: change.id }, cause });
  }
}

function eventOf({ detailType, data, key }: EventDraft, change: Change): DomainEvent {
  const { tenant, version, changedBy } = entityImage.parse(change.after ?? change.before);
  const metadata = {
    eventId: eventIdOf(change.id, detailType, key),
    schemaVersion: 1 as const,
    tenant,
    // A deletion comes after the last version there was; what it leaves behind names who changed that, not who deleted it.
    entityVersion: change.after ? version : version + 1,
    occurredAt: change.occurredAt,
    actor: change.after ? changedBy : null,
  };
  return { source: sourceOf(detailType), detailType, detail: { metadata, data } } as DomainEvent;
}

function eventIdOf(changeId: string, detailType: string, key = ''): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([changeId, detailType, key]))
    .digest('hex');
  return `evt_${digest.slice(0, 32)}`;
}
