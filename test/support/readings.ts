import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { newId } from '#shared/core/ids.ts';
import type { Page, PageRequest } from '#shared/core/page.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { dynamoApplicationTemplates } from '#shared/table/application-templates/application-template-repository.dynamo.ts';
import { dynamoApplications } from '#shared/table/applications/application-repository.dynamo.ts';
import { dynamoBundles } from '#shared/table/bundles/bundle-repository.dynamo.ts';
import { dynamoInstanceAuths } from '#shared/table/bundles/instance-auth-repository.dynamo.ts';
import { dynamoRevocations } from '#shared/table/certificates/revocation-repository.dynamo.ts';
import { dynamoConfigurationRevisions } from '#shared/table/configuration/configuration-revision-repository.dynamo.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { dynamoAutomaticAssignments } from '#shared/table/formations/automatic-assignment-repository.dynamo.ts';
import { dynamoFormations } from '#shared/table/formations/formation-repository.dynamo.ts';
import { dynamoFormationTemplates } from '#shared/table/formations/formation-template-repository.dynamo.ts';
import { dynamoHealthChecks } from '#shared/table/health-checks/health-check-repository.dynamo.ts';
import { dynamoIntegrationSystems } from '#shared/table/integration-systems/integration-system-repository.dynamo.ts';
import { dynamoLabelDefinitions } from '#shared/table/labels/label-definition-repository.dynamo.ts';
import { dynamoLiveness } from '#shared/table/liveness/liveness-repository.dynamo.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';
import { dynamoRuntimes } from '#shared/table/runtimes/runtime-repository.dynamo.ts';
import { leftoversIn } from '#shared/table/sweeping/leftovers.dynamo.ts';
import { dynamoSweeps } from '#shared/table/sweeping/sweep-repository.dynamo.ts';
import { dynamoTenants } from '#shared/table/tenants/tenant-repository.dynamo.ts';
import { transact } from '#shared/table/transact.ts';
import { dynamoDeliveries } from '#shared/table/webhooks/delivery-repository.dynamo.ts';
import { dynamoWebhooks } from '#shared/table/webhooks/webhook-repository.dynamo.ts';
import { aTenant, everyItem } from './director-world.ts';
import {
  aBundle,
  aFormation,
  anApplication,
  anApplicationTemplate,
  anInstanceAuth,
  aRuntime,
  aSystemAuth,
  aWebhook,
  certified,
} from './registry-builders.ts';

/** The table that is written and read, and a tenant of whom there is nothing yet. */
interface There {
  readonly table: ControlPlaneTable;
  readonly tenant: TenantId;
}

/** Three pages of two, the last of them not full. */
const many = <T>(make: (index: number) => T): T[] => Array.from({ length: 5 }, (_, index) => make(index));
const now = new Date('2030-01-01T00:00:00.000Z');
const born = now.toISOString();
const stamped = { createdAt: born, updatedAt: born, version: 1, changedBy: 'user/alice' };

async function insertApplication({ table, tenant }: There, given: { webhooks?: boolean; healthCheckURL?: string } = {}) {
  const id = newId();
  const application = anApplication({ tenant, id, name: `shop-${id}`, healthCheckURL: given.healthCheckURL });
  const webhooks = given.webhooks ? many(() => aWebhook({ tenant, kind: 'application', id })) : [];
  await dynamoApplications(table).insert({ application, bundles: [], webhooks, assignments: [] });
  return application;
}

async function insertRuntime({ table, tenant }: There) {
  const id = newId();
  const runtime = aRuntime({ tenant, id, name: `runtime-${id}` });
  await dynamoRuntimes(table).insert(runtime, []);
  return runtime;
}

/** Makes five of something, one after the other. */
async function times<T>(make: (index: number) => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  for (const index of many((one) => one)) made.push(await make(index));
  return made;
}

const each = async <T>(list: readonly T[], write: (one: T) => Promise<unknown>): Promise<void> => {
  for (const one of list) await write(one);
};

