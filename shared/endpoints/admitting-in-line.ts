import { type Admission, type EndpointLeases, endpointKey } from './endpoint-leases.ts';

/**
 * Has the callers of an endpoint ask one after the other in this process. A refusal is the answer to all who wait behind it, so that a batch of
 * deliveries to a host that is full or parked costs one write instead of one for each.
 */
export function admittingInLine(admit: EndpointLeases['admit']): EndpointLeases['admit'] {
  const latest = new Map<string, Promise<Admission>>();
  return (endpoint, now, options) => {
    const key = endpointKey(endpoint);
    const ask = () => admit(endpoint, now, options);
    const before = latest.get(key);
    const own = before ? before.then((admission) => (admission.result === 'admitted' ? ask() : admission), ask) : ask();
    latest.set(key, own);
    const leave = (): void => {
      if (latest.get(key) === own) latest.delete(key);
    };
    own.then(leave, leave);
    return own;
  };
}
