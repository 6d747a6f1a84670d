import type { Application } from '../applications/application.ts';
import { normalizedName } from '../applications/application-name.ts';
import { eventingUrlOf, type Runtime } from '../runtimes/runtime.ts';

/** Returns true if a Runtime takes the names of Applications in the form of resource names. */
export const wantsNormalizedNames = (runtime: Pick<Runtime, 'labels'>): boolean => runtime.labels.isNormalized !== 'false';

/**
 * URL for an Application's events to a Runtime: `/<name>/v1/events` at the Runtime's eventing URL, below its path; empty if it has none. The original drops
 * the path, which is empty in all its Runtimes.
 */
export function applicationEventingUrl(application: Pick<Application, 'name'>, runtime: Pick<Runtime, 'labels'>): string {
  const name = wantsNormalizedNames(runtime) ? normalizedName(application.name) : application.name;
  const base = URL.parse(eventingUrlOf(runtime));
  // `host:443` reads as the URL of a scheme `host:`, under which there are no paths.
  if (!base || base.host === '') return '';
  const path = base.pathname.endsWith('/') ? base.pathname.slice(0, -1) : base.pathname;
  return new URL(`${path}/${encodeURIComponent(name)}/v1/events`, base.origin).href;
}
