import type { Application } from '../applications/application.ts';
import { normalizedName } from '../applications/application-name.ts';
import { eventingUrlOf, type Runtime } from '../runtimes/runtime.ts';

/** Whether a Runtime wants the names of Applications in the form of resource names. */
export const wantsNormalizedNames = (runtime: Pick<Runtime, 'labels'>): boolean => runtime.labels.isNormalized !== 'false';

/** Where an Application sends events for a Runtime: `/<name>/v1/events` at the Runtime's eventing host; empty when it has none. */
export function applicationEventingUrl(application: Pick<Application, 'name'>, runtime: Pick<Runtime, 'labels'>): string {
  const base = eventingUrlOf(runtime);
  if (!URL.canParse(base)) return '';
  const name = wantsNormalizedNames(runtime) ? normalizedName(application.name) : application.name;
  return new URL(`/${encodeURIComponent(name)}/v1/events`, base).href;
}
