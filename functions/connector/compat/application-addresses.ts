import type { ConnectorDeps } from '#functions/connector/deps.ts';
import { nameInPaths } from '#shared/applications/compat/name-in-paths.ts';
import { notFound } from '#shared/core/errors.ts';
import { eventingOf } from '#shared/eventing/default-eventing.ts';
import type { Owner } from '#shared/pairing/system-auth.ts';

/** The name by which an Application is known at gateways, and its eventing URL, which is empty while no Runtime takes its events. */
export interface ApplicationAddresses {
  readonly name: string;
  readonly eventsUrl: string;
}

/** Throws NotFound. */
export async function addressesOf({ tenant, id }: Owner, deps: Pick<ConnectorDeps, 'applications' | 'runtimes' | 'formations'>) {
  const application = await deps.applications.find(tenant, id);
  if (!application) throw notFound('application', id);
  const { url } = await eventingOf(application, deps);
  return { name: nameInPaths(application), eventsUrl: url } satisfies ApplicationAddresses;
}
