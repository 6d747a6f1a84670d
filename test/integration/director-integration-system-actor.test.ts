import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anIntegrationSystem, aTenant, aUser, type Caller, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { oneOfEverything, type Subjects } from '#test/support/subjects.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
let there: Subjects;
let system: Caller;
const tenant = aTenant();
const actor = anIntegrationSystem(tenant);

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
  there = await oneOfEverything(world.as(aUser(tenant)), 'there');
  system = world.as(actor);
});
afterAll(() => dynamo.stop());

const errorOf = async (query: string) => (await system.ask(query)).errors[0]?.extensions?.error;

describe('an integration system', () => {
  it('is the viewer of its own requests', async () => {
    expect(await system.do('{ viewer { id type } }')).toEqual({ viewer: { id: actor.id, type: 'INTEGRATION_SYSTEM' } });
  });

  it('looks after Runtimes as the provisioner of the original does', async () => {
    const { result } = await system.do('mutation { result: registerRuntime(in: { name: "cluster-a", labels: { shoot: "a" } }) { id } }');
    const byId = `id: "${result.id}"`;
    expect(await system.do(`{ result: runtime(${byId}) { id name labels } }`)).toEqual({
      result: { id: result.id, name: 'cluster-a', labels: { isNormalized: 'true', shoot: 'a' } },
    });
    await system.do(`mutation { result: updateRuntime(${byId}, in: { name: "cluster-b", statusCondition: PROVISIONING }) { id } }`);
    const { token } = await system.do(`mutation { token: requestOneTimeTokenForRuntime(${byId}) { token connectorURL } }`);
    expect(token).toEqual({ token: expect.stringMatching(/^cmp_rt_/), connectorURL: expect.any(String) });
    await system.do(`mutation { result: unregisterRuntime(${byId}) { id } }`);
    expect(await system.do(`{ result: runtime(${byId}) { id } }`)).toEqual({ result: null });
  });

  it('looks after Applications of others in its tenant, down to their definitions and groups', async () => {
    const { applications } = await system.do('{ applications { data { id } } }');
    // The second one was made from the template.
    expect(applications.data).toEqual([{ id: there.application }, { id: expect.any(String) }]);
    await system.do(`mutation {
      updateApplication(id: "${there.application}", in: { description: "looked after" }) { id }
      setApplicationLabel(applicationID: "${there.application}", key: "k", value: "v") { key }
      updateBundle(id: "${there.bundle}", in: { name: "renamed" }) { id }
      updateAPIDefinition(id: "${there.api}", in: { name: "api", targetURL: "https://example.com" }) { id }
      updateWebhook(webhookID: "${there.applicationWebhook}", in: { type: CONFIGURATION_CHANGED, url: "https://example.com" }) { id }
      deleteBundleInstanceAuth(authID: "${there.instanceAuth}") { id } }`);
    const { application } = await system.do(`{ application(id: "${there.application}") { description bundles { data { name } } } }`);
    expect(application).toEqual({ description: 'looked after', bundles: { data: [{ name: 'renamed' }] } });
    await system.do(`mutation {
      unassignFormation(objectID: "${there.runtime}", objectType: RUNTIME, formation: { name: "${there.formation}" }) { id }
      assignFormation(objectID: "${there.runtime}", objectType: RUNTIME, formation: { name: "${there.formation}" }) { id } }`);
  });

  it('does not see the credentials of a Runtime', async () => {
    const { runtime } = await system.do(`{ runtime(id: "${there.runtime}") { auths { id } webhooks { id } } }`);
    expect(runtime).toEqual({ auths: null, webhooks: [{ id: there.runtimeWebhook }] });
  });

  it('does not decide where events go', async () => {
    expect(
      await errorOf(
        `mutation { setDefaultEventingForApplication(appID: "${there.application}", runtimeID: "${there.runtime}") { defaultURL } }`,
      ),
    ).toBe('InsufficientScopes');
  });
});
