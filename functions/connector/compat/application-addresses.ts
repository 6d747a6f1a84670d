import type { ConnectorDeps } from '#functions/connector/deps.ts';
import { notFound } from '#shared/core/errors.ts';
import { eventingUrl } from '#shared/eventing/default-eventing.ts';
import type { Owner } from '#shared/pairing/system-auth.ts';

/** An Application's name, and where it sends its events: empty while no Runtime takes them. */
export interface ApplicationAddresses {
  readonly name: string;
  readonly eventsUrl: string;
}

/** Throws NotFound. */
export async function addressesOf({ tenant, id }: Owner, deps: Pick<ConnectorDeps, 'applications' | 'runtimes' | 'formations'>) {
  const application = await deps.applications.find(tenant, id);
  if (!application) throw notFound('application', id);
  return { name: application.name, eventsUrl: await eventingUrl(application, deps) } satisfies ApplicationAddresses;
}
