import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { webhookSealingContext } from '#shared/webhooks/webhook.ts';
import { aSystem, aTenant, aUser, type DirectorWorld, directorWorld, everyItem } from '#test/support/director-world.ts';
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

describe('a webhook with asymmetric signatures', () => {
  const keys = 'id signatureScheme publicKey signingSecret';
  const input = (scheme: string) => `{ type: CONFIGURATION_CHANGED, url: "https://example.com/hook" ${scheme} }`;

  async function asymmetric() {
    const tenant = aTenant();
    const admin = world.as(aUser(tenant));
    const { made } = await admin.do(
      `mutation { made: registerApplication(in: { name: "shop", webhooks: [${input('signatureScheme: ASYMMETRIC')}] }) { id webhooks { ${keys} } } }`,
    );
    const [webhook] = made.webhooks;
    const update = async (scheme: string) =>
      (await admin.do(`mutation { r: updateWebhook(webhookID: "${webhook.id}", in: ${input(scheme)}) { ${keys} } }`)).r;
    const stored = async () => {
      const found = await world.deps.webhooks.find({ tenant, kind: 'application', id: made.id }, webhook.id);
      return found ?? expect.fail('the webhook is gone');
    };
    return { tenant, admin, webhook, update, stored };
  }

  it('shows its public key and no secret, to administrators either', async () => {
    const { webhook } = await asymmetric();
    expect(webhook).toMatchObject({
      signatureScheme: 'ASYMMETRIC',
      publicKey: expect.stringMatching(/^whpk_[A-Za-z0-9+/]{43}=$/),
      signingSecret: null,
    });
  });

  it('keeps its private key sealed, for itself alone', async () => {
    const { tenant, webhook, stored } = await asymmetric();
    const [sealed = ''] = (await stored()).secrets;
    const secret = await world.deps.sealer.open(webhookSealingContext(tenant, webhook.id), sealed);
    expect(secret).toMatch(/^whsk_/);
    const seed = Buffer.from(secret.slice(5), 'base64').subarray(0, 32);
    const items = JSON.stringify(await everyItem(dynamo));
    expect(items).toContain(webhook.publicKey);
    for (const text of [secret, secret.slice(5), ...(['hex', 'base64', 'base64url'] as const).map((one) => seed.toString(one))])
      expect(items).not.toContain(text);
  });

  it('gets another pair of keys by a rotation, and keeps the one before for the overlap', async () => {
    const { admin, webhook, stored } = await asymmetric();
    const { secrets } = await stored();
    const { r } = await admin.do(`mutation { r: rotateWebhookSigningSecret(webhookID: "${webhook.id}") { ${keys} } }`);
    expect(r).toMatchObject({ signatureScheme: 'ASYMMETRIC', publicKey: expect.stringMatching(/^whpk_/), signingSecret: null });
    expect(r.publicKey).not.toBe(webhook.publicKey);
    expect((await stored()).secrets).toEqual([expect.any(String), secrets[0]]);
  });

  it('keeps its keys through an update that does not name a scheme, or the same', async () => {
    const { webhook, update } = await asymmetric();
    expect(await update('')).toEqual(webhook);
    expect(await update('signatureScheme: ASYMMETRIC')).toEqual(webhook);
  });

  it('becomes symmetric by an update, and the other way round, each time with both signatures for the overlap', async () => {
    const { webhook, update, stored } = await asymmetric();
    const symmetric = await update('signatureScheme: SYMMETRIC');
    expect(symmetric).toEqual({
      id: webhook.id,
      signatureScheme: 'SYMMETRIC',
      publicKey: null,
      signingSecret: expect.stringMatching(/^whsec_/),
    });
    expect((await stored()).secrets).toHaveLength(2);
    const again = await update('signatureScheme: ASYMMETRIC');
    expect(again).toMatchObject({ signatureScheme: 'ASYMMETRIC', signingSecret: null });
    expect(again.publicKey).not.toBe(webhook.publicKey);
    expect((await stored()).previousSecretUntil).toBeDefined();
  });
});
