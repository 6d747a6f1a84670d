import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { type LambdaAgentUnderTest, lambdaAgentUnderTest } from '#test/support/lambda-agent-under-test.ts';

let dynamo: Dynamo;
beforeAll(async () => {
  dynamo = await startDynamo({ stream: false });
});
afterAll(() => dynamo?.stop());

const minute = 60_000;
const day = 86_400_000;

/** Brings an Agent before the invocation that is to be disturbed. */
const stages: Readonly<Record<string, (agent: LambdaAgentUnderTest) => Promise<void>>> = {
  'while it pairs': async () => {},
  'while it renews its certificate': async (agent) => {
    await agent.process().invoke();
    agent.configure({});
    agent.time.passed += 5 * day;
  },
  'while it applies a change': async (agent) => {
    await agent.process().invoke();
    agent.plane.state.applications = [{ id: 'a2', name: 'mp-other' }];
    agent.time.passed += minute;
  },
  'while it replaces a large Application': async (agent) => {
    agent.plane.state.applications = [large(1)];
    await agent.process().invoke();
    agent.plane.state.applications = [large(2)];
    agent.time.passed += minute;
  },
};

/** An Application whose contents have several parts. */
const large = (version: number) => ({
  id: 'a1',
  name: 'mp-shop',
  bundles: [{ id: 'b1', basic: { username: `v${version}`.padEnd(150_000, 'x'), password: 'p' } }],
});

/** The changes that each stage has led to in the end. */
const eventsAfter: Readonly<Record<string, readonly string[]>> = {
  'while it pairs': ['ApplicationAdded a1'],
  'while it renews its certificate': ['ApplicationAdded a1'],
  'while it applies a change': ['ApplicationAdded a1', 'ApplicationAdded a2', 'ApplicationRemoved a1'],
  'while it replaces a large Application': ['ApplicationAdded a1', 'ApplicationChanged a1'],
};

async function withAgent<T>(stage: string, use: (agent: LambdaAgentUnderTest) => Promise<T>): Promise<T> {
  const agent = await lambdaAgentUnderTest(dynamo);
  try {
    agent.plane.state.applications = [{ id: 'a1', name: 'mp-shop' }];
    await stages[stage]?.(agent);
    return await use(agent);
  } finally {
    await agent.dispose();
  }
}

/** Invokes a process and kills it before or after one of its calls: from there on no call of it has an effect. Answers the number of calls. */
async function invokeAndKill(agent: LambdaAgentUnderTest, at: number, when: 'before' | 'after'): Promise<number> {
  let [count, dead] = [0, false];
  const begin = (): boolean => {
    if (!dead && count === at && when === 'before') dead = true;
    return !dead;
  };
  const end = (): boolean => {
    if (!dead && count === at) dead = true;
    count += 1;
    return !dead;
  };
  const orThrow = (alive: boolean): void => {
    if (!alive) throw new Error('killed');
  };
  const { state } = agent.plane;
  const { losesRequest, losesAnswer } = state;
  const { before, after } = agent.calls;
  Object.assign(state, { losesRequest: () => !begin(), losesAnswer: () => !end() });
  Object.assign(agent.calls, { before: () => orThrow(begin()), after: () => orThrow(end()) });
  try {
    await agent
      .process()
      .invoke()
      .catch(() => undefined);
    return count;
  } finally {
    Object.assign(state, { losesRequest, losesAnswer });
    Object.assign(agent.calls, { before, after });
  }
}

async function expectIntact(agent: LambdaAgentUnderTest, stage: string): Promise<void> {
  const { pairings, cloneSuspected, keys } = agent.plane.lineages;
  const renewals = stage.includes('renews') ? 1 : 0;
  expect({ pairings, cloneSuspected, keys: keys.length, distinct: new Set(keys).size }).toEqual({
    pairings: 1,
    cloneSuspected: false,
    keys: 1 + renewals,
    distinct: 1 + renewals,
  });
  const state = (await agent.partition('AGENT')).map(({ sk }) => sk);
  expect(state).toEqual(['applied', 'connection', 'identity', 'lease']);
  const view = await agent.view();
  expect(view.map(({ id }) => id)).toEqual(agent.plane.state.applications.map(({ id }) => id));
  for (const { id, parts } of view) expect(await agent.partition(`APPLICATION#${id}`)).toHaveLength(parts);
  expect(await agent.partition('OUTBOX')).toEqual([]);
  const distinct = new Map(agent.events.map(({ type, detail }) => [detail.metadata.eventId, `${type} ${detail.data.applicationId}`]));
  expect([...distinct.values()].sort()).toEqual(eventsAfter[stage]);
}

describe.each(Object.keys(stages))('an Agent in Lambda that dies %s', (stage) => {
  it.each(['before', 'after'] as const)(
    'goes on in a later invocation where it died %s any call: one lineage of certificates, everything applied and announced',
    { timeout: 300_000 },
    async (when) => {
      const calls = await withAgent(stage, (agent) => invokeAndKill(agent, Number.POSITIVE_INFINITY, when));
      expect(calls).toBeGreaterThan(8);
      for (let at = 0; at < calls; at += 1) {
        await withAgent(stage, async (agent) => {
          await invokeAndKill(agent, at, when);
          agent.time.passed += 2 * minute;
          await agent.process().invoke();
          await expectIntact(agent, stage);
        });
      }
    },
  );
});

describe.each(Object.keys(stages))('two invocations at once %s', (stage) => {
  it('exactly one works, and the other one says that it does not', async () => {
    await withAgent(stage, async (agent) => {
      await Promise.all([agent.process().invoke(), agent.process().invoke()]);
      await expectIntact(agent, stage);
      expect(agent.lines.filter((line) => line.includes('another invocation is at work'))).toHaveLength(1);
    });
  });

  it('an invocation that stood still beyond its lease changes nothing after the other one', { timeout: 300_000 }, async () => {
    const writes = await withAgent(stage, async (agent) => {
      let count = 0;
      agent.calls.before = (call) => void (call === 'TransactWriteItemsCommand' && count++);
      await agent.process().invoke();
      return count;
    });
    expect(writes).toBeGreaterThan(1);
    for (let at = 0; at < writes; at += 1) await withAgent(stage, (agent) => standStillBefore(at, agent, stage));
  });
});

/** The first invocation stops before one of its writes, until a second one has done everything. */
async function standStillBefore(at: number, agent: LambdaAgentUnderTest, stage: string): Promise<void> {
  const [stopped, resumed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  let count = 0;
  agent.calls.before = async (call) => {
    if (call !== 'TransactWriteItemsCommand' || count++ !== at) return;
    stopped.resolve();
    await resumed.promise;
  };
  const first = agent.process().invoke();
  await stopped.promise;
  agent.time.passed += 2 * minute;
  await agent.process().invoke();
  const everything = async () => [await agent.partition('AGENT'), await agent.view()];
  const before = await everything();
  resumed.resolve();
  await first;
  expect(await everything()).toEqual(before);
  await expectIntact(agent, stage);
}

it('an Agent that is woken while another invocation works asks to be woken again', async () => {
  await withAgent('while it pairs', async (agent) => {
    const [stopped, resumed] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    agent.calls.before = async (call) => {
      if (call !== 'TransactWriteItemsCommand') return;
      stopped.resolve();
      await resumed.promise;
    };
    const first = agent.process().invoke();
    await stopped.promise;
    await expect(agent.process().invoke({ woken: true })).rejects.toThrow(/wake the Agent again/);
    resumed.resolve();
    await first;
  });
});
