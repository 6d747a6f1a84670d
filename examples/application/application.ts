import { configurationFile, refreshConfiguration } from './configuration.ts';
import { apiDefinitionFrom, eventDefinitionFrom } from './definitions.ts';
import { directorOf, ownApplicationId } from './director.ts';
import { type Following, type FollowingOptions, followChanges } from './follow-changes.ts';
import { keepPaired, type PairingOptions } from './keep-paired.ts';
import { type PublishedIds, publishDefinitions } from './publish-definitions.ts';

export type ApplicationOptions = PairingOptions & FollowingOptions;

export interface RunningApplication extends Following {
  readonly applicationId: string;
  readonly published: PublishedIds;
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
