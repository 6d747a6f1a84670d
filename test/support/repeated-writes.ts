import { expect } from 'vitest';
import { days, hours, later, minutes } from '#shared/core/clock.ts';
import type { TenantId } from '#shared/core/tenant-id.ts';
import { deliveryCalls } from '#shared/endpoints/endpoint-pools.ts';
import type { Owner, StoredCertificate, SystemAuth } from '#shared/pairing/system-auth.ts';
import { begin, newOperation, type PendingOperation } from '#shared/provisioning/operation.ts';
import { newProvisioning, type RuntimeProvisioning } from '#shared/provisioning/runtime-provisioning.ts';
import { dynamoRequestCounts } from '#shared/table/admission/request-counts.dynamo.ts';
import { dynamoApplications } from '#shared/table/applications/application-repository.dynamo.ts';
import { dynamoRevocations } from '#shared/table/certificates/revocation-repository.dynamo.ts';
import { dynamoApplicationViews } from '#shared/table/configuration/application-views.dynamo.ts';
import {
  configurationChanged,
  dynamoConfigurationRevisions,
} from '#shared/table/configuration/configuration-revision-repository.dynamo.ts';
import { dynamoOAuthClients } from '#shared/table/consumers/oauth-client-repository.dynamo.ts';
import type { ControlPlaneTable } from '#shared/table/control-plane-table.ts';
import { claimDue, unclaimDue } from '#shared/table/due-items.dynamo.ts';
import { dynamoEndpointLeases } from '#shared/table/endpoints/endpoint-leases.dynamo.ts';
import { dynamoAutomaticAssignments } from '#shared/table/formations/automatic-assignment-repository.dynamo.ts';
import { dynamoFormations } from '#shared/table/formations/formation-repository.dynamo.ts';
import { dynamoHealthChecks } from '#shared/table/health-checks/health-check-repository.dynamo.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';
import { dynamoOperations } from '#shared/table/provisioning/operation-repository.dynamo.ts';
import { dynamoSenderCounts } from '#shared/table/runtime-view/sender-counts.dynamo.ts';
import { dynamoRuntimes } from '#shared/table/runtimes/runtime-repository.dynamo.ts';
import { leftoversIn } from '#shared/table/sweeping/leftovers.dynamo.ts';
import { dynamoSweeps } from '#shared/table/sweeping/sweep-repository.dynamo.ts';
import { dynamoTenants } from '#shared/table/tenants/tenant-repository.dynamo.ts';
import { transact } from '#shared/table/transact.ts';
import { dynamoDeliveries } from '#shared/table/webhooks/delivery-repository.dynamo.ts';
import { dynamoWebhooks } from '#shared/table/webhooks/webhook-repository.dynamo.ts';
import { aFormation, anApplication, aRuntime, aSystemAuth, aWebhook } from './registry-builders.ts';

/** A tenant of whom there is nothing yet, and the way to its table that makes a write twice, or once. */
interface Twin {
  readonly tenant: TenantId;
  /** For what is there before the write. */
  readonly table: ControlPlaneTable;
  readonly write: <T>(work: (table: ControlPlaneTable) => Promise<T>) => Promise<T>;
}

interface RepeatedWrite {
  /** File below `shared/table`, and the function in it that writes. */
  readonly of: string;
  /** Makes what the write needs, writes, and returns the result. */
  readonly play: (twin: Twin) => Promise<unknown>;
  /** Reason for which the second write may leave something else than one would. Default: it leaves the same, but for versions. */
  readonly differs?: string;
}

const now = new Date('2030-01-01T00:00:00.000Z');
const at = (after: number): string => later(now, after).toISOString();
/** Ids are the same in both runs: their tenants differ. */
const [one, other] = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'];
const stamped = { version: 1, changedBy: 'user/alice' } as const;

