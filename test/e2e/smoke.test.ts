import { expect, inject, it } from 'vitest';
import { administrator, ok, postSecurely } from '#test/support/clients.ts';
import { pair } from '#test/support/pairing.ts';

const system = inject('system');

it('the system lets an Application pair with a token and call the Director with its certificate', async () => {
  const admin = administrator(system);
  const { result: app } = await admin.director('mutation { result: registerApplication(in: {name: "smoke"}) { id } }');
  const { result: token } = await admin.director(
    `mutation { result: requestOneTimeTokenForApplication(id: "${app.id}") { token connectorURL raw rawEncoded expiresAt used } }`,
  );
  const paired = await pair(system, token.token);
  const viewer = ok(await postSecurely(system, system.mtlsDirectorUrl, paired, '{ viewer { id type } }'));
  expect(viewer.viewer).toEqual({ id: app.id, type: 'APPLICATION' });
  expect(await admin.director('{ viewer { id type } }')).toEqual({ viewer: { id: 'local-administrator', type: 'USER' } });
  const { application } = await admin.director(`{ application(id: "${app.id}") { status { condition } auths { id } } }`);
  expect(application).toEqual({ status: { condition: 'CONNECTED' }, auths: [{ id: paired.authId }] });
});
