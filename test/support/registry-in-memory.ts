import type { Application } from '#shared/applications/application.ts';
import { AppError, concurrentUpdate, notFound } from '#shared/core/errors.ts';
import type { Page, PageRequest } from '#shared/core/page.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import type { AutomaticAssignment } from '#shared/formations/automatic-assignment.ts';
import type { AutomaticAssignmentRepository } from '#shared/formations/automatic-assignment-repository.ts';
import type { Formation, FormationMember, FormationObjectType } from '#shared/formations/formation.ts';
import type { FormationTemplate } from '#shared/formations/formation-template.ts';
import type { Runtime } from '#shared/runtimes/runtime.ts';

type Versioned = Application | Runtime;

/** The objects of one tenant in memory, for tests of use cases: the ports of the registry, with the errors that they document. */
export function registryInMemory(tenant: TenantId) {
  const stored = {
    applications: new Map<string, Application>(),
    runtimes: new Map<string, Runtime>(),
    formations: new Map<string, Formation>(),
    /** By the id of the formation that is made from it. */
    templates: new Map<string, FormationTemplate>(),
    /** By the id of the formation. */
    automatic: new Map<string, AutomaticAssignment>(),
  };
  const members: Record<FormationObjectType, Map<string, Versioned>> = { APPLICATION: stored.applications, RUNTIME: stored.runtimes };
  const changeMembership = (member: FormationMember, isMember: boolean): void => {
    const objects = members[member.objectType];
    const object = objects.get(member.objectId);
    if (!object) throw notFound(member.objectType.toLowerCase(), member.objectId);
    const { [member.formationId]: _, ...others } = object.formations;
    objects.set(object.id, { ...object, formations: isMember ? { ...others, [member.formationId]: member.formationName } : others });
  };
  return {
    stored,
    applications: objectsOf('application', stored.applications, tenant),
    runtimes: objectsOf('runtime', stored.runtimes, tenant),
    formations: {
      findByName: async (of: TenantId, name: string) =>
        of === tenant ? [...stored.formations.values()].find((one) => one.name === name) : undefined,
      findMany: async (_: TenantId, ids: readonly string[]) => [...stored.formations.values()].filter(({ id }) => ids.includes(id)),
      templateOf: async ({ id }: Formation) => stored.templates.get(id),
      automaticAssignments: async () => [...stored.automatic.values()],
      insert: async (formation: Formation) => void stored.formations.set(formation.id, formation),
      assign: async (member: FormationMember) => changeMembership(member, true),
      unassign: async (member: FormationMember) => changeMembership(member, false),
      listMembers: async (
        _: TenantId,
        formationId: string,
        objectType: FormationObjectType,
        request: PageRequest,
      ): Promise<Page<FormationMember>> => {
        const inside = [...members[objectType].values()].filter(({ formations }) => formationId in formations);
        const { data, next } = pageOf(inside, request);
        const memberOf = ({ id, formations, version, changedBy }: Versioned) => ({
          tenant,
          formationId,
          formationName: formations[formationId] ?? '',
          objectType,
          objectId: id,
          version,
          changedBy,
        });
        return { data: data.map(memberOf), ...(next !== undefined && { next }) };
      },
    },
    automaticAssignments: automaticIn(stored.automatic, tenant),
  };
}

function pageOf<T extends { readonly id: string }>(all: readonly T[], { first, after = '' }: PageRequest): Page<T> {
  const rest = all.toSorted((one, other) => (one.id < other.id ? -1 : 1)).filter(({ id }) => id > after);
  const data = rest.slice(0, first);
  const last = data.at(-1)?.id;
  return { data, ...(rest.length > first && last !== undefined && { next: last }) };
}

function objectsOf<T extends Versioned>(kind: string, objects: Map<string, T>, tenant: TenantId) {
  const find = async (of: TenantId, id: string): Promise<T | undefined> => (of === tenant ? objects.get(id) : undefined);
  return {
    find,
    get: async (of: TenantId, id: string): Promise<T> => {
      const object = await find(of, id);
      if (!object) throw notFound(kind, id);
      return object;
    },
    replace: async (next: T, current: T): Promise<void> => {
      if (objects.get(current.id)?.version !== current.version) throw concurrentUpdate();
      objects.set(current.id, next);
    },
    list: async (of: TenantId, request: PageRequest): Promise<Page<T>> => pageOf(of === tenant ? [...objects.values()] : [], request),
  };
}

function automaticIn(automatic: Map<string, AutomaticAssignment>, tenant: TenantId): AutomaticAssignmentRepository {
  const same = ({ formationId, selector }: AutomaticAssignment): AutomaticAssignment | undefined => {
    const there = automatic.get(formationId);
    return there?.selector.key === selector.key && there.selector.value === selector.value ? there : undefined;
  };
  return {
    list: async (of) => (of === tenant ? [...automatic.values()] : []),
    insert: async (assignment) => {
      if (automatic.has(assignment.formationId)) throw new AppError('NotUnique', 'Object is not unique');
      automatic.set(assignment.formationId, assignment);
    },
    settle: async (assignment) => {
      const there = same(assignment);
      if (there?.state !== 'starting') return false;
      const { state: _, ...settled } = there;
      automatic.set(there.formationId, settled);
      return true;
    },
    beginEnd: async (assignment) => {
      const there = same(assignment);
      if (there) automatic.set(there.formationId, { ...there, state: 'ending' });
      return there !== undefined;
    },
    delete: async (assignment) => {
      if (same(assignment)?.state === 'ending') automatic.delete(assignment.formationId);
    },
  };
}
