import { minutes } from '../core/clock.ts';

/** Calls of one purpose. They have leases and a breaker of their own, so that slow fetches of a host take nothing from its webhooks. */
export interface EndpointPool {
  /** Empty for deliveries, which had the only pool once. */
  readonly name: string;
  /** Calls of one endpoint at once. */
  readonly calls: number;
  /** Milliseconds; longer than any call may take, its tokens and redirects included. */
  readonly leaseTime: number;
}

/** 200 workers are not used up by a few endpoints that hang, and 10 calls of 50 ms are 200 a second. */
export const deliveryCalls: EndpointPool = { name: '', calls: 10, leaseTime: minutes(1) };

/** A tenth of the 100 workers. A fetch may take as long as the function, 150 seconds. */
export const fetchCalls: EndpointPool = { name: 'fetches', calls: 10, leaseTime: minutes(3) };
