import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Clock, later, seconds } from '#shared/core/clock.ts';
import { findSilentRuntimes } from '#shared/liveness/find-silent-runtimes.ts';
import type { LivenessRepository } from '#shared/liveness/liveness-repository.ts';
import { issueOneTimeToken } from '#shared/pairing/issue-one-time-token.ts';
import { recordContact } from '#shared/pairing/record-contact.ts';
import type { Owner } from '#shared/pairing/system-auth.ts';
import { controlPlaneTable } from '#shared/table/control-plane-table.ts';
import { dynamoLiveness } from '#shared/table/liveness/liveness-repository.dynamo.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';
import { countingProxy } from '#test/support/budget/counting-proxy.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { anAdministrator, provisioningWorld } from '#test/support/provisioning-world.ts';
import { eventsInStream } from '#test/support/stream-events.ts';

let dynamo: Dynamo;
let now: Date;
const clock: Clock = () => now;
beforeEach(async () => {
  dynamo = await startDynamo();
  now = new Date('2030-01-01T00:00:00.000Z');
});
afterEach(() => dynamo.stop());

const pollAfterSeconds = 60;
const pass = (count: number) => {
  now = later(now, seconds(count));
};
const world = () => provisioningWorld(dynamo);

async function aRuntime(): Promise<Owner> {
  const { tenant } = anAdministrator();
  const id = randomUUID();
  await world().registry.register(tenant, id, { name: `r-${id}`, labels: {}, formations: [] }, 'user/admin');
  return { tenant, kind: 'runtime', id };
}

/** A further credential of the Runtime; answers its use. */
async function aCredential(owner: Owner): Promise<() => Promise<void>> {
  const { auths } = world();
  const { authId } = await issueOneTimeToken(
    owner,
    { kind: 'user', id: 'admin' },
    { auths, clock, lifetimes: { application: 1, runtime: 1 } },
  );
  return async () => {
    const auth = await auths.findInUse(owner, authId);
    await recordContact(auth ?? expect.fail(), undefined, { auths, clock, pollAfterSeconds });
  };
}

const run = (liveness: Partial<LivenessRepository> = {}) =>
  findSilentRuntimes({
    liveness: { ...dynamoLiveness(dynamo.table), ...liveness },
    clock,
    pollSeconds: pollAfterSeconds,
    pace: { concurrency: 4, runFor: seconds(45) },
  });

/** The events of the Runtime's silence so far. */
async function told({ id }: Owner): Promise<string[]> {
  const events = await eventsInStream(dynamo);
  return events
    .filter(({ detail }) => (detail.data as { runtimeId?: string }).runtimeId === id)
    .map(({ detailType }) => detailType)
    .filter((type) => /Disconnected|Reconnected/.test(type));
}

