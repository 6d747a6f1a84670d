import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Answer, type ConnectorWorld, startConnector, tokenInvalid } from '#test/support/connector-world.ts';
import { aCsr, freshKeys, subjectOf } from '#test/support/csr-builder.ts';

let connector: ConnectorWorld;
beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.stop());

const callers = 64;
const atOnce = <T>(call: (index: number) => Promise<T>) => Promise.all(Array.from({ length: callers }, (_, index) => call(index)));
const winners = (answers: Answer[]) => answers.filter(({ error }) => error === undefined);
const refusals = (answers: Answer[]) => new Set(answers.map(({ error }) => error).filter((error) => error !== undefined));

it('the Connector gives one of 64 callers with one token a certificate when each has a key of its own', async () => {
  const { token, authId } = await connector.invite();
  const requests = await atOnce(async () => (await aCsr({ name: subjectOf(authId), keys: await freshKeys('P-256') })).encoded);
  const answers = await atOnce((index) => connector.sign(token, requests[index] ?? ''));
  expect(winners(answers)).toHaveLength(1);
  expect([...refusals(answers)]).toEqual([tokenInvalid]);
});

it('the Connector gives 64 callers with one token and one certificate signing request the same certificate', async () => {
  const { token, authId } = await connector.invite();
  const { encoded } = await aCsr({ name: subjectOf(authId) });
  const answers = await atOnce(() => connector.sign(token, encoded));
  expect(winners(answers)).toHaveLength(callers);
  expect(new Set(answers.map(({ data }) => data.result.clientCertificate)).size).toBe(1);
});

it('the Connector gives one of 64 callers with one token a configuration', async () => {
  const { token } = await connector.invite('runtime');
  const answers = await atOnce(() => connector.configuration(token));
  expect(winners(answers)).toHaveLength(1);
  expect([...refusals(answers)]).toEqual([tokenInvalid]);
});

it('the Connector gives 64 repeats of one configuration with one idempotency key the same next token', async () => {
  const { token } = await connector.invite('runtime');
  const answers = await atOnce(() => connector.configuration(token, { headers: { 'Idempotency-Key': 'one' } }));
  expect(winners(answers)).toHaveLength(callers);
  expect(new Set(answers.map(({ data }) => data.result.token.token)).size).toBe(1);
});

it('the Connector lets a token end in a configuration or in a certificate, never in both', async () => {
  const { token, authId } = await connector.invite();
  const { encoded } = await aCsr({ name: subjectOf(authId) });
  const answers = await atOnce((index) => (index % 2 === 0 ? connector.configuration(token) : connector.sign(token, encoded)));
  const kinds = new Set(winners(answers).map(({ data }) => Object.keys(data.result)[0]));
  expect(kinds.size).toBe(1);
  expect(connector.unexpected).toEqual([]);
});
