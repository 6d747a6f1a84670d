import { randomUUID } from 'node:crypto';
import { expect, inject, it } from 'vitest';
import { administrator } from '#test/support/clients.ts';

const system = inject('system');
const { director, attempt } = administrator(system);

it('a formation made from a template takes in the types that the template lists', async () => {
  const name = `of-${randomUUID()}`;
  await director(
    `mutation { createFormationTemplate(in: { name: "${name}", applicationTypes: ["shop"], runtimeTypes: ["kyma"] }) { id } }`,
  );
  await director(`mutation { createFormation(formation: { name: "${name}", templateName: "${name}" }) { id state } }`);
  const { shop, crm } = await director(`mutation {
    shop: registerApplication(in: { name: "shop-${name}", labels: { applicationType: "shop" } }) { id }
    crm: registerApplication(in: { name: "crm-${name}", labels: { applicationType: "crm" } }) { id } }`);
  const assign = (id: string) =>
    attempt(
      system.directorUrl,
      `mutation { assignFormation(objectID: "${id}", objectType: APPLICATION, formation: { name: "${name}" }) { id } }`,
    );
  expect((await assign(crm.id)).errors[0]?.extensions).toMatchObject({ error_code: 27, error: 'InvalidOperation' });
  expect((await assign(shop.id)).errors).toEqual([]);
  expect(await director(`{ found: formationsForObject(objectID: "${shop.id}") { name } }`)).toEqual({ found: [{ name }] });
});
