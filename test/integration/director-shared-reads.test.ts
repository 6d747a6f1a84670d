import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Data } from '#test/support/clients.ts';
import { aTenant, aUser, type Caller, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { tableSending } from '#test/support/table-sending.ts';

let dynamo: Dynamo;
let admin: Caller;
/** Numbers of keys of the batch reads since the list was emptied. */
const batches: number[] = [];

beforeAll(async () => {
  dynamo = await startDynamo();
  const table = tableSending(dynamo, (command) => {
    const { RequestItems } = command.input as Data;
    const keys = Object.values(RequestItems ?? {}).flatMap((one) => (one as Data).Keys ?? []);
    if (keys.length > 0) batches.push(keys.length);
    return dynamo.client.send(command);
  });
  admin = directorWorld({ table }).as(aUser(aTenant()));
  for (const name of ['one', 'two', 'three']) {
    await admin.do(`mutation {
      createApplicationTemplate(in: { name: "${name}", applicationInput: { name: "${name}" }, accessLevel: GLOBAL }) { id }
      registerRuntime(in: { name: "${name}", labels: { scenarios: ["${name}"], runtime_eventServiceUrl: "https://${name}.example" } }) { id }
      registerApplicationFromTemplate(in: { templateName: "${name}" }) { id }
    }`);
  }
  const { applications } = await admin.do('{ applications { data { id name } } }');
  for (const { id, name } of applications.data)
    await admin.do(`mutation { setApplicationLabel(applicationID: "${id}", key: "scenarios", value: ["${name}"]) { key } }`);
});
afterAll(() => dynamo.stop());

describe('the Applications of a page', () => {
  it('have their application templates read together', async () => {
    batches.length = 0;
    const { applications } = await admin.do('{ applications { data { name applicationTemplate { name } } } }');
    for (const one of applications.data) expect(one.applicationTemplate.name).toBe(one.name);
    expect(batches).toEqual([3]);
  });

  it('have the Runtimes of their eventing URLs read together', async () => {
    batches.length = 0;
    const { applications } = await admin.do('{ applications { data { name eventingConfiguration { defaultURL } } } }');
    for (const one of applications.data) expect(one.eventingConfiguration.defaultURL).toContain(`https://${one.name}.example`);
    expect(batches).toEqual([3]);
  });
});

describe('mutations of one request', () => {
  it('answer with what those before them changed', async () => {
    const { applicationTemplates, applications } = await admin.do(
      '{ applicationTemplates { data { id name } } applications { data { id name } } }',
    );
    const idOf = (page: Data) => page.data.find(({ name }: Data) => name === 'one').id;
    const answer = await admin.do(`mutation {
      before: updateApplication(id: "${idOf(applications)}", in: {}) { applicationTemplate { description } }
      updateApplicationTemplate(id: "${idOf(applicationTemplates)}",
        in: { name: "one", description: "new", applicationInput: { name: "one" }, accessLevel: GLOBAL }) { id }
      after: updateApplication(id: "${idOf(applications)}", in: {}) { applicationTemplate { description } }
    }`);
    expect([answer.before, answer.after].map(({ applicationTemplate }) => applicationTemplate.description)).toEqual([null, 'new']);
  });
});
