import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';

const hour = 3_600_000;
let agent: AgentUnderTest;
beforeEach(async () => {
  agent = await agentUnderTest();
  agent.plane.state.applications = [{ id: 'a1', name: 'mp-shop' }];
});
afterEach(() => agent.dispose());

const inState = (name: string) => join(agent.stateFolder, name);
const polls = () => agent.plane.requests.filter(({ operation }) => operation === 'applicationsForRuntime');
const conditions = () => polls().map(({ headers }) => headers['if-none-match']);
const etag = async () => JSON.parse(await agent.file('applied.json')).revision.etag;

describe('a poll while nothing changes', () => {
  it('is one request that names what is applied, and touches no file', async () => {
    await agent.cycle();
    const before = await stat(inState('applications.json'));
    const known = await etag();
    agent.plane.requests.length = 0;
    await agent.loop((waited) => waited < 3);
    expect(conditions()).toEqual([known, known, known]);
    expect(agent.lines.filter((line) => line.includes('configuration unchanged applications=1'))).toHaveLength(3);
    const { mtimeMs, ino } = await stat(inState('applications.json'));
    expect([mtimeMs, ino]).toEqual([before.mtimeMs, before.ino]);
  });

  it('costs no full read after a restart', async () => {
    await agent.cycle();
    await agent.cycle();
    expect(agent.lines.at(-1)).toContain('configuration unchanged');
  });

  it('restores files of Applications that were changed by hand', async () => {
    agent.plane.state.applications = [
      { id: 'a1', name: 'mp-shop' },
      { id: 'a2', name: 'mp-other' },
    ];
    await agent.cycle();
    await writeFile(inState('applications/mp-shop.json'), 'changed by somebody');
    await rm(inState('applications/mp-other.json'));
    await agent.cycle();
    expect(agent.lines.some((line) => line.includes('configuration unchanged'))).toBe(true);
    expect(JSON.parse(await agent.file('applications/mp-shop.json')).id).toBe('a1');
    expect(await agent.applicationFiles()).toEqual(['mp-other.json', 'mp-shop.json']);
  });

  it('follows the period that the answer names', async () => {
    await agent.cycle();
    agent.plane.state.pollAfter = '180';
    await agent.loop((waited) => waited < 2);
    expect(agent.waits).toEqual([180, 180]);
  });

  it('publishes addresses of the Runtime that changed here', async () => {
    await agent.cycle();
    await agent.configure({ RUNTIME_EVENTS_URL: 'https://events.runtime.example' });
    await agent.cycle();
    expect(agent.plane.state.labels.runtime_eventServiceUrl).toBe('https://events.runtime.example');
    const application = JSON.parse(await agent.file('applications/mp-shop.json'));
    expect(application.eventingConfiguration.defaultURL).toBe('https://events.runtime.example');
    await agent.cycle();
    expect(agent.plane.count('setRuntimeLabel')).toBe(1);
  });
});

describe('a change', () => {
  it('is fetched and applied, and is what the next poll names', async () => {
    await agent.cycle();
    const before = await etag();
    agent.plane.state.applications = [{ id: 'a2', name: 'mp-other' }];
    await agent.cycle();
    expect(await agent.applicationFiles()).toEqual(['mp-other.json']);
    expect(await etag()).not.toBe(before);
  });

  it('of which one file could not be written is not fetched again, and that file is written from what was fetched', async () => {
    await agent.cycle();
    const before = await etag();
    agent.plane.state.applications = [
      { id: 'a1', name: 'mp-shop' },
      { id: 'a2', name: 'mp-other' },
    ];
    await mkdir(inState('applications/mp-other.json'));
    await expect(agent.cycle()).rejects.toThrow('the applications could not be applied');
    await rm(inState('applications/mp-other.json'), { recursive: true });
    await agent.cycle();
    expect(conditions().slice(-2)).toEqual([before, await etag()]);
    expect(agent.lines.at(-1)).toContain('application added file=mp-other.json');
    expect(await agent.applicationFiles()).toEqual(['mp-other.json', 'mp-shop.json']);
  });

  it('between two pages has the agent begin again, so that it never applies a mixture', async () => {
    agent.plane.state.pageSize = 1;
    agent.plane.state.applications = ['a1', 'a2'].map((id) => ({ id, name: `mp-${id}` }));
    let changes = 1;
    agent.plane.state.losesRequest = ({ variables }) => {
      if (variables.after !== undefined && changes > 0) {
        changes -= 1;
        agent.plane.state.applications = ['b1', 'b2'].map((id) => ({ id, name: `mp-${id}` }));
      }
      return false;
    };
    await agent.cycle();
    expect(await agent.applicationFiles()).toEqual(['mp-b1.json', 'mp-b2.json']);
    expect(polls().map(({ variables }) => variables.after)).toEqual([undefined, '1', undefined, '1']);
  });

  it('after change between pages ends the cycle rather than to go on for ever', async () => {
    agent.plane.state.pageSize = 1;
    agent.plane.state.applications = ['a1', 'a2'].map((id) => ({ id, name: `mp-${id}` }));
    agent.plane.state.losesRequest = ({ variables }) => {
      if (variables.after !== undefined) agent.plane.state.labels = { ...agent.plane.state.labels, n: Math.random() };
      return false;
    };
    await expect(agent.cycle()).rejects.toThrow('the configuration kept changing while it was read');
    expect(polls()).toHaveLength(6);
  });
});

