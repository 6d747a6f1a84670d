import { fetchConfiguration } from '../control-plane/connector-client.ts';
import type { ControlPlaneClient } from '../control-plane/control-plane-client.ts';
import type { Log } from '../log.ts';
import { validityOf } from '../state/certificate.ts';
import type { Addresses, Session } from '../state/connection.ts';
import { needsRenewal, type RenewalDeps, renew } from './renewal.ts';

export interface MaintenanceDeps extends RenewalDeps {
  readonly log: Log;
}

export interface Maintained {
  readonly session: Session;
  /** The addresses that the Connector names now. */
  readonly named: Addresses;
}

/** Asks the Connector for its addresses, and renews the certificate in time. */
export async function maintain(
  session: Session,
  client: ControlPlaneClient,
  periodSeconds: number,
  deps: MaintenanceDeps,
): Promise<Maintained> {
  const { connectorUrl } = session.connection;
  const answer = await fetchConfiguration(client, connectorUrl);
  const named = { directorUrl: answer.directorUrl, connectorUrl: answer.connectorUrl };
  if (!needsRenewal(validityOf(session.identity), deps.clock.now(), periodSeconds)) return { session, named };
  const identity = await renew(client, connectorUrl, answer, deps);
  deps.log('info', 'certificate renewed', { validUntil: validityOf(identity).notAfter });
  return { session: { ...session, identity }, named };
}

/** Time in milliseconds after which the Connector is asked again. */
const maxTrustMs = 3_600_000;

/**
 * Decides when to ask the Connector: in the first cycle, after an hour, when the certificate is due for renewal, and after a failure,
 * because the control plane may have moved. In between a cycle costs the control plane no more than a conditional read.
 */
export interface MaintenanceSchedule {
  isDue(session: Session, periodSeconds: number): boolean;
  done(): void;
  failed(): void;
  /** The time in milliseconds at which the Connector was asked, for a schedule that goes on in another process. */
  askedAt(): number | undefined;
}

export function maintenanceSchedule(now: () => Date, before?: number): MaintenanceSchedule {
  let askedAt = before;
  return {
    isDue({ connection, identity }, periodSeconds) {
      const age = askedAt === undefined ? Number.POSITIVE_INFINITY : Math.abs(now().getTime() - askedAt);
      return age >= maxTrustMs || connection.announced !== undefined || needsRenewal(validityOf(identity), now(), periodSeconds);
    },
    done() {
      askedAt = now().getTime();
    },
    failed() {
      askedAt = undefined;
    },
    askedAt: () => askedAt,
  };
}