describe('a Runtime', () => {
  it('that missed three polls is disconnected, once, and reconnected with its next contact', async () => {
    const owner = await aRuntime();
    const contact = await aCredential(owner);
    await contact();
    pass(324);
    await run();
    expect(await told(owner)).toEqual([]);
    pass(1);
    expect(await run()).toMatchObject({ disconnected: 1 });
    expect(await run()).toMatchObject({ disconnected: 0 });
    expect(await told(owner)).toEqual(['RuntimeDisconnected']);
    pass(7200);
    await contact();
    await contact();
    expect(await told(owner)).toEqual(['RuntimeDisconnected', 'RuntimeReconnected']);
    pass(325);
    await run();
    expect(await told(owner)).toEqual(['RuntimeDisconnected', 'RuntimeReconnected', 'RuntimeDisconnected']);
  });

  it('that goes on polling stays connected, and is looked at again only when it could have become silent', async () => {
    const owner = await aRuntime();
    const contact = await aCredential(owner);
    for (let polls = 0; polls < 6; polls += 1) {
      await contact();
      pass(60);
    }
    expect(await run()).toEqual({ connected: 1, disconnected: 0, skipped: 0 });
    pass(60);
    expect(await run()).toEqual({ connected: 0, disconnected: 0, skipped: 0 });
    expect(await told(owner)).toEqual([]);
  });

  it('is connected while any of its credentials is in use', async () => {
    const owner = await aRuntime();
    const [one, other] = [await aCredential(owner), await aCredential(owner)];
    await one();
    pass(200);
    await other();
    pass(100);
    await run();
    expect(await told(owner)).toEqual([]);
    pass(225);
    await run();
    expect(await told(owner)).toEqual(['RuntimeDisconnected']);
    await one();
    await other();
    expect(await told(owner)).toEqual(['RuntimeDisconnected', 'RuntimeReconnected']);
  });

  it('that never connected does not count', async () => {
    const owner = await aRuntime();
    await aCredential(owner);
    pass(86_400);
    await run();
    expect(await told(owner)).toEqual([]);
  });

  it('whose credentials were all deleted is disconnected', async () => {
    const owner = await aRuntime();
    await (await aCredential(owner))();
    const { auths } = world();
    for (const auth of await auths.listByOwner(owner)) await auths.delete(auth);
    pass(325);
    await run();
    expect(await told(owner)).toEqual(['RuntimeDisconnected']);
  });

  it('that is unregistered is forgotten', async () => {
    const owner = await aRuntime();
    await (await aCredential(owner))();
    await world().registry.unregister(owner.tenant, owner.id, 'user/admin');
    pass(324);
    await run();
    expect(await told(owner)).toEqual([]);
  });
});

describe('being watched', () => {
  it('costs a poll nothing beyond a note of one unit, with every third poll', async () => {
    const owner = await aRuntime();
    await (await aCredential(owner))();
    const proxy = await countingProxy(dynamo.endpoint);
    const base = new DynamoDBClient({
      endpoint: proxy.endpoint,
      region: 'eu-central-1',
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    });
    const auths = dynamoSystemAuths(controlPlaneTable(DynamoDBDocumentClient.from(base), dynamo.tableName));
    const auth = await anyAuth(owner);
    const poll = async () => {
      const { calls, capacity } = await proxy.measure(() => recordContact(auth, undefined, { auths, clock, pollAfterSeconds }));
      return { calls, capacity };
    };
    try {
      pass(143);
      expect(await poll()).toEqual({ calls: [], capacity: 0 });
      pass(1);
      expect(await poll()).toEqual({ calls: ['UpdateItem'], capacity: 1 });
    } finally {
      base.destroy();
      proxy.stop();
    }
  });
});

describe('a contact in the moment of the look', () => {
  it('keeps the Runtime connected, whatever was read before', async () => {
    const owner = await aRuntime();
    const contact = await aCredential(owner);
    await contact();
    pass(325);
    const real = dynamoLiveness(dynamo.table);
    const disconnect: LivenessRepository['disconnect'] = async (...given) => {
      await contact();
      return real.disconnect(...given);
    };
    expect(await run({ disconnect })).toMatchObject({ disconnected: 0, skipped: 1 });
    expect(await told(owner)).toEqual([]);
    pass(325);
    expect(await run()).toMatchObject({ disconnected: 1 });
  });

  it('is one look: of several runs at the same time one tells', async () => {
    const owner = await aRuntime();
    await (await aCredential(owner))();
    pass(325);
    const outcomes = await Promise.all([run(), run(), run()]);
    expect(outcomes.reduce((sum, { disconnected }) => sum + disconnected, 0)).toBe(1);
    expect(await told(owner)).toEqual(['RuntimeDisconnected']);
  });

  it('is repeated a minute later when the run died between its two writes', async () => {
    const owner = await aRuntime();
    const contact = await aCredential(owner);
    await contact();
    pass(325);
    const { disconnect, due } = dynamoLiveness(dynamo.table);
    for await (const one of due(now))
      await disconnect(one, { credentials: [{ ...(await anyAuth(owner)), lastSeenAt: 'another' }] }, later(now, seconds(60)));
    expect(await told(owner)).toEqual([]);
    pass(61);
    expect(await run()).toMatchObject({ disconnected: 1 });
  });
});

const anyAuth = async (owner: Owner) => (await world().auths.listByOwner(owner))[0] ?? expect.fail();
