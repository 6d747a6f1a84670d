import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { configurationParameter, type LambdaAgentUnderTest, lambdaAgentUnderTest } from '#test/support/lambda-agent-under-test.ts';

let dynamo: Dynamo;
beforeAll(async () => {
  dynamo = await startDynamo({ stream: false });
});
afterAll(() => dynamo?.stop());

let agent: LambdaAgentUnderTest;
beforeEach(async () => {
  agent = await lambdaAgentUnderTest(dynamo);
});
afterEach(() => agent.dispose());

const minute = 60_000;
const day = 86_400_000;
const eventsOf = () => agent.events.map(({ type, detail: { data } }) => `${type} ${data.name}`);

describe('an Agent in Lambda', () => {
  it('returns at once without a configuration, and says so', async () => {
    agent.parameters.delete(configurationParameter);
    await agent.process().invoke();
    expect(agent.lines).toEqual([expect.stringContaining('info no configuration yet, nothing to do')]);
    expect(agent.plane.requests).toEqual([]);
    expect(await agent.partition('AGENT')).toEqual([]);
  });

  it.each(['', '{}', 'no JSON', '"t0ken"'])('returns at once with %j for a configuration, and does not repeat it', async (text) => {
    agent.parameters.set(configurationParameter, text);
    await agent.process().invoke();
    expect(agent.lines).toEqual([expect.stringMatching(/nothing to do|the configuration cannot be used.*is not a JSON object/)]);
    expect(agent.lines[0]).not.toContain('t0ken');
    expect(await agent.partition('AGENT')).toEqual([]);
  });

  it('pairs, applies its Applications and publishes the eventing URLs of its stack', async () => {
    agent.plane.state.applications = [{ id: 'a1', name: 'mp-shop', bundles: [{ id: 'b1', basic: { username: 'u', password: 'secret' } }] }];
    await agent.process({ EVENTS_URL: 'https://events.runtime.example', EVENTS_URL_FOR_TOKENS: 'https://tokens.runtime.example' }).invoke();
    expect(agent.plane.lineages.pairings).toBe(1);
    expect(agent.plane.state.labels).toEqual({
      runtime_eventServiceUrl: 'https://events.runtime.example',
      runtime_eventServiceUrlForTokens: 'https://tokens.runtime.example',
    });
    const [shop] = await agent.view();
    expect(shop).toMatchObject({ id: 'a1', name: 'mp-shop', authIds: [agent.plane.state.authId], parts: 1 });
    expect(shop?.content).toMatchObject({ bundles: [{ defaultInstanceAuth: { credential: { username: 'u', password: 'secret' } } }] });
  });

  it('keeps its private key sealed, and apart from the key that seals it', async () => {
    await agent.process().invoke();
    const state = JSON.stringify(await agent.partition('AGENT'));
    expect(state).toContain('"sk":"identity"');
    expect(state).not.toContain('PRIVATE KEY');
    for (const text of agent.parameters.values()) expect(state).not.toContain(text);
  });

  it('asks no more than one conditional question in a later cycle, and reads no parameter while it is warm', async () => {
    const warm = agent.process();
    await warm.invoke();
    const asked = agent.plane.requests.length;
    const calls: string[] = [];
    agent.calls.before = (call) => void calls.push(call);
    agent.time.passed += minute;
    await warm.invoke();
    expect(agent.plane.requests.length).toBe(asked + 1);
    expect(calls).toEqual(['UpdateItemCommand', 'QueryCommand', 'UpdateItemCommand']);
  });

  it('renews its certificate in another process', async () => {
    await agent.process().invoke();
    agent.configure({});
    agent.time.passed += 5 * day;
    await agent.process().invoke();
    expect(agent.plane.lineages).toMatchObject({ pairings: 1, cloneSuspected: false });
    expect(agent.plane.lineages.keys).toHaveLength(2);
  });

  it('goes on without the parameter of its configuration once it is paired', async () => {
    await agent.process().invoke();
    agent.parameters.delete(configurationParameter);
    agent.time.passed += minute;
    await agent.process().invoke();
    expect(agent.lines.at(-1)).toContain('configuration unchanged');
  });

  it('counts an identity that is sealed with another key as absent, and says which item is damaged', async () => {
    await agent.process().invoke();
    agent.parameters.set('/runtime/agent-sealing-key', Buffer.alloc(32).toString('base64'));
    agent.configure();
    agent.time.passed += minute;
    await agent.process().invoke();
    expect(agent.lines.filter((line) => line.includes('damaged'))[0]).toContain('item=identity');
    expect(agent.plane.lineages.pairings).toBe(2);
  });
});

describe('the pace of an Agent in Lambda', () => {
  const polls = () => agent.plane.count('applicationsForRuntime');

  it('is that of the schedule where the server asks for no longer period', async () => {
    agent.plane.state.pollAfter = '60';
    const warm = agent.process();
    for (let cycles = 0; cycles < 3; cycles += 1) {
      await warm.invoke();
      agent.time.passed += minute;
    }
    expect(polls()).toBe(3);
  });

  it('skips invocations until the period is over that the server asked for', async () => {
    agent.plane.state.pollAfter = '300';
    const warm = agent.process();
    for (let cycles = 0; cycles < 11; cycles += 1) {
      await warm.invoke();
      agent.time.passed += minute;
    }
    expect(polls()).toBe(3);
  });

  it('skips invocations after failures, longer each time, and counts them over processes', async () => {
    await agent.process().invoke();
    agent.plane.state.away = true;
    for (let cycles = 0; cycles < 30; cycles += 1) {
      agent.time.passed += minute;
      await agent.process().invoke();
    }
    const failed = agent.lines.filter((line) => line.includes('cycle failed'));
    expect(failed.length).toBeGreaterThan(7);
    expect(failed.length).toBeLessThan(20);
    expect(failed.at(-1)).toContain(`failures=${failed.length}`);
  });

  it('is interrupted by waking the Agent, which then reads its configuration again', async () => {
    agent.plane.state.pollAfter = '3600';
    const warm = agent.process();
    await warm.invoke();
    agent.plane.state.revoked = true;
    agent.time.passed += minute;
    await warm.invoke();
    expect(polls()).toBe(1);
    agent.configure();
    agent.plane.state.intercepts = () => {
      agent.plane.state.revoked = agent.plane.lineages.pairings < 2;
      return false;
    };
    await warm.invoke({ woken: true });
    expect(agent.plane.lineages.pairings).toBe(2);
  });
});

