import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { addApiDefinition } from '#shared/bundles/change-definition.ts';
import type { UserActor } from '#shared/core/actor.ts';
import { AppError } from '#shared/core/errors.ts';
import { aTenant, aUser, type Caller, type DirectorWorld, directorWorld } from '#test/support/director-world.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;
let world: DirectorWorld;
let user: UserActor;
let alice: Caller;

beforeAll(async () => {
  dynamo = await startDynamo();
  world = directorWorld(dynamo);
});
afterAll(() => dynamo.stop());
beforeEach(() => {
  user = aUser(aTenant());
  alice = world.as(user);
});

const api = (target: string) => `{ name: "a", targetURL: "${target}" }`;
const bundleWith = (...targets: string[]) => `{ name: "b", apiDefinitions: [${targets.map(api)}] }`;
const register = async (input = '') =>
  (await alice.do(`mutation { a: registerApplication(in: { name: "app" ${input} }) { id baseUrl bundles { data { id } } } }`)).a;
const addBundle = async (id: string, bundle: string) =>
  (await alice.do(`mutation { b: addBundle(applicationID: "${id}", in: ${bundle}) { id } }`)).b.id;
const addApi = (bundle: string, target: string) =>
  alice.do(`mutation { addAPIDefinitionToBundle(bundleID: "${bundle}", in: ${api(target)}) { id } }`);
const baseUrlOf = async (id: string) => (await alice.do(`{ a: application(id: "${id}") { baseUrl } }`)).a.baseUrl;

describe('the base URL of an Application without one', () => {
  it('is that of the first API that is registered with it', async () => {
    const bundles = `bundles: [{ name: "none" }, ${bundleWith('https://one.example:8443/v1?a', 'https://two.example')}]`;
    const app = await register(bundles);
    expect(app.baseUrl).toBe('https://one.example:8443');
    expect(await baseUrlOf(app.id)).toBe('https://one.example:8443');
  });

  it('is that of the first API of a bundle that is added', async () => {
    const { id } = await register();
    await addBundle(id, '{ name: "empty" }');
    expect(await baseUrlOf(id)).toBeNull();
    await addBundle(id, bundleWith('http://one.example/v1', 'https://two.example'));
    await addBundle(id, bundleWith('https://three.example'));
    expect(await baseUrlOf(id)).toBe('http://one.example');
  });

  it('is that of the first API that is added to a bundle or to the Application', async () => {
    const [one, two] = [await register(), (await alice.do('mutation { a: registerApplication(in: { name: "two" }) { id } }')).a];
    const bundle = await addBundle(one.id, '{ name: "b" }');
    await addApi(bundle, 'https://one.example/v1');
    await addApi(bundle, 'https://two.example/v1');
    await alice.do(`mutation { addAPIDefinitionToApplication(appID: "${two.id}", in: ${api('https://three.example/x')}) { id } }`);
    expect([await baseUrlOf(one.id), await baseUrlOf(two.id)]).toEqual(['https://one.example', 'https://three.example']);
  });

  it('stays what its owner wrote', async () => {
    const app = await register(`baseUrl: "mine", bundles: [${bundleWith('https://one.example')}]`);
    await addBundle(app.id, bundleWith('https://two.example'));
    await addApi(app.bundles.data[0].id, 'https://three.example');
    expect(await baseUrlOf(app.id)).toBe('mine');
  });

  it('is left to the next API where other changes keep coming between', async () => {
    const { id } = await register();
    const bundleId = await addBundle(id, '{ name: "b" }');
    let refusals = 0;
    const busy = async () => {
      refusals += 1;
      throw new AppError('ConcurrentUpdate', 'busy');
    };
    const deps = { ...world.deps, applications: { ...world.deps.applications, replace: busy } };
    await addApiDefinition({ bundleId }, { name: 'a', targetURL: 'https://one.example' }, user, deps);
    expect([refusals, await baseUrlOf(id)]).toEqual([5, null]);
    await addApi(bundleId, 'https://two.example');
    expect(await baseUrlOf(id)).toBe('https://two.example');
  });
});
