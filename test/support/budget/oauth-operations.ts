import { randomUUID } from 'node:crypto';
import type { LocalDescription } from '#local/local-description.ts';
import { administrator } from '../clients.ts';
import { clientCredentialsFor, withToken } from '../oauth-client.ts';
import type { BudgetRow } from './operations.ts';

const viewer = '{ viewer { id } }';

/** The rows of the budget table that concern OAuth clients. */
export function oauthBudgetRows(system: LocalDescription): BudgetRow[] {
  const registerRuntime = async (): Promise<string> => {
    const { r } = await administrator(system).director(`mutation { r: registerRuntime(in: {name: "budget-${randomUUID()}"}) { id } }`);
    return r.id;
  };
  return [
    {
      operation: 'request client credentials',
      roundTrips: 2,
      capacity: '1 read + transaction of 3',
      prepare: async () => {
        const id = await registerRuntime();
        return () => clientCredentialsFor(system, 'Runtime', id);
      },
    },
    {
      operation: 'any call with an access token: authenticate, not revoked',
      roundTrips: 1,
      capacity: '1 RRU, consistent',
      prepare: async () => {
        const client = await withToken(system, await clientCredentialsFor(system, 'Runtime', await registerRuntime()));
        await client.do(viewer);
        return () => client.do(viewer);
      },
    },
  ];
}
