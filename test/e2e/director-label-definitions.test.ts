import { randomUUID } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { administrator } from '#test/support/clients.ts';

const system = inject('system');
const { director, attempt } = administrator(system);

it('a label definition decides what values its label takes', async () => {
  const key = `tier_${randomUUID().replaceAll('-', '')}`;
  await director('mutation ($in: LabelDefinitionInput!) { createLabelDefinition(in: $in) { key } }', {
    in: { key, schema: '{"enum":["gold"]}' },
  });
  const { app } = await director(`mutation { app: registerApplication(in: { name: "${key}", labels: { ${key}: "gold" } }) { id } }`);
  const set = `mutation { setApplicationLabel(applicationID: "${app.id}", key: "${key}", value: "lead") { key } }`;
  expect((await attempt(system.directorUrl, set)).errors[0]?.extensions).toMatchObject({ error_code: 22, error: 'InvalidData' });
  await director(`mutation { deleteLabelDefinition(key: "${key}") { key } }`);
  expect((await attempt(system.directorUrl, set)).errors).toEqual([]);
});
