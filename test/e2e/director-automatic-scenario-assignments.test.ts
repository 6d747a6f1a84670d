import { randomUUID } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { administrator } from '#test/support/clients.ts';

const { director } = administrator(inject('system'));

it('Runtimes with a label enter a formation by themselves, and leave it when that ends', async () => {
  const name = `by-label-${randomUUID()}`;
  await director(`mutation { createFormation(formation: { name: "${name}" }) { id } }`);
  const register = () =>
    director(`mutation { r: registerRuntime(in: { name: "r-${randomUUID()}", labels: { region: "${name}" } }) { id } }`);
  const there = (await register()).r.id;
  await director(`mutation { createAutomaticScenarioAssignment(in: {
    scenarioName: "${name}", selector: { key: "region", value: "${name}" } }) { scenarioName } }`);
  const later = (await register()).r.id;
  const formations = async (id: string) => (await director(`{ f: formationsForObject(objectID: "${id}") { name } }`)).f;
  expect(await Promise.all([there, later].map(formations))).toEqual([[{ name }], [{ name }]]);
  await director(`mutation { deleteAutomaticScenarioAssignmentForScenario(scenarioName: "${name}") { scenarioName } }`);
  expect(await Promise.all([there, later].map(formations))).toEqual([[], []]);
});