async function application({ tenant, table }: Twin, more: Parameters<typeof anApplication>[0] = {}) {
  const made = anApplication({ tenant, id: one, ...more });
  await dynamoApplications(table).insert({ application: made, bundles: [], webhooks: [], assignments: [] });
  return made;
}

// System Auths.

const known = { serialNumber: '0a', issuer: 'ca', notAfter: at(days(7)) };
const presented = { ...known, fingerprint: 'first' };
const certificate: StoredCertificate = { ...presented, generation: 1, notBefore: at(0), pem: 'PEM', csrDigest: 'csr' };
const second: StoredCertificate = { ...certificate, fingerprint: 'second', generation: 2, follows: 'first' };
const token = (digest: string) => ({ digest, issuedAt: at(0), expiresAt: at(hours(1)) });

/** A System Auth of a Runtime, which has a token at first. */
async function systemAuth({ tenant, table }: Twin, state: 'invited' | 'paired'): Promise<SystemAuth> {
  const owner: Owner = { tenant, kind: 'runtime', id: one };
  await dynamoRuntimes(table).insert(aRuntime({ tenant, id: one }), []);
  const auths = dynamoSystemAuths(table);
  const auth = { ...aSystemAuth(owner), id: other, token: token('d') };
  await auths.insert(auth);
  if (state === 'paired') {
    const reservation = { digest: 'd', csrDigest: 'csr', keyThumbprint: 'key', now: at(0) };
    const outcome = await auths.reserveToken(owner, other, reservation);
    await auths.commitExchange('reserved' in outcome ? outcome.reserved : expect.fail(), certificate, now);
  }
  return (await auths.find(owner, other)) ?? expect.fail();
}

const ofSystemAuth = (
  of: string,
  state: 'invited' | 'paired',
  work: (auths: ReturnType<typeof dynamoSystemAuths>, auth: SystemAuth) => Promise<unknown>,
): RepeatedWrite => ({
  of: `pairing/${of}`,
  play: async (twin) => {
    const auth = await systemAuth(twin, state);
    return twin.write((table) => work(dynamoSystemAuths(table), auth));
  },
});

// Deliveries.

const delivery = ({ tenant }: Twin) => ({ id: one, tenant, applicationId: one, webhookId: other, eventId: 'e', body: '{}' });
const attempt = { at: now, duration: 1, status: 500, error: 'refused' };

const ofDelivery = (
  of: string,
  work: (deliveries: ReturnType<typeof dynamoDeliveries>, twin: Twin) => Promise<unknown>,
): RepeatedWrite => ({
  of: `webhooks/delivery-repository ${of}`,
  play: async (twin) => {
    await dynamoDeliveries(twin.table).claim(delivery(twin), now);
    return twin.write((table) => work(dynamoDeliveries(table), twin));
  },
});

const claim = { attempt: 1, step: 1, since: now };

// Webhooks.

const ofWebhook = (
  of: string,
  work: (webhooks: ReturnType<typeof dynamoWebhooks>, webhook: ReturnType<typeof aWebhook>) => Promise<unknown>,
): RepeatedWrite => ({
  of: `webhooks/webhook-repository ${of}`,
  play: async (twin) => {
    await application(twin);
    const webhook = { ...aWebhook({ tenant: twin.tenant, kind: 'application', id: one }), id: other };
    await dynamoWebhooks(twin.table).insert(webhook);
    return twin.write((table) => work(dynamoWebhooks(table), webhook));
  },
});

// Automatic assignments.

const ofAssignment = (
  of: string,
  state: 'starting' | 'ending',
  work: (assignments: ReturnType<typeof dynamoAutomaticAssignments>, assignment: ReturnType<typeof anAssignment>) => Promise<unknown>,
): RepeatedWrite => ({
  of: `formations/automatic-assignment-repository ${of}`,
  play: async (twin) => {
    const { tenant, table } = twin;
    await dynamoFormations(table).insert(aFormation({ tenant, id: one }));
    await dynamoAutomaticAssignments(table).insert(anAssignment(tenant, 'starting'));
    if (state === 'ending') await dynamoAutomaticAssignments(table).beginEnd(anAssignment(tenant, 'starting'));
    return twin.write((through) => work(dynamoAutomaticAssignments(through), anAssignment(tenant, state)));
  },
});
const anAssignment = (tenant: TenantId, state: 'starting' | 'ending') => ({
  tenant,
  formationId: one,
  formationName: 'sales',
  selector: { key: 'k', value: 'v' },
  state,
  ...stamped,
});

