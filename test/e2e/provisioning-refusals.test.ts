import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { type Data, post, type WireAnswer } from '#test/support/clients.ts';
import { provisionerOf } from '#test/support/provisioning-client.ts';

const system = inject('system');
const provisioner = provisionerOf(system);
const other = provisionerOf(system, system.tenants[1]);

it('the Provisioner refuses a driver that it does not have, and names those it has', async () => {
  const { errors } = await provisioner.attemptProvision({ driver: 'gardener' });
  expect(errors).toMatchObject([
    { message: expect.stringMatching(/driver.*must be one of: process/), extensions: { error_code: 400, error: 'InvalidData' } },
  ]);
});

it.each([
  ['a name that is none', { name: 'no spaces please' }, 'name'],
  ['a time limit beyond all bounds', { parameters: { agentTimeoutSeconds: 100_000 } }, 'agentTimeoutSeconds'],
  ['an address that is none', { parameters: { eventsUrl: 'not a URL' } }, 'parameters.eventsUrl=must be an http or https URL'],
  ['a parameter that the driver does not have', { parameters: { size: 3 } }, 'which takes eventsUrl, consoleUrl, syncPeriodSeconds'],
  ['parameters that are no object', { parameters: ['a'] }, 'parameters'],
])('refuses %s before anything is registered', async (_, given, field) => {
  const answer = await provisioner.attemptProvision(given);
  expect(answer.errors).toMatchObject([{ message: expect.stringContaining(field), extensions: { error_code: 400, error: 'InvalidData' } }]);
  expect(answer.data.result ?? null).toBeNull();
});

it('the Provisioner refuses an idempotency key that was used with another request', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const given = { name: `once-${randomUUID()}`, parameters: { startAgent: false, agentTimeoutSeconds: 1 } };
  const started = await provisioner.provision(given, key);
  const { errors } = await provisioner.attemptProvision({ ...given, name: 'another' }, key);
  expect(errors).toMatchObject([{ message: expect.stringContaining('Idempotency-Key'), extensions: { error: 'InvalidData' } }]);
  await provisioner.outcome(started.id);
});

it('the Provisioner starts one operation however many requests with the same idempotency key come at once', async () => {
  const key = { 'idempotency-key': randomUUID() };
  const given = { name: `one-${randomUUID()}`, parameters: { startAgent: false, agentTimeoutSeconds: 1 } };
  const answers = await Promise.all(Array.from({ length: 8 }, () => provisioner.provision(given, key)));
  expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
  expect(new Set(answers.map(({ runtimeID }) => runtimeID)).size).toBe(1);
  await provisioner.outcome(answers[0]?.id);
});

it('the Provisioner refuses every caller without a token of an administrator', async () => {
  const query = '{ runtimeStatus(id: "x") { hibernationStatus { hibernated } } }';
  expect((await post(system.provisionerUrl, query)).status).toBe(401);
  expect((await post(system.provisionerUrl, query, undefined, { authorization: 'Bearer nonsense' })).status).toBe(401);
});

describe('to another tenant', () => {
  let started: Data;
  beforeAll(async () => {
    started = await provisioner.provision({ parameters: { startAgent: false, agentTimeoutSeconds: 2 } });
  });

  const without = (answer: WireAnswer, id: string) => JSON.parse(JSON.stringify(answer.errors).replaceAll(id, 'ID'));

  it.each([
    ['the status of the operation', (id: string) => other.attemptStatus(id), () => started.id],
    ['the status of the Runtime', (id: string) => other.attemptRuntimeStatus(id), () => started.runtimeID],
    ['its removal', (id: string) => other.attemptDeprovision(id), () => started.runtimeID],
  ])('answers %s like that of an unknown id', async (_, ask, idOf) => {
    const unknownId = randomUUID();
    const [foreign, unknown] = [await ask(idOf()), await ask(unknownId)];
    expect(foreign.status).toBe(unknown.status);
    expect(without(foreign, idOf())).toEqual(without(unknown, unknownId));
    expect(foreign.errors).toMatchObject([{ extensions: { error: 'NotFound' } }]);
  });

  it('changes nothing for the owner', async () => {
    expect(await provisioner.outcome(started.id)).toMatchObject({ operation: 'Provision', state: 'Failed' });
  });
});
