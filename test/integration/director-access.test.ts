import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { roleScopes } from '#shared/authorization/scopes.ts';
import { days } from '#shared/core/clock.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { actorInTenant } from '#shared/lambda/own-tenant.ts';
import type { SystemAuth } from '#shared/pairing/system-auth.ts';
import { anApiEvent } from '#test/support/api-event.ts';
import type { WireAnswer } from '#test/support/clients.ts';
import {
  anIntegrationSystem,
  aSystem,
  aTenant,
  aUser,
  type Caller,
  type DirectorWorld,
  directorWorld,
} from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { operationsById } from '#test/support/operations-by-id.ts';
import { restorable } from '#test/support/restorable-table.ts';
import { anonymous, oneOfEverything, type Subjects, unknownSubjects } from '#test/support/subjects.ts';
import { type Access, type Role, roles } from '#test/support/who-may.ts';

/** The owner of the object that an operation points at, seen from the caller. */
const ownerships = ['own', 'of another in the tenant', 'of another tenant'] as const;
type Ownership = (typeof ownerships)[number];

let dynamo: Dynamo;
let world: DirectorWorld;
let restore: () => Promise<boolean>;
const tenant = aTenant();
let own: Subjects;
let others: Readonly<Record<Ownership, Subjects>>;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
  own = await oneOfEverything(world.as(aUser(tenant)), 'own');
  others = {
    own,
    'of another in the tenant': await oneOfEverything(world.as(aUser(tenant)), 'there'),
    'of another tenant': await oneOfEverything(world.as(aUser(aTenant())), 'elsewhere'),
  };
  await probeAll();
  restore = await restorable(dynamo);
});
afterAll(() => dynamo.stop());

/** Gives the Applications a health to see. */
async function probeAll(): Promise<void> {
  const { healthChecks } = world.deps;
  for await (const due of healthChecks.due(new Date(Date.now() + days(1)))) {
    const turn = await healthChecks.claim(due, new Date(Date.now() + days(2)));
    if (turn) await healthChecks.record(turn, { condition: 'SUCCEEDED', message: '', probedAt: new Date().toISOString() });
  }
}

const as: Readonly<Record<Role, () => Caller>> = {
  administrator: () => world.as(aUser(tenant)),
  viewer: () => world.as(aUser(tenant, roleScopes.viewer)),
  'integration system': () => world.as(anIntegrationSystem(tenant)),
  application: () => world.as(aSystem('application', own.application, tenant, own.applicationAuth)),
  runtime: () => world.as(aSystem('runtime', own.runtime, tenant, own.runtimeAuth)),
};

/** To who acts for the whole tenant, everything in it is its own. */
const ownerOf = (role: Role, ownership: Ownership): 'own' | 'foreign' =>
  ownership === 'own' || (ownership === 'of another in the tenant' && role !== 'application' && role !== 'runtime') ? 'own' : 'foreign';

/** An integration system that was registered in another tenant, and names this one in the header. */
async function ofAllTenants(): Promise<Caller> {
  const actor = { ...anIntegrationSystem(tenantId(others['of another tenant'].tenant)), authId: randomUUID() };
  const auth = { allTenants: true } as SystemAuth;
  return world.as(await actorInTenant({ actor, auth }, anApiEvent({ headers: { tenant } }), { isDescribed: async () => true }));
}

async function play(entries: readonly Access[], caller: Caller, role: Role, ownership: Ownership): Promise<void> {
  const there = others[ownership];
  const mine = ownerOf(role, ownership) === 'own' ? there : own;
  const unknown = unknownSubjects();
  for (const access of entries) {
    const missing = access.documents(unknown, mine);
    for (const [index, document] of access.documents(there, mine).entries()) {
      const outcome = await outcomeOf(caller, document, missing[index] ?? '', [unknown, there]);
      const wanted = expected(access, role, ownership, document === missing[index]);
      expect({ document, outcome }).toEqual({ document, outcome: wanted });
    }
  }
}

type Outcome = 'answered' | 'like what does not exist' | 'insufficient scopes' | 'failed';

/** Compares a request with the same request for something that does not exist. Leaves the table as it was. */
async function outcomeOf(caller: Caller, document: string, missing: string, subjects: readonly Subjects[]): Promise<Outcome> {
  const answer = await caller.ask(document);
  const codes = answer.errors.map(({ extensions }) => extensions?.error);
  if (codes.includes('InsufficientScopes')) return 'insufficient scopes';
  const nobodys = document === missing ? undefined : await caller.ask(missing);
  const changed = document.startsWith('mutation') && (await restore());
  if (codes.includes('InternalError')) return 'failed';
  if (!nobodys) return answer.errors.length === 0 ? 'answered' : 'failed';
  const nameless = ({ status, headers, text }: WireAnswer) => subjects.reduce(anonymous, JSON.stringify({ status, headers, text }));
  if (nameless(answer) !== nameless(nobodys)) return 'answered';
  return changed ? 'failed' : 'like what does not exist';
}

function expected({ may }: Access, role: Role, ownership: Ownership, pointless: boolean): Outcome {
  const outcome = may[role];
  if (outcome === 'refused') return 'insufficient scopes';
  if (pointless) return 'answered';
  if (outcome === 'nothing' || ownerOf(role, ownership) === 'foreign') return 'like what does not exist';
  return outcome === 'own refused' ? 'insufficient scopes' : 'answered';
}

describe.each(operationsById)('%s', (_, entries) => {
  describe('for an integration system of all tenants that chose the tenant', () => {
    it.each(ownerships)('answers as for one of the tenant, for what is %s', async (ownership) => {
      await play(entries, await ofAllTenants(), 'integration system', ownership);
    });
  });

  describe.each(roles)('for a caller of the role %s', (role) => {
    it.each(ownerships)('answers as the table of access says, for what is %s', async (ownership) => {
      await play(entries, as[role](), role, ownership);
    });
  });
});

describe('an operator of the platform', () => {
  const open = [
    'viewer',
    'tenants',
    'tenantByExternalID',
    'tenantByInternalID',
    'rootTenants',
    'writeTenant',
    'writeTenants',
    'updateTenant',
    'setTenantLabel',
    'deleteTenants',
  ];

  it.each(operationsById.filter(([name]) => !open.includes(name)))('reaches into no tenant by %s', async (_, entries) => {
    const operator = world.as(aUser(tenant, roleScopes.operator));
    for (const document of entries.flatMap((access) => access.documents(own, own))) {
      const { errors } = await operator.ask(document);
      expect([document, errors[0]?.extensions?.error]).toEqual([document, 'InsufficientScopes']);
    }
  });
});
