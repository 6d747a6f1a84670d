import { afterAll, beforeAll, expect, it } from 'vitest';
import { aSystem, aTenant, aUser, type Caller, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { clients } from '#test/support/operations-of-clients.ts';

let dynamo: Dynamo;
let agent: Caller;
let runtime: string;

beforeAll(async () => {
  dynamo = await startDynamo();
  const world = directorWorld(dynamo);
  const tenant = aTenant();
  const admin = world.as(aUser(tenant));
  const registered = await admin.do(`mutation {
    runtime: registerRuntime(in: { name: "r", labels: { scenarios: ["s"] } }) { id }
    registerApplication(in: { name: "Shop", providerName: "p", labels: { scenarios: ["s"] }, bundles: [{
      name: "b", defaultInstanceAuth: { credential: { basic: { username: "u", password: "hidden" } }, additionalHeaders: { h: ["v"] } }
      apiDefinitions: [{ name: "orders", targetURL: "https://shop.example", spec: { type: OPEN_API, format: JSON, data: "{}" } }]
      eventDefinitions: [{ name: "ordered", spec: { type: ASYNC_API, format: YAML, data: "asyncapi: 2.0.0" } }]
      documents: [{ title: "guide", displayName: "g", description: "d", format: MARKDOWN, data: "x" }] }] }) { id } }`);
  runtime = registered.runtime.id;
  agent = world.as(aSystem('runtime', runtime, tenant));
});
afterAll(() => dynamo.stop());

const operations = Object.entries(clients.find(({ name }) => name === 'runtime-agent')?.operations ?? {});

it.each(operations)('a Runtime Agent is answered in full: %s', async (name, text) => {
  // Agents write the id into the text, and send no variables.
  const written = text
    .replaceAll('$runtime: ID!', '')
    .replace(/\(\s*\)/, '')
    .replaceAll('$runtime', JSON.stringify(runtime));
  const { data, errors } = await agent.ask(written);
  expect(errors).toEqual([]);
  const page = data.result?.data ?? data.applicationsForRuntime?.data;
  if (!name.startsWith('Of')) return expect(data.result).toBeTruthy();
  expect(page).toMatchObject([{ name: 'mp-shop', labels: { name: 'mp-shop' } }]);
  const all = JSON.stringify(page);
  expect(all).toContain('"name":"orders"');
  expect(all).toContain('"name":"ordered"');
  if (name !== 'OfPackages') expect(all).toContain('"password":"hidden"');
});
