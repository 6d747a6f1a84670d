import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { assignmentStatus } from '#functions/director/assignment-status.ts';
import type { DirectorDeps } from '#functions/director/deps.ts';
import type { Actor } from '#shared/core/actor.ts';
import { systemClock } from '#shared/core/clock.ts';
import { assignmentStatusPath } from '#shared/webhooks/report-address.ts';
import { anApiEvent } from '#test/support/api-event.ts';
import { answerRecorder, type DescribedAnswers, isTakenWithMoreFields, problemsOf } from '#test/support/described-answers.ts';
import { aSystem, aUser, type DirectorWorld, directorWorld, everyItem } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { formationStory } from '#test/support/formation-story.ts';
import { aSystemAuth } from '#test/support/registry-builders.ts';

const recorder = answerRecorder();
let described: DescribedAnswers;
let dynamo: Dynamo;
let world: DirectorWorld;
beforeAll(async () => {
  const validator = new Validator();
  expect(await validator.validate(parse(readFileSync('docs/api/assignments.openapi.yaml', 'utf8')))).toEqual({ valid: true });
  const { paths } = validator.resolveRefs() as unknown as { paths: Record<string, { patch: { responses: DescribedAnswers } }> };
  expect(Object.keys(paths)).toEqual([assignmentStatusPath]);
  described = paths[assignmentStatusPath]?.patch.responses ?? {};
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
});
afterAll(() => dynamo.stop());

/** A caller whose credential was verified before; undefined for one without. */
function reporter(actor: Actor | undefined, prefix = '') {
  const owner = actor && { tenant: actor.tenant, kind: 'application' as const, id: actor.id };
  const auth = owner && { ...aSystemAuth(owner), connected: true, lastSeenAt: systemClock().toISOString() };
  const deps = { ...world.deps, authenticateClient: async () => actor && { actor, auth } } as unknown as DirectorDeps;
  const serve = assignmentStatus(
    deps,
    (_, { error }) => expect.fail(String(error.stack)),
    ({ routeKey }) => expect.fail(`nothing serves ${routeKey}`),
  );
  return async (formationId: string, assignmentId: string, body: unknown, { delivery, to }: { delivery?: string; to?: string } = {}) => {
    const event = anApiEvent({
      route: `PATCH ${prefix}${assignmentStatusPath}`,
      parameters: { formationId, assignmentId },
      query: delivery === undefined ? {} : { delivery },
      body: body as object,
    });
    const { statusCode, headers, body: text } = await serve(event);
    const answer = { status: statusCode ?? 0, headers: headers ?? {}, ...(text !== undefined && { body: JSON.parse(text) }) };
    expect(problemsOf(described, answer)).toEqual([]);
    expect(isTakenWithMoreFields(described, answer)).toBe(true);
    if (to) recorder.record('reportAssignmentStatus', to, answer);
    return answer;
  };
}

const expected = { answered: { state: 'EXPECTED' } } as const;

/** An Application with a webhook that reports later, in a formation that a Runtime joined; its notification is made, and accepted where the story says so. */
async function aTold({ isAccepted = true }: { isAccepted?: boolean } = {}) {
  const story = await formationStory(dynamo, world);
  const { tenant, formationId, formation, application, runtime, assign, unassign, made, succeed } = story;
  const [shop, cluster] = [await application('shop', ['shop'], 'mode: ASYNC_CALLBACK'), await runtime('cluster')];
  await assign(shop, 'APPLICATION');
  await made();
  await assign(cluster, 'RUNTIME');
  const [delivery] = await made();
  if (!delivery) throw new Error('there is no delivery');
  if (isAccepted) await succeed(delivery, expected);
  const ask = reporter(aSystem('application', shop, tenant));
  const id = `${formationId}:${shop}`;
  return {
    ...story,
    shop,
    cluster,
    delivery,
    id,
    report: (body: unknown, options: { delivery?: string; to?: string } = {}) => ask(formationId, id, body, options),
    assignment: async () => (await formation()).formationAssignments.data[0],
    left: async () => {
      await unassign(cluster, 'RUNTIME');
      const [departure] = await made();
      if (departure) await succeed(departure, expected);
    },
  };
}

