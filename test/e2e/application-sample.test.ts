import { randomUUID } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { administrator, type Data } from '#test/support/clients.ts';
import { type SampleApplication, sampleApplication } from '#test/support/sample-application.ts';
import { asyncApiFile, openApiFile, type RunningApplication } from '../../examples/application/application.ts';

const system = inject('system');
const { director } = administrator(system);
let sample: SampleApplication;
let running: RunningApplication;
beforeAll(async () => {
  sample = await sampleApplication(system, `sample-${randomUUID()}`);
  running = await sample.start();
});
afterAll(async () => {
  await running.close();
  await sample.remove();
});

async function asRegistered(): Promise<Data> {
  const { application } = await director(
    `query ($id: ID!) { application(id: $id) {
      status { condition }
      webhooks { id type url signingSecret }
      bundles { data { id name
        apiDefinitions { data { id name targetURL version { value } spec { type format data } } }
        eventDefinitions { data { id name version { value } spec { type format data } } } } } } }`,
    { id: sample.id },
  );
  return application;
}

it('the sample Application pairs with the token that the administrator got for it', async () => {
  expect(running.applicationId).toBe(sample.id);
  expect((await asRegistered()).status.condition).toBe('CONNECTED');
});

it('the sample Application keeps its key where only its owner reads it', async () => {
  expect((await stat(join(sample.folder, 'pairing.json'))).mode & 0o777).toBe(0o600);
});

it('the sample Application publishes one API and one Event definition from its files, to the letter', async () => {
  const { bundles } = await asRegistered();
  expect(bundles.data).toEqual([
    {
      id: running.published.bundleId,
      name: 'Orders',
      apiDefinitions: {
        data: [
          {
            id: running.published.apiDefinitionId,
            name: expect.any(String),
            targetURL: expect.stringMatching(/^https:/),
            version: { value: expect.any(String) },
            spec: { type: 'OPEN_API', format: 'YAML', data: await readFile(openApiFile, 'utf8') },
          },
        ],
      },
      eventDefinitions: {
        data: [
          {
            id: running.published.eventDefinitionId,
            name: expect.any(String),
            version: { value: expect.any(String) },
            spec: { type: 'ASYNC_API', format: 'YAML', data: await readFile(asyncApiFile, 'utf8') },
          },
        ],
      },
    },
  ]);
});

it('the sample Application subscribes to changes of its configuration', async () => {
  const { id, signingSecret } = running.subscription;
  expect((await asRegistered()).webhooks).toEqual([{ id, type: 'CONFIGURATION_CHANGED', url: running.webhookUrl, signingSecret }]);
  expect(signingSecret).toMatch(/^whsec_/);
});

it('the sample Application answers 401 to a request without a signature', async () => {
  const forged = await fetch(running.webhookUrl, { method: 'POST', body: '{"specversion":"1.0"}' });
  expect(forged.status).toBe(401);
  expect(sample.changes).toEqual([]);
});

it('the sample Application is the same Application with the same definitions and the same webhook after a restart', async () => {
  const before = await asRegistered();
  await running.close();
  running = await sample.start(Number(new URL(running.webhookUrl).port));
  expect(await asRegistered()).toEqual(before);
});
