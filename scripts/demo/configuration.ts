import * as z from 'zod';
import { configurationFile, pullEventsUrl, readConfiguration } from '../../examples/application/configuration.ts';
import { eventsAbout } from './bus-events.ts';
import { eventually } from './eventually.ts';
import type { Listening } from './listening-application.ts';
import type { PairedApplication } from './pairing.ts';
import { firstEventsUrlOf, labelsOf, outcomeOf, type ProvisionedRuntime } from './runtime.ts';
import type { Stage } from './stage.ts';
import { check } from './step-reporter.ts';

const secondEventsUrl = 'https://events.second.demo.example';

export interface Cast {
  readonly application: PairedApplication;
  readonly runtime: ProvisionedRuntime;
  readonly listening: Listening;
}

/** Plays the readiness of the Runtime: its Agent reports to the Director, and the Director notifies each Application of its group. */
export async function playReady(stage: Stage, { runtime, listening }: Cast): Promise<void> {
  await stage.step(
    'ready',
    1,
    'the Agent told the Director, which told the Applications in the group of the Runtime and no other',
    async () => {
      const { condition } = await outcomeOf(stage, runtime.id);
      check(condition === 'CONNECTED', `the Runtime to be connected, not ${condition}`);
      const told = await eventually('the webhook', () =>
        listening.changes.find(({ event, runtimeId }) => event?.reason === 'RuntimeConnected' && runtimeId === runtime.id),
      );
      check(told.event?.type === 'io.compass.configuration.changed.v1', 'the documented CloudEvent');
      check(listening.callsOfStranger() === 0, 'no call to the Application outside the group');
    },
  );
}

/** The Application asks for its eventing URL. */
export async function playPull(stage: Stage, { application, runtime }: Cast): Promise<void> {
  await stage.step('application-pull', 1, 'the Application pulls the eventing URL of the connected Runtime', async () => {
    const url = await eventually('the eventing URL', async () => (await pullEventsUrl(application.director, application.id)) || undefined);
    const base = firstEventsUrlOf(stage, runtime.id);
    check(url.startsWith(`${base}/`), `a URL at the Runtime, not ${url}`);
    check((await labelsOf(stage, runtime.id)).runtime_eventServiceUrl === base, 'the URL that the Agent wrote');
  });
}

/** The Agent changes the configuration, and the change reaches the Application and comes back. */
export async function playWebhook(stage: Stage, { application, runtime, listening }: Cast): Promise<void> {
  const { step, system, applicationFolder } = stage;
  const seenBefore = listening.changes.length;
  await step('application-webhook', 1, 'the Agent asks the Director to change the configuration', async () => {
    await runtime.folder.setEventsUrl(secondEventsUrl);
    await eventually('the new URL in the Director', async () =>
      (await labelsOf(stage, runtime.id)).runtime_eventServiceUrl === secondEventsUrl ? true : undefined,
    );
    const changes = await eventually('the event', async () => {
      const events = await eventsAbout(system.events, 'RuntimeEventingUrlChanged', runtime.id);
      return events.find(({ detail }) => detail.data.eventingUrl === secondEventsUrl);
    });
    check(changes.detail.metadata.actor === `runtime/${runtime.id}`, 'the change to be made by the Agent itself');
  });
  const change = await step('application-webhook', 2, 'the Director notifies the Application, which verified the signature', () =>
    eventually('the webhook', () =>
      listening.changes
        .slice(seenBefore)
        .find(({ eventsUrl, runtimeId }) => runtimeId === runtime.id && eventsUrl.startsWith(secondEventsUrl)),
    ),
  );
  await step('application-webhook', 3, 'the Application changed its configuration for the Runtime', async () => {
    const stored = await eventually('the configuration', () => readConfiguration(configurationFile(applicationFolder)));
    check(
      stored.eventsUrl === change.eventsUrl && stored.runtimeId === runtime.id,
      'the stored configuration to send events to the new URL',
    );
  });
  await step('application-webhook', 4, 'the Agent got the new configuration from the Director', () =>
    eventually('the new URL at the Runtime', async () => {
      const applied = (await runtime.folder.applications()).find(({ id }) => id === application.id);
      return applied?.eventingConfiguration?.defaultURL === change.eventsUrl ? true : undefined;
    }),
  );
}

/** The Agent fetches Applications with their credentials, applies them, and applies changes. */
export async function playRuntimeConfiguration(stage: Stage, { application, runtime, listening }: Cast): Promise<void> {
  const ofApplication = async () => (await runtime.folder.applications()).find(({ id }) => id === application.id);
  await stage.step(
    'runtime-configuration',
    1,
    'the Agent applied the Application with its definitions, and a change with credentials',
    async () => {
      const before = await eventually('the Application at the Runtime', ofApplication);
      check(
        before.bundles.some(({ name }) => name === 'Orders'),
        'the bundle that the Application registered',
      );
      await stage.administrator.director(
        'mutation ($id: ID!, $in: BundleCreateInput!) { result: addBundle(applicationID: $id, in: $in) { id } }',
        z.object({ id: z.string() }),
        {
          id: application.id,
          in: { name: 'Invoices', defaultInstanceAuth: { credential: { basic: { username: 'demo', password: 'only-for-the-demo' } } } },
        },
      );
      const added = await eventually('the new bundle at the Runtime', async () =>
        (await ofApplication())?.bundles.find(({ name }) => name === 'Invoices'),
      );
      check(JSON.stringify(added.defaultInstanceAuth).includes('only-for-the-demo'), 'the credentials of the bundle');
      check(listening.callsOfStranger() === 0, 'no call to the Application outside the group');
    },
  );
}
