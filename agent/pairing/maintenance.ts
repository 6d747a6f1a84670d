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

/** Asks the Connector how things are, and renews the certificate in time. */
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

/** How long what the Connector said last is taken for granted. */
const longestTrust = 3_600_000;

/**
 * When the Connector is to be asked: first of all, after an hour, when the certificate is to be renewed, and after a failure, which a move of the
 * control plane may explain. In between a cycle costs the control plane no more than a conditional read.
 */
export interface MaintenanceSchedule {
  isDue(session: Session, periodSeconds: number): boolean;
  done(): void;
  failed(): void;
}

export function maintenanceSchedule(now: () => Date): MaintenanceSchedule {
  let askedAt: number | undefined;
  return {
    isDue({ connection, identity }, periodSeconds) {
      const age = askedAt === undefined ? Number.POSITIVE_INFINITY : Math.abs(now().getTime() - askedAt);
      return age >= longestTrust || connection.announced !== undefined || needsRenewal(validityOf(identity), now(), periodSeconds);
    },
    done() {
      askedAt = now().getTime();
    },
    failed() {
      askedAt = undefined;
    },
  };
}
