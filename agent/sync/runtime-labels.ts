import type { AgentConfiguration } from '../config.ts';
import type { DirectorClient, RuntimeConfiguration } from '../control-plane/director-client.ts';
import type { Log } from '../log.ts';

/** The labels that are to be written: those with an address whose value in the Director is another. */
function labelsToSet(configuration: AgentConfiguration, labels: RuntimeConfiguration['labels']): [key: string, value: string][] {
  const wanted: [key: string, value: string | undefined][] = [
    // The one for tokens first: Applications are notified of the other, and then ask for both.
    ['runtime_eventServiceUrlForTokens', configuration.eventsUrlForTokens],
    ['runtime_eventServiceUrl', configuration.eventsUrl],
    ['runtime_consoleUrl', configuration.consoleUrl],
  ];
  return wanted.flatMap(([key, value]) => (value === undefined || labels[key] === value ? [] : [[key, value]]));
}

/** Returns whether any label changed. */
export async function publishUrls(
  configuration: AgentConfiguration,
  labels: RuntimeConfiguration['labels'],
  director: DirectorClient,
  log: Log,
): Promise<boolean> {
  const changes = labelsToSet(configuration, labels);
  for (const [key, value] of changes) {
    await director.setRuntimeLabel(key, value);
    log('info', 'runtime label set', { key, value });
  }
  return changes.length > 0;
}
