import { randomUUID } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { administrator } from '#test/support/clients.ts';

const { director } = administrator(inject('system'));

it('an Application is registered from a template, written inline as existing clients do', async () => {
  const mark = randomUUID();
  const templateName = `SAP Commerce Cloud ${mark}`;
  const { template } = await director(`mutation {
    template: createApplicationTemplate(in: {
      name: "${templateName}", accessLevel: GLOBAL,
      applicationInput: { name: "{{name}}", description: "{{display-name}}", providerName: "SAP" },
      placeholders: [{ name: "name" }, { name: "display-name" }]
    }) { id name applicationInput placeholders { name description } accessLevel } }`);
  const { result } = await director(`mutation {
    result: registerApplicationFromTemplate(in: { templateName: "${templateName}", values: [
      { placeholder: "name", value: "app-${mark}" }, { placeholder: "display-name", value: "An App" }] }) {
      id name description providerName applicationTemplateID labels } }`);
  expect(result).toMatchObject({
    name: `app-${mark}`,
    description: 'An App',
    providerName: 'SAP',
    applicationTemplateID: template.id,
    labels: { applicationType: templateName },
  });
  await director(`mutation { unregisterApplication(id: "${result.id}") { id } deleteApplicationTemplate(id: "${template.id}") { id } }`);
});
