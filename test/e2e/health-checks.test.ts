import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect, inject, it } from 'vitest';
import { administrator } from '#test/support/clients.ts';
import { eventually } from '#test/support/eventually.ts';
import { startWebhookEndpoint } from '#test/support/webhook-endpoint.ts';

const system = inject('system');
const { director } = administrator(system);

it('the health of an Application is probed on a schedule, and each change of it is an event on the bus', async () => {
  const endpoint = await startWebhookEndpoint();
  const { app } = await director(
    `mutation { app: registerApplication(in: { name: "health-${randomUUID()}", healthCheckURL: "${endpoint.url}" }) { id } }`,
  );
  const becomes = (condition: string) =>
    eventually(async () => {
      const { healthChecks } = await director(`{ healthChecks(origin: "${app.id}") { data { condition origin } } }`);
      expect(healthChecks.data).toEqual([{ condition, origin: app.id }]);
    });
  await becomes('SUCCEEDED');
  endpoint.answers(503);
  await becomes('FAILED');
  await eventually(async () => {
    const events = (await readFile(system.events, 'utf8'))
      .split('\n')
      .filter((line) => line.includes('ApplicationHealthChanged') && line.includes(app.id));
    expect(events.map((line) => JSON.parse(line).detail.data.condition)).toEqual(['SUCCEEDED', 'FAILED']);
  });
  await director(`mutation { unregisterApplication(id: "${app.id}") { id } }`);
  await endpoint.stop();
});
