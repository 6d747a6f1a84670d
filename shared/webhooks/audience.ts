import { type TenantId, tenantId } from '../core/tenant-id.ts';
import type { EventOf } from '../events/domain-event.ts';
import type { FormationReference } from '../events/event-metadata.ts';
import { formationReferences } from '../events/event-metadata.ts';
import type { NotifyingEvent } from '../events/notifying-events.ts';
import type { FormationRepository } from '../formations/formation-repository.ts';
import type { FormationMembership } from '../formations/membership.ts';

/** A Runtime whose change concerns the Applications of some formations. */
export interface ConcernedRuntime {
  readonly runtimeId: string;
  readonly formations: readonly FormationReference[];
  /** Time of its latest change, unless the event itself says in which formations it was. */
  readonly changedAt?: string;
}

/** The receivers of an event: all Applications in the formations of some Runtimes, and single Applications. */
export interface Audience {
  readonly runtimes: readonly ConcernedRuntime[];
  readonly applications: readonly {
    readonly applicationId: string;
    readonly runtimeId?: string;
    readonly formations: FormationReference[];
  }[];
}

export interface AudienceDeps {
  readonly runtimes: {
    find(tenant: TenantId, id: string): Promise<(FormationMembership & { readonly id: string; readonly updatedAt: string }) | undefined>;
  };
  readonly formations: Pick<FormationRepository, 'listMembers'>;
}

const noAudience: Audience = { runtimes: [], applications: [] };

export function audienceOf(event: NotifyingEvent, deps: AudienceDeps): Audience | Promise<Audience> {
  switch (event['detail-type']) {
    case 'RuntimeConnected':
    case 'RuntimeEventingUrlChanged': {
      const { runtimeId, formations } = event.detail.data;
      return { runtimes: [{ runtimeId, formations }], applications: [] };
    }
    case 'DefaultEventingChanged':
      return ofDefaultEventing(event.detail, deps);
    case 'FormationAssigned':
    case 'FormationUnassigned':
      return ofAssignment(event.detail, deps);
    case 'BundleInstanceAuthRequested':
    case 'BundleInstanceAuthDeletionRequested':
      return ofInstanceAuth(event.detail.data);
  }
}

async function ofDefaultEventing({ metadata, data }: EventOf<'DefaultEventingChanged'>['detail'], deps: AudienceDeps): Promise<Audience> {
  const tenant = tenantId(metadata.tenant);
  const ids = [data.runtimeId, data.previousRuntimeId].filter((id) => id !== undefined);
  const found = await Promise.all(ids.map((id) => deps.runtimes.find(tenant, id)));
  // One that is gone keeps its position.
  const runtimes = found.map((runtime, index) => ({
    runtimeId: ids[index] ?? '',
    formations: formationReferences(runtime?.formations ?? {}),
    changedAt: runtime?.updatedAt,
  }));
  return { runtimes, applications: [{ applicationId: data.applicationId, runtimeId: ids[0], formations: [] }] };
}

async function ofAssignment({ metadata, data }: EventOf<'FormationAssigned'>['detail'], deps: AudienceDeps): Promise<Audience> {
  const { formationId: id, formationName: name, objectType, objectId } = data;
  const formations = [{ id, name }];
  if (objectType === 'RUNTIME') return { runtimes: [{ runtimeId: objectId, formations }], applications: [] };
  const concerned = await hasRuntime(tenantId(metadata.tenant), id, deps);
  return concerned ? { runtimes: [], applications: [{ applicationId: objectId, formations }] } : noAudience;
}

/** Credentials concern only the Application that provides them. */
const ofInstanceAuth = ({ applicationId, runtimeId }: EventOf<'BundleInstanceAuthRequested'>['detail']['data']): Audience => ({
  runtimes: [],
  applications: [{ applicationId, runtimeId, formations: [] }],
});

const hasRuntime = async (tenant: TenantId, formationId: string, { formations }: AudienceDeps): Promise<boolean> =>
  (await formations.listMembers(tenant, formationId, 'RUNTIME', { first: 1 })).data.length > 0;
