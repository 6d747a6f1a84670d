import { afterAll, beforeAll, expect, it } from 'vitest';
import { aSystem, aTenant, aUser, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
});
afterAll(() => dynamo.stop());

const settings = 'id url createdAt auth { credential { __typename } }';
const withWebhook = `mutation { made: registerApplication(in: { name: "shop", webhooks: [{ type: CONFIGURATION_CHANGED, url: "https://example.com/hook",
  auth: { credential: { basic: { username: "u", password: "p" } } } }] }) { id webhooks { ${settings} signingSecret } } }`;

it('rotateWebhookSigningSecret gives a webhook another signing secret at the word of its Application, and leaves its settings', async () => {
  const tenant = aTenant();
  const { made } = await world.as(aUser(tenant)).do(withWebhook);
  const [{ signingSecret, ...before }] = made.webhooks;
  const application = world.as(aSystem('application', made.id, tenant));
  const { rotated } = await application.do(
    `mutation { rotated: rotateWebhookSigningSecret(webhookID: "${before.id}") { ${settings} signingSecret } }`,
  );
  expect(rotated).toEqual({ ...before, signingSecret: expect.stringMatching(/^whsec_/) });
  expect(rotated.signingSecret).not.toBe(signingSecret);
  const { updated } = await application.do(
    `mutation { updated: updateWebhook(webhookID: "${before.id}", in: { type: CONFIGURATION_CHANGED, url: "https://example.com/new" }) { signingSecret } }`,
  );
  expect(updated.signingSecret).toBe(rotated.signingSecret);
});
