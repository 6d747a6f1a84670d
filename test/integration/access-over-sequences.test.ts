import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { aSystem, aTenant, aUser, type Caller, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { operationsById } from '#test/support/operations-by-id.ts';
import { restorable } from '#test/support/restorable-table.ts';
import { anonymous, oneOfEverything, type Subjects, unknownSubjects } from '#test/support/subjects.ts';

let dynamo: Dynamo;
let user: Caller;
let runtime: Caller;
let own: Subjects;
let restore: () => Promise<boolean>;

beforeAll(async () => {
  dynamo = await startDynamo();
  const [world, tenant] = [directorWorld(dynamo), aTenant()];
  user = world.as(aUser(tenant));
  own = await oneOfEverything(user, 'own');
  await user.do('mutation { createFormation(formation: { name: "elsewhere" }) { name } }');
  runtime = world.as(aSystem('runtime', own.runtime, tenant, own.runtimeAuth));
  restore = await restorable(dynamo);
});
afterAll(() => dynamo.stop());
afterEach(() => restore());

const unknown = unknownSubjects();

/** The same subjects, but that the Application and what it has are ids that nothing has. */
const withoutApplication = (): Subjects => {
  const { application, bundle, api, event, applicationApi, applicationEvent, document, instanceAuth } = unknown;
  return { ...own, application, bundle, api, event, applicationApi, applicationEvent, document, instanceAuth };
};

/** Requests of a Runtime about its Application, each with the same one about an Application that does not exist. */
const requests = (): [name: string, document: string, missing: string][] =>
  operationsById.flatMap(([name, entries]) =>
    entries
      .filter(({ may }) => may.runtime === 'own')
      .flatMap(({ documents }) => {
        const missing = documents(withoutApplication(), own);
        return documents(own, own).map((document, index): [string, string, string] => [name, document, missing[index] ?? '']);
      })
      .filter(([, document, missing]) => document !== missing),
  );

/** Operations whose answer is not that for an Application that does not exist. Changes are undone, but for those of `steps`. */
async function reached(steps: readonly string[]): Promise<string[]> {
  const names: string[] = [];
  for (const [name, document, missing] of requests()) {
    await restore();
    for (const step of steps) await user.do(`mutation { ${step} }`);
    const [answer, other] = [await runtime.ask(document), await runtime.ask(missing)];
    if (anonymous(answer.text, own) !== anonymous(other.text, unknown)) names.push(name);
  }
  return [...new Set(names)].sort();
}

const assignment = (verb: string, id: string, type: string) =>
  `${verb}Formation(objectID: "${id}", objectType: ${type}, formation: { name: "${own.formation}" }) { name }`;

const leaving: Readonly<Record<string, () => string[]>> = {
  'the Runtime was taken out of the formation': () => [assignment('unassign', own.runtime, 'RUNTIME')],
  'the Application was taken out of the formation': () => [assignment('unassign', own.application, 'APPLICATION')],
  'the Runtime was moved to another formation': () => [
    `setRuntimeLabel(runtimeID: "${own.runtime}", key: "scenarios", value: ["elsewhere"]) { key }`,
  ],
  'the Application was moved to another formation': () => [
    `setApplicationLabel(applicationID: "${own.application}", key: "scenarios", value: ["elsewhere"]) { key }`,
  ],
  'the formations of the Runtime were deleted as a label': () => [
    `deleteRuntimeLabel(runtimeID: "${own.runtime}", key: "scenarios") { key }`,
  ],
  'the Runtime was taken out, let in again, and taken out once more': () => [
    assignment('unassign', own.runtime, 'RUNTIME'),
    assignment('assign', own.runtime, 'RUNTIME'),
    assignment('unassign', own.runtime, 'RUNTIME'),
  ],
};

describe('a Runtime', () => {
  it('reaches the Applications of its formation by each of these operations, also after it left and came back', async () => {
    const all = [...new Set(requests().map(([name]) => name))].sort();
    expect(all.length).toBeGreaterThan(3);
    expect(await reached([])).toEqual(all);
    const [leave, comeBack] = [assignment('unassign', own.runtime, 'RUNTIME'), assignment('assign', own.runtime, 'RUNTIME')];
    expect(await reached([leave, comeBack])).toEqual(all);
  });

  it.each(Object.keys(leaving))('reaches its own credentials alone, to give them back, after %s', async (way) => {
    expect(await reached(leaving[way]?.() ?? [])).toEqual(['bundleInstanceAuth', 'requestBundleInstanceAuthDeletion']);
  });

  it('reaches nothing of an Application after it was unregistered', async () => {
    const unregistering = `unregisterApplication(id: "${own.application}") { id }`;
    expect(await reached([assignment('unassign', own.application, 'APPLICATION'), unregistering])).toEqual([]);
  });
});