describe('a participant that reports later', () => {
  it('is INITIAL after it accepted the notification, and READY after its report', async () => {
    const { report, assignment, formation } = await aTold();
    expect(await assignment()).toMatchObject({ state: 'INITIAL', error: null });
    expect((await formation()).status.condition).toBe('IN_PROGRESS');
    expect(await report({ state: 'READY' }, { to: 'is followed' })).toEqual({ status: 200, headers: { 'cache-control': 'no-store' } });
    expect(await assignment()).toMatchObject({ state: 'READY', error: null, lastStateChangeTimestamp: expect.any(String) });
    expect((await formation()).status.condition).toBe('READY');
  });

  it('is in error with its reason, which a repetition leaves as it is and a later report ends', async () => {
    const { report, assignment, formation, id } = await aTold();
    const failed = { state: 'CREATE_ERROR', error: 'the tenant of the shop is locked' };
    for (const _ of ['once', 'again']) {
      expect((await report(failed)).status).toBe(200);
      const error = '{"error":{"message":"the tenant of the shop is locked","errorCode":2}}';
      expect(await assignment()).toMatchObject({ state: 'CREATE_ERROR', error, value: error });
    }
    expect((await formation()).status.errors).toEqual([{ assignmentID: id, message: failed.error, errorCode: 2 }]);
    expect((await report({ error: 'still' })).status).toBe(200);
    expect(await assignment()).toMatchObject({ state: 'CREATE_ERROR', error: expect.stringContaining('still') });
    await report({ state: 'READY' });
    expect(await assignment()).toMatchObject({ state: 'READY', error: null });
  });

  it('is CONFIG_PENDING while it says so, and shows its configuration, which is stored sealed', async () => {
    const { report, assignment, formation } = await aTold();
    const configuration = { url: 'https://shop.example.com', secret: 'hidden-in-configuration' };
    await report({ state: 'CONFIG_PENDING', configuration });
    const text = JSON.stringify(configuration);
    expect(await assignment()).toMatchObject({ state: 'CONFIG_PENDING', configuration: text, value: text });
    expect((await formation()).status.condition).toBe('IN_PROGRESS');
    expect(JSON.stringify(await everyItem(dynamo))).not.toContain('hidden-in-configuration');
  });

  it('counts also before its answer is noted, and where its answer was lost', async () => {
    const { report, delivery, deliveries, assignment, succeed } = await aTold({ isAccepted: false });
    await deliveries.claim(delivery, new Date());
    await report({ state: 'READY' });
    expect(await assignment()).toMatchObject({ state: 'READY' });
    await deliveries.end(delivery, 'SUCCEEDED', { at: new Date(), duration: 1, status: 202, ...expected }, new Date());
    await succeed(delivery, expected);
    expect(await assignment()).toMatchObject({ state: 'READY' });
  });

  it('reports anew after the notification was sent again, which a formation that is not READY has on demand', async () => {
    const { admin, formationId, report, delivery, deliveries, assignment } = await aTold();
    const resynchronize = (reset: boolean) =>
      admin.do(`mutation { resynchronizeFormationNotifications(formationID: "${formationId}", reset: ${reset}) { id } }`);
    const due = async () => (await world.deps.deliveryLog.find(delivery.tenant, delivery.id))?.state;
    const accept = async () => {
      await deliveries.claim(delivery, new Date(Date.now() + 1000));
      await deliveries.end(delivery, 'SUCCEEDED', { at: new Date(), duration: 1, status: 202, ...expected }, new Date());
    };
    await report({ state: 'CREATE_ERROR', error: 'no' });
    await resynchronize(false);
    expect(await due()).toBe('PENDING');
    expect(await assignment()).toMatchObject({ state: 'INITIAL', error: null });
    await accept();
    expect(await assignment()).toMatchObject({ state: 'INITIAL' });
    await report({ state: 'READY' });
    await resynchronize(false);
    expect(await due()).toBe('SUCCEEDED');
    expect(await assignment()).toMatchObject({ state: 'READY' });
    await resynchronize(true);
    expect(await due()).toBe('PENDING');
    expect(await assignment()).toMatchObject({ state: 'INITIAL' });
  });

  it('reports a departure by its own states', async () => {
    const { report, assignment, left } = await aTold();
    await left();
    expect(await assignment()).toMatchObject({ state: 'DELETING' });
    for (const state of ['CREATE_ERROR', 'CONFIG_PENDING'])
      expect((await report({ state })).body).toMatchObject({
        message: expect.stringContaining(`the state ${state} is not one of UNASSIGN`),
      });
    await report({ state: 'DELETE_ERROR', error: 'still in use' });
    expect(await assignment()).toMatchObject({ state: 'DELETE_ERROR', error: expect.stringContaining('still in use') });
    await report({ state: 'READY' });
    expect(await assignment()).toMatchObject({ state: 'READY' });
  });

  it('cannot report of a notification that a later change replaced', async () => {
    const { report, delivery, assignment, left } = await aTold();
    expect((await report({ state: 'CONFIG_PENDING' }, { delivery: delivery.id })).status).toBe(200);
    await left();
    const late = await report({ state: 'READY' }, { delivery: delivery.id, to: 'is late' });
    expect(late).toMatchObject({ status: 409, body: { error: 'InvalidOperation' } });
    expect(await assignment()).toMatchObject({ state: 'DELETING' });
  });

  it('cannot report before it was notified', async () => {
    const { report } = await aTold({ isAccepted: false });
    expect(await report({ state: 'READY' })).toMatchObject({ status: 409, body: { error: 'InvalidOperation' } });
  });
});

