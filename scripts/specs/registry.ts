import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { LocalDescription } from '#local/local-description.ts';

const zip = promisify(gzip);

// biome-ignore lint/suspicious/noExplicitAny: an answer has whatever was asked for.
type Data = any;

/** An answer with errors, whose message is theirs. */
const refusal = (status: number, errors: readonly { message: string }[]): Error =>
  new Error(`${status}: ${errors.map(({ message }) => message).join('; ')}`);

export type Director = (query: string, variables?: object) => Promise<Data>;

/** Sends requests packed, as clients do on AWS, where a request has 6 MB at most. */
export function director({ directorUrl, tenants, adminTokens }: LocalDescription): Director {
  const [tenant = ''] = tenants;
  const headers = {
    authorization: `Bearer ${adminTokens[tenant]}`,
    tenant,
    'content-type': 'application/json',
    'content-encoding': 'gzip',
  };
  return async (query, variables) => {
    const body = await zip(JSON.stringify({ query, variables }));
    const answer = await fetch(directorUrl, { method: 'POST', headers, body });
    const { data, errors, ...others } = (await answer.json()) as { data: Data; errors?: { message: string }[]; message?: string };
    if (errors) throw refusal(answer.status, errors);
    // The gateway answers for a function that ended or took too long.
    if (!data) throw refusal(answer.status, [{ message: others.message ?? 'neither data nor errors' }]);
    return data;
  };
}

interface Spec {
  readonly data?: string;
  readonly downloadURL?: string;
  readonly fetchRequest?: { readonly status: { readonly condition: string; readonly message?: string } };
}

const input = 'mutation ($app: ID!, $in: APIDefinitionInput!) { api: addAPIDefinitionToApplication(appID: $app, in: $in) { id } }';
const query = (fields: string): string =>
  `query ($app: ID!, $api: ID!) { a: application(id: $app) { apiDefinition(id: $api) { spec { ${fields} } } } }`;

/** Registers specifications at one Application, and reads them back. */
export function specifications(ask: Director, app: string) {
  const specOf = async (api: string, fields: string): Promise<Spec> => (await ask(query(fields), { app, api })).a.apiDefinition.spec;
  return {
    add: async (spec: object): Promise<string> =>
      (await ask(input, { app, in: { name: 'real', targetURL: 'https://real.example', spec: { type: 'OPEN_API', ...spec } } })).api.id,

    /** The text by its address, or as data where it is too small to have one. */
    read: async (api: string): Promise<string | undefined> => {
      const { downloadURL } = await specOf(api, 'downloadURL');
      if (downloadURL) return (await fetch(downloadURL)).text();
      return (await specOf(api, 'data')).data;
    },

    data: async (api: string): Promise<string | undefined> => (await specOf(api, 'data')).data,

    /** The message of a failed fetch; undefined for one that succeeded. */
    fetched: async (api: string): Promise<string | undefined> => {
      for (;;) {
        const { status } = (await specOf(api, 'fetchRequest { status { condition message } }')).fetchRequest ?? {};
        if (status?.condition === 'SUCCEEDED') return undefined;
        if (status?.condition === 'FAILED') return status.message ?? 'no message';
        await pause(200);
      }
    },
  };
}
