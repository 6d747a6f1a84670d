import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permitOwnMachine } from '#shared/http/own-machine.ts';
import { aTenant, aUser, type Caller, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let admin: Caller;
let application: string;
let webhook: string;
let bundle: string;
let template: string;
beforeAll(async () => {
  dynamo = await startDynamo();
  admin = directorWorld(dynamo).as(aUser(aTenant()));
  const { r, t } = await admin.do(`mutation {
    r: registerApplication(in: { name: "shop", webhooks: [{ ${hook('https://shop.example/')} }], bundles: [{ name: "b" }] }) {
      id webhooks { id } bundles { data { id } } }
    t: createApplicationTemplate(in: { name: "t", accessLevel: GLOBAL, placeholders: [{ name: "host" }],
      applicationInput: { name: "from-template", healthCheckURL: "https://{{host}}/" } }) { name } }`);
  [application, webhook, bundle, template] = [r.id, r.webhooks[0].id, r.bundles.data[0].id, t.name];
  permitOwnMachine(false);
});
afterAll(() => dynamo.stop());

const hook = (url: string, more = '') => `type: CONFIGURATION_CHANGED, url: "${url}" ${more}`;
const oauth = (url: string) => `auth: { credential: { oauth: { clientId: "c", clientSecret: "s", url: "${url}" } } }`;
const api = (fetch: string) =>
  `name: "a", targetURL: "https://a.example", spec: { type: OPEN_API, format: JSON, fetchRequest: { ${fetch} } }`;
const fine = 'https://public.example/';

/** Each way to give a URL that Compass is to call. */
const ways: readonly (readonly [string, (url: string) => string])[] = [
  ['a health check', (url) => `registerApplication(in: { name: "x", healthCheckURL: "${url}" }) { id }`],
  ['a changed health check', (url) => `updateApplication(id: "${application}", in: { healthCheckURL: "${url}" }) { id }`],
  [
    'a health check of a template',
    (url) =>
      `registerApplicationFromTemplate(in: { templateName: "${template}", values: [{ placeholder: "host", value: "${new URL(url).host}" }] }) { id }`,
  ],
  ['a webhook', (url) => `addWebhook(applicationID: "${application}", in: { ${hook(url)} }) { id }`],
  ['a changed webhook', (url) => `updateWebhook(webhookID: "${webhook}", in: { ${hook(url)} }) { id }`],
  ['the token endpoint of a webhook', (url) => `addWebhook(applicationID: "${application}", in: { ${hook(fine, oauth(url))} }) { id }`],
  ['a fetch request', (url) => `addAPIDefinitionToBundle(bundleID: "${bundle}", in: { ${api(`url: "${url}"`)} }) { id }`],
  [
    'the token endpoint of a fetch request',
    (url) => `addAPIDefinitionToBundle(bundleID: "${bundle}", in: { ${api(`url: "${fine}", ${oauth(url)}`)} }) { id }`,
  ],
];

describe.each(['https://localhost/', 'https://127.0.0.1:8443/', 'https://[::1]/', 'https://10.0.0.1/', 'https://db.internal/'])(
  '%s',
  (url) => {
    it.each(ways)('is refused where it is given as %s, with the field', async (_, operation) => {
      const { errors } = await admin.ask(`mutation { ${operation(url)} }`);
      expect(errors).toMatchObject([{ extensions: { error: 'InvalidData' } }]);
      expect(errors[0]?.message).toMatch(/(url|URL)=must name a host on the public internet/);
    });
  },
);
