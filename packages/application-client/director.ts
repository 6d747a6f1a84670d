import * as z from 'zod';
import { sendGraphql } from './graphql.ts';
import type { Pairing } from './pairing.ts';
import type { Reader } from './reader.ts';

/** Sends an operation to the Director as this Application. */
export type Director = <T>(query: string, variables: Record<string, unknown>, schema: Reader<T>) => Promise<T>;

/** `pairing` is asked for each time, because the certificate is renewed now and then. */
export function directorOf(pairing: () => Pairing, caCertificate?: string): Director {
  return (query, variables, schema) => {
    const { directorUrl, identity } = pairing();
    return sendGraphql({ url: directorUrl, query, variables, schema }, { caCertificate, identity });
  };
}

const viewerSchema = z.object({ viewer: z.object({ id: z.string(), type: z.literal('APPLICATION') }) });

/** Our own id: the certificate says who we are. */
export async function ownApplicationId(director: Director): Promise<string> {
  const { viewer } = await director('query { viewer { id type } }', {}, viewerSchema);
  return viewer.id;
}
