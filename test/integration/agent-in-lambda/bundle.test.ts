import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleInOneFile } from '#infra/constructs/function-code.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { configurationParameter, type LambdaAgentUnderTest, lambdaAgentUnderTest } from '#test/support/lambda-agent-under-test.ts';

const run = promisify(execFile);
let dynamo: Dynamo;
let agent: LambdaAgentUnderTest;
let folder: string;
let services: Server;
const events: { DetailType: string; EventBusName: string }[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'agent-bundle-'));
  dynamo = await startDynamo({ stream: false });
  agent = await lambdaAgentUnderTest(dynamo);
  services = await parametersAndEvents();
  bundleInOneFile('agent/lambda/handler.ts', folder);
});
afterAll(async () => {
  services?.close();
  await agent?.dispose();
  await dynamo?.stop();
  await rm(folder, { recursive: true, force: true });
});

type Parameter = { Name: string; Value: string };
type Body = Parameter & { Entries: typeof events };

/** Systems Manager and EventBridge, as far as the Agent calls them. */
async function parametersAndEvents(): Promise<Server> {
  const operations: Readonly<Record<string, (body: Body) => object>> = {
    'AmazonSSM.GetParameter': ({ Name }) =>
      agent.parameters.has(Name) ? { Parameter: { Value: agent.parameters.get(Name) } } : { __type: 'ParameterNotFound' },
    'AmazonSSM.PutParameter': ({ Name, Value }) => ({ Version: agent.parameters.set(Name, Value).size }),
    'AWSEvents.PutEvents': ({ Entries }) => ({ Entries: Entries.map((_, at) => ({ EventId: String(events.push(Entries[at] as never)) })) }),
  };
  const server = createServer(async (request, response) => {
    const answer = operations[String(request.headers['x-amz-target'])]?.((await json(request)) as Body) ?? {};
    response.writeHead('__type' in answer ? 400 : 200, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** Runs invocations in one process as Lambda does, and answers its log and the most memory that it had, in MB. */
async function invokeBundle(count: number) {
  const url = `http://127.0.0.1:${(services.address() as AddressInfo).port}`;
  const script = `const { handler } = require('./index.js');
    (async () => {
      for (let left = ${count}; left > 0; left -= 1) await handler({ wake: true }, { getRemainingTimeInMillis: () => 60000 });
      console.error(process.resourceUsage().maxRSS / 1024);
    })();`;
  const { stdout, stderr } = await run(process.execPath, ['-e', script], {
    cwd: folder,
    env: {
      AWS_REGION: 'eu-central-1',
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
      AWS_ENDPOINT_URL_SSM: url,
      AWS_ENDPOINT_URL_EVENTBRIDGE: url,
      NODE_EXTRA_CA_CERTS: agent.plane.caFile,
      TABLE_NAME: agent.tableName,
      EVENT_BUS_NAME: 'bus-of-the-runtime',
      CONFIGURATION_PARAMETER: configurationParameter,
      SEALING_KEY_PARAMETER: '/runtime/agent-sealing-key',
      POLL_SECONDS: '60',
      EVENTS_URL: 'https://events.runtime.example',
    },
  });
  return {
    lines: stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
    megabytes: Number(stderr),
  };
}

describe('the bundle of the Agent in Lambda', () => {
  it('pairs and polls in a process of its own, logs lines that Lambda filters by level, and leaves a part of its memory for large views', {
    timeout: 60_000,
  }, async () => {
    agent.plane.state.applications = Array.from({ length: 50 }, (_, n) => ({ id: `a${n}`, name: `mp-${n}` }));
    agent.plane.state.labels = { runtime_eventServiceUrl: 'https://events.runtime.example' };
    const { lines, megabytes } = await invokeBundle(5);
    expect(lines[0]).toEqual({
      timestamp: expect.any(String),
      level: 'INFO',
      message: 'pairing started',
      runtime: agent.plane.state.runtimeId,
    });
    expect(lines.at(-1)).toMatchObject({ message: 'configuration unchanged', applications: 50 });
    expect(lines.filter(({ level }) => level !== 'INFO')).toEqual([]);
    expect(agent.plane.lineages.pairings).toBe(1);
    expect(events).toHaveLength(50);
    expect(events[0]).toMatchObject({ DetailType: 'ApplicationAdded', EventBusName: 'bus-of-the-runtime' });
    expect(await agent.view()).toHaveLength(50);
    expect(megabytes).toBeLessThan(150);
  });
});