describe('the events of an Agent in Lambda', () => {
  it('tell what was added, changed and removed, without contents', async () => {
    const basic = { username: 'u', password: 'secret-1' };
    agent.plane.state.applications = [
      { id: 'a1', name: 'mp-shop', bundles: [{ id: 'b1', basic }] },
      { id: 'a2', name: 'mp-other' },
    ];
    await agent.process().invoke();
    agent.time.passed += minute;
    agent.plane.state.applications = [{ id: 'a1', name: 'mp-shop', bundles: [{ id: 'b1', basic: { ...basic, password: 'secret-2' } }] }];
    await agent.process().invoke();
    expect(eventsOf().slice(0, 2).sort()).toEqual(['ApplicationAdded mp-other', 'ApplicationAdded mp-shop']);
    expect(eventsOf().slice(2).sort()).toEqual(['ApplicationChanged mp-shop', 'ApplicationRemoved mp-other']);
    expect(JSON.stringify(agent.events)).not.toContain('secret');
    expect(await agent.partition('OUTBOX')).toEqual([]);
    expect(await agent.partition('APPLICATION#a2')).toEqual([]);
    expect(await agent.partition('APPLICATION#a1')).toHaveLength(1);
  });

  it('carry revisions that grow, also when an Application comes back', async () => {
    const applications = [{ id: 'a1', name: 'mp-shop' }];
    for (const offered of [applications, [], applications]) {
      agent.plane.state.applications = offered;
      await agent.process().invoke();
      agent.time.passed += minute;
    }
    const revisions = agent.events.map(({ detail: { metadata } }) => metadata.entityVersion);
    expect(revisions).toEqual([...new Set(revisions)].sort((a, b) => a - b));
    expect(revisions).toHaveLength(3);
  });

  it('are put ten a call, and again where EventBridge did not take them', async () => {
    agent.plane.state.applications = Array.from({ length: 23 }, (_, n) => ({ id: `a${n}`, name: `mp-${n}` }));
    let calls = 0;
    agent.refusesEntries = () => (++calls === 1 ? [0, 4] : []);
    await agent.process().invoke();
    expect(eventsOf().sort()).toEqual(agent.plane.state.applications.map(({ name }) => `ApplicationAdded ${name}`).sort());
  });

  it('wait in the table while EventBridge takes none, and hold up no change of the view', async () => {
    agent.plane.state.applications = [{ id: 'a1', name: 'mp-shop' }];
    agent.refusesEntries = (count) => Array.from({ length: count }, (_, position) => position);
    await agent.process().invoke();
    expect(await agent.view()).toHaveLength(1);
    expect(agent.lines.at(-1)).toContain('EventBridge did not take 1 events');
    agent.plane.state.applications = [];
    agent.time.passed += 10 * minute;
    await agent.process().invoke();
    expect(await agent.view()).toEqual([]);
    agent.refusesEntries = () => [];
    agent.time.passed += 10 * minute;
    await agent.process().invoke();
    expect(eventsOf()).toEqual(['ApplicationAdded mp-shop', 'ApplicationRemoved mp-shop']);
  });
});

describe('the view of Applications in the table', () => {
  it('holds an Application that is larger than an item', async () => {
    const apis = Array.from({ length: 3000 }, (_, n) => ({
      id: `api-${n}`,
      name: `grüße ${n} 🚀`.repeat(20),
      targetURL: 'https://shop.example/api',
    }));
    agent.plane.state.pageSize = 5000;
    agent.plane.state.applications = [{ id: 'a1', name: 'mp-large', bundles: [{ id: 'b1', apis }] }];
    await agent.process().invoke();
    const [large] = await agent.view();
    expect(large?.parts).toBeGreaterThan(5);
    expect(large?.content).toMatchObject({ bundles: [{ apiDefinitions: apis.map(({ id, name }) => ({ id, name })) }] });
    agent.plane.state.applications = [{ id: 'a1', name: 'mp-large' }];
    agent.time.passed += minute;
    await agent.process().invoke();
    expect(await agent.partition('APPLICATION#a1')).toHaveLength(1);
  });

  it('keeps what is there of an Application that is withheld', async () => {
    agent.plane.state.applications = [{ id: 'a1', name: 'mp-shop' }];
    await agent.process().invoke();
    agent.plane.state.applications = [{ id: 'a1', name: 'mp-shop', error: 'it is too large' }];
    agent.time.passed += minute;
    await agent.process().invoke();
    expect(await agent.view()).toHaveLength(1);
    expect(eventsOf()).toEqual(['ApplicationAdded mp-shop']);
  });

  it('follows a hundred Applications that come at once', async () => {
    agent.plane.state.applications = Array.from({ length: 100 }, (_, n) => ({ id: `a${n}`, name: `mp-${n}` }));
    await agent.process().invoke();
    expect(await agent.view()).toHaveLength(100);
    expect(new Set(eventsOf()).size).toBe(100);
  });
});
