import type { Application } from '../applications/application.ts';
import { normalizedName } from '../applications/application-name.ts';
import { eventingUrlForTokensOf, eventingUrlOf, type Runtime } from '../runtimes/runtime.ts';

/** Returns true if a Runtime takes the names of Applications in the form of resource names. */
export const wantsNormalizedNames = (runtime: Pick<Runtime, 'labels'>): boolean => runtime.labels.isNormalized !== 'false';

/** The addresses for an Application's events at a Runtime. One that the Runtime does not publish is empty. */
export interface EventingAddresses {
  readonly url: string;
  /** For senders with an access token. */
  readonly urlForTokens: string;
}

export const noAddresses: EventingAddresses = { url: '', urlForTokens: '' };

export function eventingAddresses(application: Pick<Application, 'name'>, runtime: Pick<Runtime, 'labels'>): EventingAddresses {
  const name = wantsNormalizedNames(runtime) ? normalizedName(application.name) : application.name;
  return { url: eventsOf(name, eventingUrlOf(runtime)), urlForTokens: eventsOf(name, eventingUrlForTokensOf(runtime)) };
}

/** Appends `/<name>/v1/events` to the path of a Runtime's URL. The original drops the path, which is empty in all its Runtimes. */
function eventsOf(name: string, url: string): string {
  const base = URL.parse(url);
  // `host:443` reads as the URL of a scheme `host:`, under which there are no paths.
  if (!base || base.host === '') return '';
  const path = base.pathname.endsWith('/') ? base.pathname.slice(0, -1) : base.pathname;
  return new URL(`${path}/${encodeURIComponent(name)}/v1/events`, base.origin).href;
}