describe('a control plane without conditional reads', () => {
  it.each([404, 405, 501])('that answers %i is asked by GraphQL, and by nothing else until a day later', async (status) => {
    agent.plane.state.readsAnswered = status;
    agent.plane.state.pollAfter = '3600';
    await agent.loop((waited) => waited < 24);
    expect(await agent.applicationFiles()).toEqual(['mp-shop.json']);
    expect(polls().map(({ method }) => method)).toEqual(['GET', ...Array(24).fill('POST')]);
    agent.plane.state.readsAnswered = undefined;
    agent.time.passed += hour;
    agent.plane.requests.length = 0;
    await agent.loop((waited) => waited < 26);
    expect(polls().map(({ method }) => method)).toEqual(['GET', 'GET']);
  });

  it('is not one whose gateway answers 404 to everything for a while', async () => {
    await agent.loop(async (waited) => {
      agent.plane.state.readsAnswered = waited === 1 ? 404 : undefined;
      agent.plane.state.fails = () => waited === 1;
      return waited < 4;
    });
    expect(
      polls()
        .map(({ method }) => method)
        .at(-1),
    ).toBe('GET');
  });

  it('is not one that answered them before: while some parts of its gateway do not know them, it is asked by GraphQL for a minute', async () => {
    agent.plane.state.pollAfter = '120';
    await agent.loop((waited) => {
      agent.plane.state.readsAnswered = waited === 1 ? 404 : undefined;
      return waited < 3;
    });
    expect(polls().map(({ method }) => method)).toEqual(['GET', 'GET', 'POST', 'GET']);
  });

  it('is asked for them less and less often, where it answered them before and does not any more', async () => {
    agent.plane.state.pollAfter = '60';
    await agent.loop((waited) => {
      agent.plane.state.readsAnswered = 404;
      return waited < 60;
    });
    expect(polls().filter(({ method }) => method === 'GET').length).toBeLessThan(9);
  });

  it('that learns them is asked by them after a restart', async () => {
    agent.plane.state.readsAnswered = 404;
    await agent.cycle();
    await expect(agent.file('applied.json')).rejects.toThrow('ENOENT');
    agent.plane.state.readsAnswered = undefined;
    await agent.cycle();
    expect(polls().map(({ method }) => method)).toEqual(['GET', 'POST', 'GET']);
  });
});

describe('other answers to a conditional read', () => {
  it.each([
    [503, 'unavailable'],
    [429, 'unavailable'],
    [401, 'unauthenticated'],
    [403, 'unauthenticated'],
    [400, 'refused'],
  ])('like %i are %s, and no reason to ask by GraphQL', async (status, kind) => {
    await agent.cycle();
    agent.plane.requests.length = 0;
    agent.plane.state.readsAnswered = status;
    await expect(agent.cycle()).rejects.toMatchObject({ kind });
    expect(polls().map(({ method }) => method)).toEqual(['GET']);
    expect(await readFile(inState('applications/mp-shop.json'), 'utf8')).toContain('a1');
  });

  it('like 304 to a question without a revision are an error', async () => {
    agent.plane.state.readsAnswered = 304;
    await expect(agent.cycle()).rejects.toMatchObject({ kind: 'invalid-answer' });
  });
});

it('a revision of one control plane is not named to another', async () => {
  await agent.cycle();
  const { url } = await agent.plane.openAnother();
  agent.plane.state.named = { directorURL: `${url}/director/graphql`, certificateSecuredConnectorURL: `${url}/connector/graphql` };
  await agent.cycle();
  expect(conditions()).toEqual([undefined, undefined]);
});