/** Follows the cursors of a listing to its end, each page larger than what one query answers. */
async function walk<T>(list: (page: PageRequest) => Promise<Page<T>>): Promise<T[]> {
  const data: T[] = [];
  let after: string | undefined;
  do {
    const page = await list({ first: 4, after });
    data.push(...page.data);
    after = page.next;
  } while (after !== undefined);
  return data;
}

async function collect<T>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}

async function gather<T>(list: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of list) all.push(one);
  return all;
}

const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id).sort();
const keysUnder = async ({ table }: There, part: string) =>
  (await everyItem({ table })).filter(({ pk, type }) => pk.includes(part) && type !== 'Sweep');

export interface Reading {
  /** The repository, by the name of its file. */
  readonly of: string;
  readonly what: string;
  /** Stores more than a page and reads it: what was found, and what should be. */
  readonly read: (there: There) => Promise<{ found: unknown; stored: unknown }>;
}

/** The lists that repositories answer. */
export const readings: readonly Reading[] = [
  {
    of: 'system-auth-repository',
    what: 'credentials of an owner',
    read: async (there) => {
      const { table, tenant } = there;
      const { id } = await insertApplication(there);
      const owner = { tenant, kind: 'application', id } as const;
      const auths = many(() => aSystemAuth(owner));
      await each(auths, dynamoSystemAuths(table).insert);
      return { found: ids(await dynamoSystemAuths(table).listByOwner(owner)), stored: ids(auths) };
    },
  },
  {
    of: 'system-auth-repository',
    what: 'credentials of a tenant by the end of their certificates',
    read: async (there) => {
      const { table, tenant } = there;
      const { id } = await insertApplication(there);
      const { insert, listByEnd } = dynamoSystemAuths(table);
      const auths = many((index) =>
        certified(aSystemAuth({ tenant, kind: 'application', id }), `2030-01-0${2 + Math.floor(index / 2)}T00:00:00.000Z`),
      );
      await each(auths, insert);
      return { found: ids(await walk((page) => listByEnd(tenant, { isSuspected: false }, page))), stored: ids(auths) };
    },
  },
  {
    of: 'liveness-repository',
    what: 'credentials of a Runtime that is due',
    read: async (there) => {
      const { table, tenant } = there;
      const { id } = await insertRuntime(there);
      const owner = { tenant, kind: 'runtime', id } as const;
      const auths = many(() => aSystemAuth(owner));
      await each(auths, dynamoSystemAuths(table).insert);
      const due = { key: { pk: `T#${tenant}#RT#${id}`, sk: '~LIVENESS' }, seen: '' };
      return { found: ids((await dynamoLiveness(table).signsOf(due)).credentials), stored: ids(auths) };
    },
  },
  {
    of: 'liveness-repository',
    what: 'Runtimes that are due',
    read: async (there) => {
      const { table, tenant } = there;
      const runtimes = await times(async () => {
        const { id } = await insertRuntime(there);
        const auth = aSystemAuth({ tenant, kind: 'runtime', id });
        await dynamoSystemAuths(table).insert(auth);
        await dynamoSystemAuths(table).connect(auth, born, now);
        return `T#${tenant}#RT#${id}`;
      });
      const due = await gather(dynamoLiveness(table).due(new Date(now.getTime() + 1)));
      return { found: due.map(({ key }) => key.pk).filter((pk) => runtimes.includes(pk)).length, stored: runtimes.length };
    },
  },
  {
    of: 'webhook-repository',
    what: 'webhooks of an owner',
    read: async (there) => {
      const { table, tenant } = there;
      const { id } = await insertApplication(there);
      const owner = { tenant, kind: 'application', id } as const;
      const webhooks = many(() => aWebhook(owner));
      await each(webhooks, dynamoWebhooks(table).insert);
      return { found: ids(await dynamoWebhooks(table).listByOwner(owner)), stored: ids(webhooks) };
    },
  },
  {
    of: 'application-template-repository',
    what: 'the webhooks of a template, which end with it',
    read: async (there) => {
      const { table, tenant } = there;
      const template = anApplicationTemplate(tenant);
      const webhooks = many(() => aWebhook({ tenant, kind: 'application_template', id: template.id }));
      await dynamoApplicationTemplates(table).insert(template, webhooks);
      await dynamoApplicationTemplates(table).delete(template);
      return { found: await keysUnder(there, template.id), stored: [] };
    },
  },
  {
    of: 'application-template-repository',
    what: 'application templates',
    read: async (there) => {
      const { table, tenant } = there;
      const templates = many(() => anApplicationTemplate(tenant));
      await each(templates, (template) => dynamoApplicationTemplates(table).insert(template, []));
      const { list, count } = dynamoApplicationTemplates(table);
      return { found: [ids(await walk((page) => list(tenant, page))), await count(tenant)], stored: [ids(templates), 5] };
    },
  },
  {
    of: 'application-repository',
    what: 'Applications',
    read: async (there) => {
      const { table, tenant } = there;
      const stored = await times(() => insertApplication(there));
      const { list, count } = dynamoApplications(table);
      return { found: [ids(await walk((page) => list(tenant, page))), await count(tenant)], stored: [ids(stored), 5] };
    },
  },
  {
    of: 'application-repository',
    what: 'an Application with everything in it',
    read: async (there) => {
      const { table, tenant } = there;
      const { id } = await insertApplication(there, { webhooks: true });
      const contents = aBundle(tenant, id, 5);
      await dynamoBundles(table).insert(contents);
      const details = await dynamoApplications(table).details(tenant, id);
      return {
        found: [ids(details?.bundles[0]?.apiDefinitions ?? []), details?.webhooks.length],
        stored: [ids(contents.apiDefinitions), 5],
      };
    },
  },
  {
    of: 'application-repository',
    what: 'everything of an Application, which ends with it',
    read: async (there) => {
      const application = await insertApplication(there, { webhooks: true });
      await dynamoApplications(there.table).delete(application);
      return { found: await keysUnder(there, application.id), stored: [] };
    },
  },
  {
    of: 'bundle-repository',
    what: 'everything in a bundle, which ends with it',
    read: async (there) => {
      const { table, tenant } = there;
      const { id } = await insertApplication(there);
      const contents = aBundle(tenant, id, 5);
      await dynamoBundles(table).insert(contents);
      await dynamoBundles(table).delete(contents.bundle);
      return { found: (await keysUnder(there, id)).map(({ sk }) => sk).filter((sk) => sk.startsWith('BUNDLE#')), stored: [] };
    },
  },
  {
    of: 'instance-auth-repository',
    what: 'instance auths of a Runtime',
    read: async (there) => {
      const { table, tenant } = there;
      const [application, runtime] = [await insertApplication(there), await insertRuntime(there)];
      const contents = aBundle(tenant, application.id, 5);
      await dynamoBundles(table).insert(contents);
      const named = { tenant, applicationId: application.id, bundleId: contents.bundle.id, runtimeId: runtime.id };
      const auths = many(() => anInstanceAuth(named));
      await each(auths, dynamoInstanceAuths(table).insert);
      return { found: ids(await dynamoInstanceAuths(table).listOfRuntime(tenant, runtime.id)), stored: ids(auths) };
    },
  },
  {
    of: 'runtime-repository',
    what: 'Runtimes',
    read: async (there) => {
      const { table, tenant } = there;
      const stored = await times(() => insertRuntime(there));
      const { list, count } = dynamoRuntimes(table);
      return { found: [ids(await walk((page) => list(tenant, page))), await count(tenant)], stored: [ids(stored), 5] };
    },
  },
  {
    of: 'runtime-repository',
    what: 'everything of a Runtime, which ends with it',
    read: async (there) => {
      const { table, tenant } = there;
      const runtime = await insertRuntime(there);
      const owner = { tenant, kind: 'runtime', id: runtime.id } as const;
      await each(
        many(() => aSystemAuth(owner)),
        dynamoSystemAuths(table).insert,
      );
      await dynamoRuntimes(table).delete(runtime, 'user/alice');
      return { found: await keysUnder(there, runtime.id), stored: [] };
    },
  },
  {
    of: 'integration-system-repository',
    what: 'integration systems',
    read: async (there) => {
      const { table, tenant } = there;
      const systems = many((index) => ({ tenant, id: newId(), name: `system-${index}`, applicationCount: 0, ...stamped }));
      const { insert, list, count } = dynamoIntegrationSystems(table);
      await each(systems, insert);
      return { found: [ids(await walk((page) => list(tenant, page))), await count(tenant)], stored: [ids(systems), 5] };
    },
  },
  {
    of: 'integration-system-repository',
    what: 'credentials of an integration system, which end with it',
    read: async (there) => {
      const { table, tenant } = there;
      const system = { tenant, id: newId(), name: 'system', applicationCount: 0, ...stamped };
      await dynamoIntegrationSystems(table).insert(system);
      await each(
        many(() => aSystemAuth({ tenant, kind: 'integration_system', id: system.id })),
        dynamoSystemAuths(table).insert,
      );
      const current = await dynamoIntegrationSystems(table).find(tenant, system.id);
      await dynamoIntegrationSystems(table).delete(current ?? expect.fail());
      return { found: await keysUnder(there, system.id), stored: [] };
    },
  },
  {
    of: 'formation-repository',
    what: 'formations',
    read: async (there) => {
      const { table, tenant } = there;
      const formations = many((index) => aFormation({ tenant, name: `formation-${index}` }));
      const { insert, list, count } = dynamoFormations(table);
      await each(formations, insert);
      return { found: [ids(await walk((page) => list(tenant, page))), await count(tenant)], stored: [ids(formations), 5] };
    },
  },
  {
    of: 'formation-repository',
    what: 'members of a formation',
    read: async (there) => {
      const { table, tenant } = there;
      const formation = aFormation({ tenant });
      const { insert, assign, listMembers } = dynamoFormations(table);
      await insert(formation);
      const members = await times(async () => {
        const { id } = await insertApplication(there);

        const named = { formationId: formation.id, formationName: formation.name, version: 1, changedBy: 'user/alice' };
        await assign({ tenant, objectType: 'APPLICATION', objectId: id, ...named }, now);
        return id;
      });
      const found = await walk((page) => listMembers(tenant, formation.id, 'APPLICATION', page));
      return { found: found.map(({ objectId }) => objectId).sort(), stored: members.sort() };
    },
  },
  {
    of: 'formation-template-repository',
    what: 'formation templates',
    read: async (there) => {
      const { table, tenant } = there;
      const templates = many((index) => ({
        tenant,
        id: randomUUID(),
        name: `template-${index}`,
        applicationTypes: ['erp'],
        formationCount: 0,
        version: 1,
        changedBy: 'user/alice',
      }));
      const { insert, list } = dynamoFormationTemplates(table);
      await each(templates, insert);
      const found = (await list(tenant)).filter(({ name }) => name.startsWith('template-'));
      return { found: ids(found), stored: ids(templates) };
    },
  },
  {
    of: 'automatic-assignment-repository',
    what: 'automatic assignments',
    read: async (there) => {
      const { table, tenant } = there;
      const formations = many((index) => aFormation({ tenant, name: `formation-${index}` }));
      await each(formations, dynamoFormations(table).insert);
      const { insert, list } = dynamoAutomaticAssignments(table);
      await each(formations, ({ id, name }) =>
        insert({ tenant, formationId: id, formationName: name, selector: { key: 'k', value: 'v' }, version: 1, changedBy: 'user/alice' }),
      );
      return { found: (await list(tenant)).map(({ formationId }) => formationId).sort(), stored: ids(formations) };
    },
  },
  {
    of: 'label-definition-repository',
    what: 'label definitions',
    read: async (there) => {
      const { table, tenant } = there;
      const keys = many((index) => `label-${index}`);
      const { insert, list } = dynamoLabelDefinitions(table);
      await each(keys, (key) => insert({ tenant, key, version: 1, changedBy: 'user/alice' }));
      return { found: (await list(tenant)).map(({ key }) => key), stored: keys };
    },
  },
  {
    of: 'configuration-revision-repository',
    what: 'parts of the revision of a configuration',
    read: async (there) => {
      const { table, tenant } = there;
      const parts = many((index) => String(index));
      await each(parts, async (part) => {
        const runtime = aRuntime({ tenant, id: `${newId().slice(0, -1)}${part}`, name: part, formations: { [newId()]: 'f' } });
        await dynamoRuntimes(table).insert(runtime, []);
      });
      return { found: [...(await dynamoConfigurationRevisions(table).current(tenant)).revision.keys()].sort(), stored: parts };
    },
  },
  {
    of: 'health-check-repository',
    what: 'health checks: those that are due, and those with a result',
    read: async (there) => {
      const { table, tenant } = there;
      const stored = await times(() => insertApplication(there, { healthCheckURL: 'https://shop.example.com/health' }));
      const { due, claim, record, list, count } = dynamoHealthChecks(table);
      const found = (await gather(due(now))).filter(({ key }) => key.pk.startsWith(`T#${tenant}#`));
      await each(found, async (one) => {
        const claimed = (await claim(one, now)) ?? expect.fail();
        await record(claimed, { condition: 'SUCCEEDED', probedAt: born });
      });
      const listed = await walk((page) => list(tenant, page));
      return {
        found: [listed.map(({ applicationId }) => applicationId).sort(), await count(tenant)],
        stored: [ids(stored), 5],
      };
    },
  },
  {
    of: 'revocation-repository',
    what: 'revoked certificates of an authority',
    read: async ({ table }) => {
      const authorityId = randomUUID();
      const serials = many((index) => `0${index}`);
      const { record, listByAuthority } = dynamoRevocations(table);
      await each(serials, (serialNumber) => record({ authorityId, serialNumber, revokedAt: born, notAfter: born }));
      return { found: (await listByAuthority(authorityId)).map(({ serialNumber }) => serialNumber), stored: serials };
    },
  },
  {
    of: 'sweep-repository',
    what: 'leftovers that are due, and what is left under a head that is gone',
    read: async (there) => {
      const { table, tenant } = there;
      const application = await insertApplication(there, { webhooks: true });
      const leftovers = { tenant, kind: 'application', ownerId: application.id } as const;
      await each(many(newId), async (bundleId) => {
        await transact([leftoversIn(table).leave({ ...leftovers, bundleId })]);
      });
      const { due, clear } = dynamoSweeps(table);
      const found = await gather(due(new Date(Date.now() + 600_000)));
      return {
        found: [found.filter(({ key }) => key.pk.includes(application.id)).length, await clear(leftovers)],
        // The head, five webhooks and the counts.
        stored: [5, 7],
      };
    },
  },
  {
    of: 'tenant-repository',
    what: 'tenants that were written',
    read: async (there) => {
      const { table, tenant } = there;
      const { write, list, count } = dynamoTenants(table);
      const written = [tenant, ...many(aTenant)];
      const before = await count();
      await write(
        written.map((id) => ({ id, type: 'account', parents: [] })),
        'user/alice',
      );
      const found = ids(await walk((page) => list(page))).filter((id) => written.some((one) => one === id));
      return { found: [found, (await count()) - before], stored: [[...written].sort(), written.length] };
    },
  },
  {
    of: 'delivery-repository',
    what: 'deliveries that failed',
    read: async (there) => {
      const { table, tenant } = there;
      const webhookId = newId();
      const deliveries = many(() => ({ id: newId(), tenant, applicationId: newId(), webhookId, eventId: newId(), body: '{}' }));
      const { claim, end, listFailed } = dynamoDeliveries(table);
      await each(deliveries, async (delivery) => {
        await claim(delivery, now);
        await end(delivery, 'GONE', undefined, now);
      });
      const found = await collect(listFailed(tenant, webhookId, now));
      return { found: found.toSorted(), stored: ids(deliveries) };
    },
  },
];