describe('a participant that reports in its answer', () => {
  it.each([
    ['READY', { state: 'READY' }, null],
    ['CREATE_ERROR', { state: 'ERROR', error: 'locked' }, 'locked'],
    ['CONFIG_PENDING', { state: 'CONFIG_PENDING' }, null],
  ] as const)('is %s where it says so', async (state, answered, reason) => {
    const { delivery, assignment, succeed } = await aTold({ isAccepted: false });
    await succeed(delivery, { answered });
    expect(await assignment()).toMatchObject({ state, error: reason === null ? null : expect.stringContaining(reason) });
  });
});

describe('a report', () => {
  it.each([
    ['of an unknown state', { state: 'INITIAL' }],
    ['of nothing', {}],
    ['with a field that is not known', { state: 'READY', secret: 1 }],
    ['of success with an error', { state: 'READY', error: 'no' }],
    ['of an error with a configuration', { state: 'CREATE_ERROR', configuration: {} }],
    ['with a reason that is too long', { error: 'x'.repeat(2001) }],
    ['with a configuration that is too large', { state: 'READY', configuration: 'x'.repeat(16 * 1024) }],
    ['that is no object', [1]],
  ])('%s is refused', async (to, body) => {
    const { report, assignment } = await aTold();
    expect(await report(body, { to })).toMatchObject({ status: 400, body: { message: expect.any(String) } });
    expect(await assignment()).toMatchObject({ state: 'INITIAL' });
  });

  it('is taken from the Application itself, and from what acts for its tenant', async () => {
    const { tenant, formationId, id, assignment } = await aTold();
    const system = { kind: 'integration_system', id: 'system', tenant, scopes: aUser(tenant).scopes } as const;
    expect((await reporter(system, '/oauth')(formationId, id, { state: 'READY' })).status).toBe(200);
    expect(await assignment()).toMatchObject({ state: 'READY' });
  });

  it('is refused without a credential, without the scope, from another participant and from another tenant', async () => {
    const { tenant, formationId, id, shop, cluster, assignment, application, assign } = await aTold();
    const other = await application('other');
    await assign(other, 'APPLICATION');
    const ready = { state: 'READY' };
    expect((await reporter(undefined)(formationId, id, ready, { to: 'comes without a credential' })).status).toBe(401);
    const reading = { ...aSystem('application', shop, tenant), scopes: new Set(['application:read']) };
    expect((await reporter(reading)(formationId, id, ready, { to: 'comes without the scope' })).status).toBe(403);
    expect((await reporter(aSystem('runtime', cluster, tenant))(formationId, id, ready)).status).toBe(403);
    const unknown = await reporter(aSystem('application', other, tenant))(formationId, id, ready, { to: "is another's" });
    expect(unknown.status).toBe(404);
    const foreign = await aTold();
    expect(await reporter(aUser(foreign.tenant))(formationId, id, ready)).toEqual(unknown);
    expect(await reporter(aSystem('application', shop, foreign.tenant))(formationId, id, ready)).toEqual(unknown);
    expect((await foreign.report(ready, {})).status).toBe(200);
    expect(await assignment()).toMatchObject({ state: 'INITIAL' });
  });

  it('is not found for an assignment that there is none of, and refused for that of a Runtime', async () => {
    const { tenant, formationId, cluster, id } = await aTold();
    const ask = reporter(aUser(tenant));
    for (const unknown of ['x', `${formationId}:`, `${id}0`])
      expect((await ask(formationId, unknown, { state: 'READY' })).status).toBe(404);
    const ofRuntime = await ask(formationId, `${formationId}:${cluster}`, { state: 'READY' });
    expect(ofRuntime.body).toMatchObject({ error: 'InvalidOperation' });
  });
});

it('the answers to reports are those that generated clients are tested with; after an intended change, update the snapshot', async () => {
  await expect(recorder.text()).toMatchFileSnapshot('../contract/openapi/assignments-answers.yaml');
});
