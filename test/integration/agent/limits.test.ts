import { randomUUID } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultLimits } from '#agent/control-plane/limits.ts';
import type { ControlPlaneState, SeenRequest } from '#test/support/agent-control-plane-state.ts';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';

let agent: AgentUnderTest;
beforeEach(async () => {
  agent = await agentUnderTest();
});
afterEach(() => agent.dispose());

const day = 86_400_000;

/** Bytes that every usual answer of these tests is below. */
const usual = 20_000;
/** Milliseconds in which every usual answer comes, also on a busy machine. */
const timeoutMs = 1500;
const padded: ControlPlaneState['rewrites'] = (body) => body + ' '.repeat(usual);

const of = (operation: string) => (request: SeenRequest) => request.operation === operation;
const when =
  (matches: (request: SeenRequest) => boolean, rewrites: ControlPlaneState['rewrites']): ControlPlaneState['rewrites'] =>
  (body, request) =>
    matches(request) ? rewrites(body, request) : body;

/** The answer with a cursor for one more page, another one each time. */
const endless: ControlPlaneState['rewrites'] = (body) => {
  const answer = JSON.parse(body);
  const { applicationsForRuntime } = answer.data ?? answer;
  applicationsForRuntime.pageInfo = { hasNextPage: true, endCursor: randomUUID() };
  return JSON.stringify(answer);
};

/** Names, times and contents of all files of the state. */
async function filesOf({ stateFolder }: AgentUnderTest) {
  const entries = await readdir(stateFolder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const read = async (path: string) => [path, { at: (await stat(path)).mtimeMs, content: await readFile(path, 'utf8') }] as const;
  return Object.fromEntries(await Promise.all(paths.sort().map(read)));
}

/** An agent that has applied two Applications, and for which a third waits. */
async function paired() {
  agent.plane.state.applications = [1, 2].map((n) => ({ id: `id-${n}`, name: `shop-${n}`, bundles: [{ id: `b${n}` }] }));
  await agent.cycle();
  agent.plane.state.applications = [
    { id: 'id-1', name: 'shop-1' },
    { id: 'id-3', name: 'shop-3' },
  ];
}

const tooLarge = { kind: 'invalid-answer', message: expect.stringMatching(/more than \d+ bytes, which is over the limit$/) };
const tooOften = { kind: 'invalid-answer', message: expect.stringMatching(/wants to be asked 5 times, which is over the limit$/) };
const late = { kind: 'unavailable', message: expect.stringMatching(/did not answer in time$/) };
const elsewhere = { kind: 'refused', message: expect.stringMatching(/redirects to https:\/\/other\.example\/, which is not followed/) };

const redirects: ControlPlaneState['intercepts'] = (_, response) => {
  response.writeHead(307, { location: 'https://other.example/' }).end();
  return true;
};
const drips: ControlPlaneState['intercepts'] = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  const more = setInterval(() => response.write(' '), 5);
  response.on('close', () => clearInterval(more));
  return true;
};
const never: ControlPlaneState['intercepts'] = () => true;

interface Excess {
  readonly limits: AgentUnderTest['limits'];
  readonly plane: Partial<ControlPlaneState>;
  readonly refusal: object;
}

const excesses: Readonly<Record<string, Excess>> = {
  'one answer that is too large': { limits: { answerBytes: usual }, plane: { rewrites: padded }, refusal: tooLarge },
  'pages that are too large together': {
    limits: { stepBytes: 2 * usual },
    plane: { pageSize: 1, rewrites: (body) => `${endless(body, {} as SeenRequest)}${' '.repeat(usual)}` },
    refusal: tooLarge,
  },
  'pages without end': { limits: { stepRequests: 5 }, plane: { rewrites: endless }, refusal: tooOften },
  'an answer that never begins': { limits: { requestMilliseconds: timeoutMs }, plane: { intercepts: never }, refusal: late },
  'an answer that never ends': { limits: { requestMilliseconds: timeoutMs }, plane: { intercepts: drips }, refusal: late },
  'pages that take too long together': {
    limits: { stepMilliseconds: timeoutMs },
    plane: { rewrites: endless, intercepts: ({ variables }, response) => 'after' in variables && drips({} as SeenRequest, response) },
    refusal: late,
  },
  'an answer that leads elsewhere': { limits: {}, plane: { intercepts: redirects }, refusal: elsewhere },
};

