import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { pairApplication, readRawToken, sendEvent } from '#application-client';
import { pullEventsUrl } from '../../examples/application/configuration.ts';
import { refusalOf } from './administrator.ts';
import type { Cast } from './configuration.ts';
import { eventually } from './eventually.ts';
import type { Stage } from './stage.ts';
import { check } from './step-reporter.ts';

/** The Application sends an event to the Runtime, under its own name, and another Application outside the group cannot. */
export async function playRuntimeEvents(stage: Stage, { application, runtime }: Cast): Promise<void> {
  const { step, caCertificate } = stage;
  const id = randomUUID();
  const eventsUrl = await pullEventsUrl(application.director, application.id);
  // The Director knows the URL a moment before the Agent applies the Application.
  await eventually('the Application at the Runtime', async () =>
    (await runtime.folder.applications()).find((one) => one.id === application.id),
  );
  await step('runtime-events', 1, 'the Application sends an event with its certificate to the URL it was given', async () => {
    const event = { id, type: 'order.placed.v1', data: { order: '4711' } };
    const sent = await sendEvent(eventsUrl, event, { caCertificate, identity: application.identity() });
    check(sent === id, 'the id of the event');
  });
  await step('runtime-events', 2, 'it is on the bus of the Runtime, under the name of the Application', async () => {
    const [found, ...others] = (await runtime.folder.events()).filter(({ detail }) => detail.id === id);
    check(found !== undefined && others.length === 0, 'the event, once');
    check(found.source === 'mp-sample-shop' && found['detail-type'] === 'order.placed.v1', 'name and type as source and detail type');
    check(JSON.stringify(found.detail.data) === '{"order":"4711"}', 'the data as it was sent');
  });
  await step('runtime-events', 3, 'another Application outside the group is refused, under either name', async () => {
    const outsider = await pairOutsider(stage);
    const event = { id: randomUUID(), type: 'order.placed.v1', data: {} };
    for (const url of [eventsUrl, eventsUrl.replace('mp-sample-shop', 'mp-outsider')]) {
      const refusal = await refusalOf(sendEvent(url, event, { caCertificate, identity: outsider.identity }));
      check(refusal.includes('403') && refusal.includes('EventSenderRefused'), `a refusal, not "${refusal}"`);
    }
    check(
      (await runtime.folder.events()).every(({ detail }) => detail.id !== event.id),
      'nothing of it on the bus',
    );
  });
}

/** Pairs an Application that is in no formation. */
export async function pairOutsider({ administrator, caCertificate }: Stage) {
  const { id } = await administrator.director(
    'mutation { result: registerApplication(in: { name: "outsider" }) { id } }',
    z.object({ id: z.string() }),
  );
  const { rawEncoded } = await administrator.director(
    'mutation ($id: ID!) { result: requestOneTimeTokenForApplication(id: $id) { rawEncoded } }',
    z.object({ rawEncoded: z.string() }),
    { id },
  );
  return pairApplication(readRawToken(rawEncoded), caCertificate);
}