// Operations.

const ofOperation = (
  of: string,
  work: (operations: ReturnType<typeof dynamoOperations>, operation: PendingOperation, locked: RuntimeProvisioning) => Promise<unknown>,
): RepeatedWrite => ({
  of: `provisioning/operation-repository ${of}`,
  play: async ({ tenant, table, write }) => {
    const limits = { infrastructureSeconds: 60, agentSeconds: 60 };
    const asked = { tenant, id: other, operation: 'Provision', runtimeId: one, driver: 'fake', parameters: {}, limits } as const;
    const operation = newOperation({ ...asked, requestDigest: 'digest', changedBy: 'user/alice' }, now);
    const locked = newProvisioning(operation, now);
    await dynamoOperations(table).start(operation, { locked, forgotten: [] });
    return write((through) => work(dynamoOperations(through), operation, locked));
  },
});

// Due work.

/** Makes a sweep, and claims it. */
async function sweepTurn({ tenant, table }: Twin) {
  const sweeps = dynamoSweeps(table);
  await transact([leftoversIn(table).whileWritten({ tenant, kind: 'runtime', ownerId: one }).begin]);
  for await (const due of sweeps.due(later(new Date(), hours(1)))) {
    if (due.key.pk.includes(tenant)) return (await sweeps.claim(due, now)) ?? expect.fail();
  }
  return expect.fail();
}

async function probeTurn(twin: Twin) {
  await application(twin, { healthCheckURL: 'https://shop.example.com/health' });
  const checks = dynamoHealthChecks(twin.table);
  for await (const due of checks.due(now)) if (due.key.pk.includes(twin.tenant)) return (await checks.claim(due, now)) ?? expect.fail();
  return expect.fail();
}

// Endpoints.

const endpointOf = ({ tenant }: Twin) => ({ tenant, origin: 'https://shop.example.com' });

