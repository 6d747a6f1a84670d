import type { Application } from '../applications/application.ts';
import { normalizedName } from '../applications/application-name.ts';
import { eventingUrlOf, type Runtime } from '../runtimes/runtime.ts';

/** Returns true if a Runtime takes the names of Applications in the form of resource names. */
export const wantsNormalizedNames = (runtime: Pick<Runtime, 'labels'>): boolean => runtime.labels.isNormalized !== 'false';

/** URL for an Application's events to a Runtime: `/<name>/v1/events` at the Runtime's eventing host; empty if it has none. */
export function applicationEventingUrl(application: Pick<Application, 'name'>, runtime: Pick<Runtime, 'labels'>): string {
  const name = wantsNormalizedNames(runtime) ? normalizedName(application.name) : application.name;
  const path = `/${encodeURIComponent(name)}/v1/events`;
  // With the path: `host:443` alone reads as the URL of a scheme `host:`, under which there are no paths.
  return URL.parse(path, eventingUrlOf(runtime))?.href ?? '';
}
