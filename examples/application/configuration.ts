import { join } from 'node:path';
import * as z from 'zod';
import { type Director, readJson, writeJson } from '#application-client';
import type { CloudEvent } from './cloud-event.ts';

/** The Application's own configuration: where it sends its events, and what made it so. */
const configurationSchema = z.object({
  eventsUrl: z.string(),
  runtimeId: z.string().optional(),
  event: z.object({ id: z.string(), type: z.string(), reason: z.string().optional() }).optional(),
});
export type Configuration = z.infer<typeof configurationSchema>;

const query = 'query ($id: ID!) { application(id: $id) { eventingConfiguration { defaultURL } } }';
const answerSchema = z.object({ application: z.object({ eventingConfiguration: z.object({ defaultURL: z.string() }).nullish() }) });

/** Asks the Director for the current eventing URL; empty while no Runtime takes events. */
export async function pullEventsUrl(director: Director, applicationId: string): Promise<string> {
  const { application } = await director(query, { id: applicationId }, answerSchema);
  return application.eventingConfiguration?.defaultURL ?? '';
}

/** The event says that something changed, the Director says what: so late or repeated events do no harm. */
export async function changeConfiguration(
  director: Director,
  applicationId: string,
  file: string,
  event: CloudEvent,
): Promise<Configuration> {
  const configuration: Configuration = {
    eventsUrl: await pullEventsUrl(director, applicationId),
    runtimeId: event.data.runtimeId ?? undefined,
    event: { id: event.id, type: event.type, reason: event.data.reason ?? undefined },
  };
  await writeJson(file, configuration);
  return configuration;
}

/** Pulls the configuration without a message. Changes nothing if it is up to date. */
export async function refreshConfiguration(director: Director, applicationId: string, file: string): Promise<Configuration> {
  const current = await readConfiguration(file);
  const eventsUrl = await pullEventsUrl(director, applicationId);
  if (current?.eventsUrl === eventsUrl) return current;
  await writeJson(file, { eventsUrl });
  return { eventsUrl };
}

export const configurationFile = (stateFolder: string) => join(stateFolder, 'configuration.json');

export function readConfiguration(file: string): Promise<Configuration | undefined> {
  return readJson(file, configurationSchema);
}
