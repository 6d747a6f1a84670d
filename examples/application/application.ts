import {
  type ApplicationEvent,
  directorOf,
  keepPaired,
  ownApplicationId,
  type Pairing,
  type PairingOptions,
  type PublishedIds,
  publishDefinitions,
  sendEvent,
} from '#application-client';
import { configurationFile, readConfiguration, refreshConfiguration } from './configuration.ts';
import { apiDefinitionFrom, eventDefinitionFrom } from './definitions.ts';
import { type Following, type FollowingOptions, followChanges } from './follow-changes.ts';

export type ApplicationOptions = PairingOptions & FollowingOptions;

export interface RunningApplication extends Following {
  readonly applicationId: string;
  readonly published: PublishedIds;
  /** Sends an event to the Runtime that takes them, and resolves with its id. */
  sendEvent(event: ApplicationEvent): Promise<string>;
}

const bundle = { name: 'Orders', description: 'All that concerns the orders of the shop.' };

export const openApiFile = new URL('openapi.yaml', import.meta.url);
export const asyncApiFile = new URL('asyncapi.yaml', import.meta.url);

/** Pairs if needed, publishes its definitions, subscribes to changes, and follows them until it is closed. */
export async function startApplication(options: ApplicationOptions): Promise<RunningApplication> {
  const { stateFolder, caCertificate, say } = options;
  const pairing = await keepPaired(options);
  try {
    const director = directorOf(pairing.current, caCertificate);
    const applicationId = await ownApplicationId(director);
    say(`connected as Application ${applicationId}`);

    const api = await apiDefinitionFrom(openApiFile);
    const event = await eventDefinitionFrom(asyncApiFile);
    const published = await publishDefinitions(director, applicationId, { bundle, api, event });
    say(`published API definition ${published.apiDefinitionId} and Event definition ${published.eventDefinitionId}`);

    // Reads changes from before the subscription: messages report later changes only.
    await refreshConfiguration(director, applicationId, configurationFile(stateFolder));
    const following = await followChanges(director, applicationId, options);
    return {
      ...following,
      applicationId,
      published,
      sendEvent: (sent) => sendOwnEvent(options, pairing.current(), sent),
      async close() {
        pairing.stop();
        await following.close();
      },
    };
  } catch (error) {
    pairing.stop();
    throw error;
  }
}

/** Pairs if needed, and sends one event to the Runtime that takes them. */
export async function sendOneEvent(options: PairingOptions, event: ApplicationEvent): Promise<string> {
  const pairing = await keepPaired(options);
  try {
    const director = directorOf(pairing.current, options.caCertificate);
    await refreshConfiguration(director, await ownApplicationId(director), configurationFile(options.stateFolder));
    return await sendOwnEvent(options, pairing.current(), event);
  } finally {
    pairing.stop();
  }
}

async function sendOwnEvent(
  { stateFolder, caCertificate }: PairingOptions,
  { identity }: Pairing,
  event: ApplicationEvent,
): Promise<string> {
  const configuration = await readConfiguration(configurationFile(stateFolder));
  return sendEvent(configuration?.eventsUrl ?? '', { source: '/sample-application', ...event }, { caCertificate, identity });
}
