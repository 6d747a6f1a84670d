import { withHttps } from '../core/schemeless-url.ts';
import type { TenantId } from '../core/tenant-id.ts';

/** A host and port that Compass calls for a tenant. Trouble with one of them must take nothing from the others. */
export interface Endpoint {
  readonly tenant: TenantId;
  /** Scheme, host and port, as `URL.origin` writes them. */
  readonly origin: string;
}

/** The right to call an endpoint once. It ends by itself, so that a crash costs the endpoint nothing for longer. */
export interface EndpointLease {
  readonly endpoint: Endpoint;
  /** The attribute that holds it. */
  readonly slot: string;
  /** End of the lease, in milliseconds since the epoch. */
  readonly until: number;
  /** Probes that failed before; undefined unless this is one. */
  readonly failedProbes?: number;
}

export type Admission =
  | { readonly result: 'admitted'; readonly lease: EndpointLease }
  /** The maximum number of calls is under way. */
  | { readonly result: 'full' }
  /** It did not answer several times in a row: the next call is a probe, at this time. */
  | { readonly result: 'parked'; readonly until: Date };

export interface AdmitOptions {
  /** Probes a parked endpoint before its time has come. Default: false. */
  readonly probesNow?: boolean;
}

export interface EndpointLeases {
  /** Gets the right to call an endpoint, by one conditional write as long as it answers and is not busy. */
  admit(endpoint: Endpoint, now: Date, options?: AdmitOptions): Promise<Admission>;
  /** Gives the lease back. Any status of HTTP is an answer. */
  release(lease: EndpointLease, answered: boolean, now: Date): Promise<void>;
}

/** Names an endpoint among those of all tenants. */
export const endpointKey = ({ tenant, origin }: Endpoint): string => `${tenant} ${origin}`;

/** The endpoint of a URL; undefined for one that cannot be called. */
export function endpointOf(tenant: TenantId, url: string): Endpoint | undefined {
  const origin = URL.parse(withHttps(url))?.origin;
  return origin === undefined || origin === 'null' ? undefined : { tenant, origin };
}
