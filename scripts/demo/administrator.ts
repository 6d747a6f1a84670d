import * as z from 'zod';
import { sendGraphql } from '#application-client';
import type { LocalDescription } from '#local/local-description.ts';

type Ask = <T>(query: string, result: z.ZodType<T>, variables?: Record<string, unknown>) => Promise<T>;

/** An administrator at the three APIs. Operations name their answer `result`. */
export interface Administrator {
  readonly director: Ask;
  readonly connector: Ask;
  readonly provisioner: Ask;
}

export function administratorOf(system: LocalDescription): Administrator {
  const [tenant = ''] = system.tenants;
  const headers = { authorization: `Bearer ${system.adminTokens[tenant]}`, tenant };
  const at =
    (url: string): Ask =>
    async (query, result, variables = {}) =>
      (await sendGraphql({ url, query, variables, headers, schema: z.object({ result }) }, {})).result;
  return { director: at(system.directorUrl), connector: at(system.connectorUrl), provisioner: at(system.provisionerUrl) };
}

/** Returns the message of a refusal; throws if there was none. */
export async function refusalOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => {
      throw new Error('expected a refusal');
    },
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}