/** The writes of a single item whose repetition by the SDK meets their own effect. */
export const repeatedWrites: readonly RepeatedWrite[] = [
  {
    of: 'admission/request-counts add',
    play: ({ tenant, write }) => write((table) => dynamoRequestCounts(table).add(tenant, now, 3)),
    differs: 'the limit is approximate',
  },
  {
    of: 'applications/application-repository replace',
    play: async (twin) => {
      const current = await application(twin);
      return twin.write((table) => dynamoApplications(table).replace({ ...current, description: 'new', version: 2 }, current));
    },
  },
  {
    of: 'configuration/application-views store',
    play: async ({ tenant, table, write }) => {
      const ids = Array.from({ length: 10 }, (_, index) => one.slice(0, -1) + index);
      for (const id of ids) {
        const made = anApplication({ tenant, id, name: `shop-${id}` });
        await dynamoApplications(table).insert({ application: made, bundles: [], webhooks: [], assignments: [] });
        await transact(configurationChanged(table).byRegistration(tenant, id));
      }
      const at = await dynamoConfigurationRevisions(table).current(tenant);
      return write((given) => dynamoApplicationViews(given, () => now).read(tenant, ids, at));
    },
    differs: 'generations of the revision are random',
  },
  {
    of: 'certificates/revocation-repository record',
    play: ({ tenant, write }) =>
      write((table) =>
        dynamoRevocations(table).record({ authorityId: tenant, serialNumber: 'ab', revokedAt: at(0), notAfter: at(days(9)) }),
      ),
  },
  {
    of: 'certificates/revocation-repository reserveNumber',
    play: ({ tenant, write }) => write((table) => dynamoRevocations(table).reserveNumber(tenant)),
    differs: 'numbers of lists increase and may leave out one',
  },
  {
    of: 'certificates/revocation-repository announce',
    play: ({ tenant, write }) =>
      write((table) => dynamoRevocations(table).announce({ authorityId: tenant, number: 1, thisUpdate: at(0), nextUpdate: at(days(7)) })),
  },
  {
    of: 'consumers/oauth-client-repository forget',
    play: async (twin) => {
      const auth = await systemAuth(twin, 'invited');
      const oauthClient = { clientId: `client-${twin.tenant}` };
      await dynamoSystemAuths(twin.table).insert({ ...auth, id: one, token: undefined, oauthClient } as never);
      return twin.write((table) => dynamoOAuthClients(table).forget(oauthClient.clientId));
    },
  },
  {
    of: 'due-items claimDue',
    play: async (twin) => {
      const { key, dueKey } = await sweepTurn(twin);
      return twin.write((table) => claimDue(table, { key, seen: dueKey }, later(now, minutes(1))));
    },
  },
  {
    of: 'due-items unclaimDue',
    play: async (twin) => {
      const { key, dueKey } = await sweepTurn(twin);
      return twin.write((table) => unclaimDue(table, { key, seen: `${at(0)}#one` }, dueKey));
    },
  },
  {
    of: 'endpoints/endpoint-leases occupy',
    play: (twin) => twin.write((table) => dynamoEndpointLeases(table, () => 0, deliveryCalls).admit(endpointOf(twin), now)),
  },
  {
    of: 'endpoints/endpoint-leases release',
    play: async (twin) => {
      const admission = await dynamoEndpointLeases(twin.table, () => 0, deliveryCalls).admit(endpointOf(twin), now);
      const lease = admission.result === 'admitted' ? admission.lease : expect.fail();
      return twin.write((table) => dynamoEndpointLeases(table, () => 0, deliveryCalls).release(lease, false, now));
    },
  },
  ofAssignment('settle', 'starting', (assignments, assignment) => assignments.settle(assignment)),
  ofAssignment('beginEnd', 'starting', (assignments, assignment) => assignments.beginEnd(assignment)),
  ofAssignment('delete', 'ending', (assignments, assignment) => assignments.delete(assignment)),
  {
    of: 'health-checks/health-check-repository record',
    play: async (twin) => {
      const turn = await probeTurn(twin);
      return twin.write((table) => dynamoHealthChecks(table).record(turn, { condition: 'SUCCEEDED', probedAt: at(0) }));
    },
  },
  ofSystemAuth('certificate-writes commitRenewal', 'paired', (auths, auth) => auths.commitRenewal(auth, 'first', second, now)),
  ofSystemAuth('certificate-writes suspect', 'paired', (auths, auth) => auths.suspect(auth, presented, 'OLDER_GENERATION', now)),
  ofSystemAuth('contact-writes touch', 'paired', (auths, auth) => auths.touch(auth, at(1), 'first')),
  {
    of: 'pairing/contact-writes forgetContact',
    play: async (twin) => {
      const auth = await systemAuth(twin, 'paired');
      await dynamoSystemAuths(twin.table).connect(auth, at(0), later(now, days(1)));
      return twin.write((table) => dynamoSystemAuths(table).forgetContact(auth.owner));
    },
  },
  ofSystemAuth('contacts note', 'paired', (auths, auth) => auths.noteContact(auth.owner, now)),
  ofSystemAuth('token-writes exchangeToken', 'invited', (auths, { owner, id }) => auths.exchangeToken(owner, id, 'd', token('next'))),
  ofSystemAuth('token-writes replaceToken', 'paired', (auths, auth) => auths.replaceToken(auth, token('next'), presented)),
  ofSystemAuth('token-writes giveToken', 'paired', (auths, auth) => auths.giveToken(auth, token('next'), undefined, 'user/alice')),
  ofSystemAuth('token-writes removeToken', 'invited', (auths, { owner, id }) => auths.removeToken(owner, id)),
  ofSystemAuth('token-writes reserveToken', 'invited', (auths, { owner, id }) =>
    auths.reserveToken(owner, id, { digest: 'd', csrDigest: 'csr', keyThumbprint: 'key', now: at(0) }),
  ),
  ofOperation('replace', (operations, operation) => operations.replace(begin(operation, now), operation.version)),
  ofOperation('noteStep', (operations, { tenant, id }) =>
    operations.noteStep(tenant, id, 'ObtainToken', { startedAt: now.toISOString(), cleansUp: false }),
  ),
  ofOperation('replaceProvisioning', (operations, _, locked) => operations.replaceProvisioning({ ...locked, version: 2 }, 1)),
  {
    of: 'sweeping/leftovers whileWritten',
    play: async (twin) => {
      const leftovers = { tenant: twin.tenant, kind: 'runtime', ownerId: one } as const;
      await transact([leftoversIn(twin.table).whileWritten(leftovers).begin]);
      return twin.write((table) => leftoversIn(table).whileWritten(leftovers).end());
    },
  },
  {
    of: 'sweeping/sweep-repository end',
    play: async (twin) => {
      const turn = await sweepTurn(twin);
      return twin.write((table) => dynamoSweeps(table).end(turn));
    },
  },
  {
    of: 'runtime-view/sender-counts add',
    play: ({ tenant, write }) => write((table) => dynamoSenderCounts(table.getDocumentClient(), table.getName()).add(tenant, now, 3)),
    differs: 'the limit is approximate',
  },
  {
    of: 'tenants/tenant-repository delete',
    play: async ({ tenant, table, write }) => {
      const described = { id: tenant, name: 'acme', type: 'account', provider: 'p', parents: [] };
      await dynamoTenants(table).write([described as never], 'user/alice');
      return write((through) => dynamoTenants(through).delete(tenant));
    },
  },
  {
    of: 'webhooks/delivery-repository claim',
    play: (twin) => twin.write((table) => dynamoDeliveries(table).claim(delivery(twin), now)),
  },
  ofDelivery('end', (deliveries, twin) => deliveries.end(delivery(twin), 'SUCCEEDED', { ...attempt, status: 200 }, now)),
  ofDelivery('fail', (deliveries, twin) => deliveries.fail(delivery(twin), claim, attempt, { at: now, isKept: true }, now)),
  ofDelivery('release', (deliveries, twin) => deliveries.release(delivery(twin), claim, { at: now, isKept: true }, now)),
  {
    of: 'webhooks/delivery-repository restart',
    play: async (twin) => {
      const deliveries = dynamoDeliveries(twin.table);
      await deliveries.claim(delivery(twin), now);
      await deliveries.fail(delivery(twin), claim, attempt, 'ATTEMPTS_EXHAUSTED', now);
      return twin.write((table) => dynamoDeliveries(table).restart(twin.tenant, one, now));
    },
  },
  {
    of: 'webhooks/delivery-repository adopt',
    play: (twin) => twin.write((table) => dynamoDeliveries(table).adopt(delivery(twin), now)),
  },
  ofDelivery('report', (deliveries, twin) => deliveries.report(twin.tenant, one, { state: 'READY', at: now.toISOString() })),
  ofWebhook('noteFailing', (webhooks, webhook) => webhooks.noteFailing(webhook, now)),
  ofWebhook('noteSuccess', (webhooks, webhook) => webhooks.noteSuccess(webhook)),
  ofWebhook('noteTest', (webhooks, webhook) => webhooks.noteTest(webhook, later(now, -minutes(1)), now)),
  ofWebhook('disable', (webhooks, webhook) => webhooks.disable(webhook, 'GONE', now)),
];
