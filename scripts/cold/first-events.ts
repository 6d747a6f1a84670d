import { anApiEvent } from '#test/support/api-event.ts';
import { tenant } from './local-services.ts';

interface Administrator {
  readonly token: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

const id = '6f1e4b1a-8a0b-4c53-9d0a-0f6a4b1f2c3d';

/** A request that is usual for a function, answered without an item in the table. Batches of the other functions are empty. */
export function firstEvent(name: string, { token, claims }: Administrator): object {
  const graphql = (path: string, query: string) =>
    anApiEvent({ route: `POST ${path}`, headers: { tenant, authorization: `Bearer ${token}` }, claims, body: { query } });
  switch (name) {
    case 'director':
      return graphql('/director/graphql', '{ applications(first: 1) { data { id name } totalCount } }');
    case 'connector':
      return graphql('/connector/graphql', `mutation { generateApplicationToken(authID: "${id}") { token } }`);
    case 'provisioner':
      return graphql('/provisioner/graphql', `{ runtimeOperationStatus(id: "${id}") { state } }`);
    case 'token-endpoint': {
      const headers = { 'content-type': 'application/x-www-form-urlencoded', authorization: `Basic ${btoa(`${id}:secret`)}` };
      return { ...anApiEvent({ route: 'POST /oauth/token', headers }), body: 'grant_type=client_credentials' };
    }
    case 'crl-endpoint': {
      const file = `${'0'.repeat(64)}.crl`;
      return anApiEvent({ route: 'GET /crl/{file}', parameters: { file } });
    }
    default:
      return { Records: [] };
  }
}
