import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { administrator, ok, post, postSecurely } from '#test/support/clients.ts';
import { aCircle } from '#test/support/listening-circle.ts';
import { pair } from '#test/support/pairing.ts';

const system = inject('system');
const { director, connector, attempt, tenant } = administrator(system);
let circle: Awaited<ReturnType<typeof aCircle>>;
let outside: Awaited<ReturnType<typeof aCircle>>;

beforeAll(async () => {
  outside = await aCircle(system);
});
afterAll(() => outside.stop());
beforeEach(async () => {
  circle = await aCircle(system, 2);
});
/** Whatever was told in the circle, nothing of it was told outside. */
afterEach(async () => {
  await outside.expectNews([[]]);
  await circle.stop();
});

const assignment = (operation: string, type: 'APPLICATION' | 'RUNTIME', id: string, name: string) =>
  director(`mutation { ${operation}(objectID: "${id}", objectType: ${type}, formation: {name: "${name}"}) { id } }`);

const setDefaultEventing =
  'mutation ($app: String!, $runtime: String!) { setDefaultEventingForApplication(appID: $app, runtimeID: $runtime) { defaultURL } }';

describe('every Application of the formation gets one notification', () => {
  it('when its Runtime becomes CONNECTED, in a CloudEvent', async () => {
    const { token } = await connector('mutation ($id: ID!) { token: generateRuntimeToken(runtimeID: $id) { token } }', {
      id: circle.runtimeId,
    });
    ok(await postSecurely(system, system.mtlsDirectorUrl, await pair(system, token.token), '{ viewer { id } }'));
    await circle.expectNews([['RuntimeConnected'], ['RuntimeConnected']]);
    for (const listener of circle.listeners) {
      const [heard] = circle.newsOf(listener);
      expect(heard?.post.headers['content-type']).toBe('application/cloudevents+json; charset=utf-8');
      expect(heard?.event).toEqual({
        specversion: '1.0',
        id: heard?.messageId,
        source: `/compass/tenants/${tenant}`,
        type: 'io.compass.configuration.changed.v1',
        subject: `applications/${listener.id}`,
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        datacontenttype: 'application/json',
        data: {
          tenant,
          applicationId: listener.id,
          runtimeId: circle.runtimeId,
          formations: [{ id: expect.any(String), name: circle.formation }],
          reason: 'RuntimeConnected',
        },
      });
    }
  });

  it('when the eventing URL of its Runtime changes', async () => {
    await circle.moveEvents('https://moved.example');
    await circle.expectNews([['RuntimeEventingUrlChanged'], ['RuntimeEventingUrlChanged']]);
  });

  it('when default eventing is set, and when it is deleted', async () => {
    const ids = { app: circle.first.id, runtime: circle.runtimeId };
    await director(setDefaultEventing, ids);
    await circle.expectNews([['DefaultEventingChanged'], ['DefaultEventingChanged']]);
    await director('mutation ($app: String!) { deleteDefaultEventingForApplication(appID: $app) { defaultURL } }', ids);
    const twice = ['DefaultEventingChanged', 'DefaultEventingChanged'];
    await circle.expectNews([twice, twice]);
  });

  it('when its Runtime leaves the formation, and when it comes back', async () => {
    await assignment('unassignFormation', 'RUNTIME', circle.runtimeId, circle.formation);
    await circle.expectNews([['FormationUnassigned'], ['FormationUnassigned']]);
    await assignment('assignFormation', 'RUNTIME', circle.runtimeId, circle.formation);
    const both = ['FormationAssigned', 'FormationUnassigned'];
    await circle.expectNews([both, both]);
  });

  it('also one that shares two formations with the Runtime', async () => {
    const another = `second-${randomUUID()}`;
    await director(`mutation { createFormation(formation: {name: "${another}"}) { id } }`);
    await assignment('assignFormation', 'RUNTIME', circle.runtimeId, another);
    await circle.expectNews([[], []]);
    await assignment('assignFormation', 'APPLICATION', circle.first.id, another);
    await circle.expectNews([['FormationAssigned'], []]);
    for (const listener of circle.listeners) listener.forget();
    await circle.moveEvents('https://shared.example');
    await circle.expectNews([['RuntimeEventingUrlChanged'], ['RuntimeEventingUrlChanged']]);
    const [heard] = circle.newsOf(circle.first);
    const names = heard?.event.data.formations.map(({ name }: { name: string }) => name);
    expect(names.sort()).toEqual([another, circle.formation].sort());
  });
});

it('the system notifies an Application alone when it leaves a formation and when it comes back', async () => {
  await assignment('unassignFormation', 'APPLICATION', circle.first.id, circle.formation);
  await circle.expectNews([[]], circle.listeners.slice(1));
  await assignment('assignFormation', 'APPLICATION', circle.first.id, circle.formation);
  await circle.expectNews([['FormationAssigned', 'FormationUnassigned'], []]);
  for (const { event } of circle.newsOf(circle.first)) {
    expect(event.data).toEqual({
      tenant,
      applicationId: circle.first.id,
      formations: [{ id: expect.any(String), name: circle.formation }],
      reason: expect.any(String),
    });
  }
});

describe('no notification is sent', () => {
  it('of a change that changes nothing', async () => {
    await circle.moveEvents('https://same.example');
    await circle.moveEvents('https://same.example');
    await assignment('assignFormation', 'APPLICATION', circle.first.id, circle.formation);
    await circle.expectNews([['RuntimeEventingUrlChanged'], ['RuntimeEventingUrlChanged']]);
  });

  it('of other labels, names and descriptions', async () => {
    const { runtimeId: id, first } = circle;
    await director('mutation ($id: ID!) { setRuntimeLabel(runtimeID: $id, key: "colour", value: "red") { key } }', { id });
    await director(`mutation ($id: ID!) { updateRuntime(id: $id, in: {name: "renamed-${randomUUID()}", description: "d"}) { id } }`, {
      id,
    });
    await director('mutation ($id: ID!) { updateApplication(id: $id, in: {description: "d"}) { id } }', { id: first.id });
    await director('mutation ($id: ID!) { addBundle(applicationID: $id, in: {name: "b"}) { id } }', { id: first.id });
    await circle.expectNews([[], []]);
  });

  it('of changes that were refused', async () => {
    const { runtimeId: id, first } = circle;
    const label =
      'mutation ($id: ID!, $value: Any!) { setRuntimeLabel(runtimeID: $id, key: "runtime_eventServiceUrl", value: $value) { key } }';
    const foreign = administrator(system, system.tenants[1]).headers;
    const nowhere = `mutation { assignFormation(objectID: "${id}", objectType: RUNTIME, formation: {name: "${randomUUID()}"}) { id } }`;
    const refused = [
      await attempt(system.directorUrl, label, { id, value: null }),
      await post(system.directorUrl, label, { id, value: 'https://foreign.example' }, foreign),
      await attempt(system.directorUrl, setDefaultEventing, { app: first.id, runtime: outside.runtimeId }),
      await attempt(system.directorUrl, nowhere),
    ];
    for (const { errors } of refused) expect(errors).toHaveLength(1);
    await circle.expectNews([[], []]);
  });
});
