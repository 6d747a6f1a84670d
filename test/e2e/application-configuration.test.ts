import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { administrator } from '#test/support/clients.ts';
import { eventually } from '#test/support/eventually.ts';
import { type SampleApplication, sampleApplication } from '#test/support/sample-application.ts';
import type { RunningApplication } from '../../examples/application/application.ts';

const system = inject('system');
const { director } = administrator(system);
const formation = `configuration-${randomUUID()}`;
let sample: SampleApplication;
let running: RunningApplication;
let runtimeId: string;

beforeAll(async () => {
  sample = await sampleApplication(system, formation);
  running = await sample.start();
  const { result } = await director('mutation ($in: RuntimeRegisterInput!) { result: registerRuntime(in: $in) { id } }', {
    in: { name: `configuration-${randomUUID()}`, labels: { scenarios: [formation] } },
  });
  runtimeId = result.id;
});
afterAll(async () => {
  await running.close();
  await sample.remove();
});

const moveEvents = (url: string) =>
  director('mutation ($id: ID!, $url: Any!) { setRuntimeLabel(runtimeID: $id, key: "runtime_eventServiceUrl", value: $url) { key } }', {
    id: runtimeId,
    url,
  });

const at = (url: string) => `${url}/mp-${sample.name}/v1/events`;

it('the sample Application changes the configuration of the Application when the eventing URL of its Runtime changes', async () => {
  await moveEvents('https://first.example');
  const type = 'io.compass.configuration.changed.v1';
  await eventually(() =>
    expect(sample.changes).toContainEqual({
      eventsUrl: at('https://first.example'),
      runtimeId,
      event: { id: expect.stringMatching(/^msg_/), type, reason: 'RuntimeEventingUrlChanged' },
    }),
  );
  expect(await sample.configuration()).toMatchObject({ eventsUrl: at('https://first.example'), runtimeId });
  expect((await stat(join(sample.folder, 'configuration.json'))).mode & 0o777).toBe(0o600);
});

it('the sample Application ends with the last of changes that follow each other closely', async () => {
  for (const name of ['second', 'third', 'fourth']) await moveEvents(`https://${name}.example`);
  await eventually(async () => expect((await sample.configuration())?.eventsUrl).toBe(at('https://fourth.example')));
});

it('the sample Application empties the configuration when the Runtime leaves the formation', async () => {
  await director(`mutation { unassignFormation(objectID: "${runtimeId}", objectType: RUNTIME, formation: {name: "${formation}"}) { id } }`);
  await eventually(() =>
    expect(sample.changes).toContainEqual(
      expect.objectContaining({ eventsUrl: '', event: expect.objectContaining({ reason: 'FormationUnassigned' }) }),
    ),
  );
  expect((await sample.configuration())?.eventsUrl).toBe('');
});

it('the sample Application catches up with what changed while the Application was stopped', async () => {
  const port = Number(new URL(running.webhookUrl).port);
  await running.close();
  await director(`mutation { assignFormation(objectID: "${runtimeId}", objectType: RUNTIME, formation: {name: "${formation}"}) { id } }`);
  running = await sample.start(port);
  await eventually(async () => expect((await sample.configuration())?.eventsUrl).toBe(at('https://fourth.example')));
});