describe.each([
  ['a conditional read', undefined],
  ['a control plane without conditional reads', 404],
])('to the question of %s', (_, readsAnswered) => {
  it.each(Object.entries(excesses))('%s: an error that changes nothing, and the next right answer is applied', async (_, excess) => {
    agent.plane.state.readsAnswered = readsAnswered;
    await paired();
    const [before, usually] = [await filesOf(agent), { ...agent.plane.state }];
    Object.assign(agent.limits, excess.limits);
    const { intercepts, rewrites, ...more } = excess.plane;
    const asked = (request: SeenRequest) => request.operation === 'applicationsForRuntime' && (!readsAnswered || request.method === 'POST');
    Object.assign(agent.plane.state, more, {
      rewrites: when(asked, rewrites ?? ((body) => body)),
      intercepts: (...[request, response]: Parameters<ControlPlaneState['intercepts']>) =>
        asked(request) && (intercepts?.(request, response) ?? false),
    });
    await expect(agent.cycle()).rejects.toMatchObject(excess.refusal);
    expect(await filesOf(agent)).toEqual(before);
    Object.assign(agent.plane.state, usually);
    Object.assign(agent.limits, defaultLimits);
    await agent.cycle();
    expect(await agent.applicationFiles()).toEqual(['shop-1.json', 'shop-3.json']);
  });
});

it('an endless list of bundles or definitions is an error that changes nothing', async () => {
  await paired();
  agent.limits.stepRequests = 5;
  agent.plane.state.applications = [{ id: 'id-1', name: 'shop-1', bundles: [1, 2, 3].map((n) => ({ id: `b${n}` })) }];
  agent.plane.state.pageSize = 1;
  agent.plane.state.rewrites = when(of('application'), (body) => {
    const answer = JSON.parse(body);
    answer.data.application.bundles.pageInfo = { hasNextPage: true, endCursor: randomUUID() };
    return JSON.stringify(answer);
  });
  const before = await filesOf(agent);
  await expect(agent.cycle()).rejects.toMatchObject(tooOften);
  expect(await filesOf(agent)).toEqual(before);
});

describe('an oversize answer of the Connector', () => {
  beforeEach(() => {
    agent.limits.answerBytes = usual;
  });

  it.each(['configuration', 'signCertificateSigningRequest'])(
    'to %s while pairing leaves nothing that counts, and the token is not lost',
    async (operation) => {
      agent.plane.state.rewrites = when(of(operation), padded);
      await expect(agent.cycle()).rejects.toMatchObject(tooLarge);
      expect(Object.keys(await filesOf(agent))).toEqual([join(agent.stateFolder, 'pairing.json')]);
      agent.plane.state.rewrites = (body) => body;
      await agent.cycle();
      expect(agent.plane.lineages.pairings).toBeLessThanOrEqual(2);
      expect(await agent.file('identity.pem')).toContain('BEGIN CERTIFICATE');
    },
  );

  it('to the question for its configuration changes neither identity nor connection', async () => {
    await agent.cycle();
    const before = await filesOf(agent);
    agent.plane.state.rewrites = when(of('configuration'), padded);
    await expect(agent.cycle()).rejects.toMatchObject(tooLarge);
    expect(await filesOf(agent)).toEqual(before);
  });

  it('to a renewal leaves the certificate as it is, and the renewal goes on with the same key', async () => {
    await agent.cycle();
    agent.time.passed += 5 * day;
    const before = await filesOf(agent);
    agent.plane.state.rewrites = when(of('signCertificateSigningRequest'), padded);
    await expect(agent.cycle()).rejects.toMatchObject(tooLarge);
    const { [join(agent.stateFolder, 'renewal.json')]: begun, ...after } = await filesOf(agent);
    expect(begun).toBeDefined();
    expect(after).toEqual(before);
    agent.plane.state.rewrites = (body) => body;
    await agent.cycle();
    expect(agent.plane.lineages).toMatchObject({ keys: { length: 2 }, cloneSuspected: false });
    expect(await agent.file('identity.pem')).not.toBe(before[join(agent.stateFolder, 'identity.pem')]?.content);
  });
});

it('an address without TLS that the Connector names later gets no request, and the Agent stays where it is', async () => {
  await paired();
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const url = `http://plane.localhost.example:${(server.address() as AddressInfo).port}`;
    agent.plane.state.named = { directorURL: `${url}/director`, certificateSecuredConnectorURL: `${url}/connector` };
    await agent.cycle();
    expect(asked).toEqual([]);
    expect(JSON.parse(await agent.file('connection.json'))).toMatchObject({ directorUrl: expect.stringMatching(/^https:/) });
    expect(await agent.applicationFiles()).toEqual(['shop-1.json', 'shop-3.json']);
  } finally {
    server.close();
  }
});
