import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { LocalDescription } from '#local/local-description.ts';
import { administrator, ok, post, postSecurely } from '../clients.ts';
import { configurationQuery, makeCsr, pair, signMutation } from '../pairing.ts';

/** One row of the budget: an operation, what it may cost, and how to run it once. */
export interface BudgetRow {
  readonly operation: string;
  readonly roundTrips: number;
  readonly capacity: string;
  /** Does what comes before, unmeasured, and answers the operation itself. */
  readonly prepare: () => Promise<() => Promise<unknown>>;
}

const aSecond = () => setTimeout(1100);

const agentFields = `data { id name description labels auths { id }
  bundles { data { id name instanceAuthRequestInputSchema
    apiDefinitions { data { id name targetURL version { value } } } eventDefinitions { data { id name } }
    defaultInstanceAuth { credential { ... on BasicCredentialData { username password } } } } } }
  pageInfo { startCursor endCursor hasNextPage } totalCount`;

const fullApplication = `{ application(id: "ID") { id name labels webhooks { id url } auths { id } bundles { data { id name
  apiDefinitions { data { id name } } eventDefinitions { data { id name } } documents { data { id title } } } } } }`;

const withEverything = (name: string, scenario: string): string => `mutation { result: registerApplication(in: {name: "${name}",
  labels: {scenarios: ["${scenario}"]}, webhooks: [{type: CONFIGURATION_CHANGED, url: "https://example.com/hook"}],
  bundles: [{name: "b", defaultInstanceAuth: {credential: {basic: {username: "u", password: "p"}}},
    apiDefinitions: [{name: "a", targetURL: "https://example.com"}, {name: "b", targetURL: "https://example.com"}],
    eventDefinitions: [{name: "e"}], documents: [{title: "t", displayName: "t", description: "d", format: MARKDOWN}]}]}) { id } }`;

const name = (): string => `budget-${randomUUID()}`;

/** The rows of the budget table, in its order, against a running system. */
export function budgetRows(system: LocalDescription): BudgetRow[] {
  const admin = administrator(system);
  const register = async (): Promise<string> =>
    (await admin.director(`mutation { r: registerApplication(in: {name: "${name()}"}) { id } }`)).r.id;
  const registerRuntime = async (scenario?: string): Promise<string> => {
    const labels = scenario ? `, labels: {scenarios: ["${scenario}"]}` : '';
    return (await admin.director(`mutation { r: registerRuntime(in: {name: "${name()}"${labels}}) { id } }`)).r.id;
  };
  const tokenFor = async (kind: 'Application' | 'Runtime', id: string): Promise<string> =>
    (await admin.director(`mutation { r: requestOneTimeTokenFor${kind}(id: "${id}") { token } }`)).r.token;
  const pairedRuntime = async (scenario?: string) => {
    const id = await registerRuntime(scenario);
    return { id, identity: await pair(system, await tokenFor('Runtime', id)) };
  };
  const overTls = async (identity: Awaited<ReturnType<typeof pair>>, query: string) =>
    ok(await postSecurely(system, system.mtlsDirectorUrl, identity, query));

  return [
    {
      operation: 'register Application (with unique name)',
      roundTrips: 1,
      capacity: 'transaction, 3 items',
      prepare: async () => register,
    },
    {
      operation: 'request one-time token',
      roundTrips: 2,
      capacity: '1 read + 1 write',
      prepare: async () => {
        const id = await register();
        return () => tokenFor('Application', id);
      },
    },
    {
      operation: '`configuration` with token',
      roundTrips: 2,
      capacity: '1 conditional write + 1 write',
      prepare: async () => {
        const token = await tokenFor('Application', await register());
        return async () => ok(await post(system.connectorUrl, configurationQuery, undefined, { 'connector-token': token }));
      },
    },
    {
      operation: 'sign CSR with token',
      roundTrips: 3,
      capacity: 'reserve, sign, commit',
      prepare: async () => {
        const first = await tokenFor('Application', await register());
        const { result } = ok(await post(system.connectorUrl, configurationQuery, undefined, { 'connector-token': first }));
        const csr = await makeCsr(result.certificateSigningRequestInfo.subject);
        const headers = { 'connector-token': result.token.token };
        return async () => ok(await post(system.connectorUrl, signMutation, { csr: csr.encoded }, headers));
      },
    },
    {
      operation: 'renew a certificate over mutual TLS',
      roundTrips: 3,
      capacity: '1 RRU, sign, 1 write',
      prepare: async () => {
        const { identity } = await pairedRuntime();
        const csr = await makeCsr(identity.subject);
        // A certificate that ends in the same second would not move in the list of certificates.
        await aSecond();
        return async () => ok(await postSecurely(system, system.mtlsConnectorUrl, identity, signMutation, { csr: csr.encoded }));
      },
    },
    {
      operation: '`certificates` by their end, a page',
      roundTrips: 1,
      capacity: 'one query',
      prepare: async () => {
        // The page has the certificates of one second.
        await aSecond();
        const { id } = await pairedRuntime();
        const ended = (await admin.director(`{ r: runtime(id: "${id}") { auths { certificates { notAfter } } } }`)).r.auths[0]
          .certificates[0];
        const own = `{ from: "${ended.notAfter}", to: "${ended.notAfter}" }`;
        return () => admin.director(`{ certificates(filter: ${own}) { data { fingerprint notAfter state systemAuth { id } } } }`);
      },
    },
    {
      operation: 'any mTLS call: authenticate, not revoked',
      roundTrips: 1,
      capacity: '1 RRU, consistent',
      prepare: async () => {
        const { identity } = await pairedRuntime();
        await overTls(identity, '{ viewer { id } }');
        return () => overTls(identity, '{ viewer { id } }');
      },
    },
    {
      operation: 'add API definition to bundle',
      roundTrips: 2,
      capacity: '2 reads + transaction of 2',
      prepare: async () => {
        const { app } = await admin.director(`mutation { app: registerApplication(in: {name: "${name()}", baseUrl: "https://example.com",
          bundles: [{name: "b"}]}) { bundles { data { id } } } }`);
        return () =>
          admin.director(
            `mutation { addAPIDefinitionToBundle(bundleID: "${app.bundles.data[0].id}", in: {name: "a", targetURL: "https://example.com"}) { id } }`,
          );
      },
    },
    {
      operation: '`application(id)` with every bundle, API, Event, document, webhook',
      roundTrips: 1,
      capacity: 'one query',
      prepare: async () => {
        const { result } = await admin.director(withEverything(name(), name()));
        return () => admin.director(fullApplication.replace('ID', result.id));
      },
    },
    {
      operation: '`applicationsForRuntime`, page of 100, all nested fields (authentication included)',
      roundTrips: 4,
      capacity: 'members, then the Applications of the page',
      prepare: async () => {
        const scenario = name();
        for (let count = 0; count < 100; count += 10) {
          await Promise.all(Array.from({ length: 10 }, () => admin.director(withEverything(name(), scenario))));
        }
        const { id, identity } = await pairedRuntime(scenario);
        await overTls(identity, '{ viewer { id } }');
        return () => overTls(identity, `{ applicationsForRuntime(runtimeID: "${id}", first: 100) { ${agentFields} } }`);
      },
    },
    {
      operation: 'runtime status to CONNECTED',
      roundTrips: 2,
      capacity: '1 read + 1 write',
      prepare: async () => {
        const { identity } = await pairedRuntime();
        return () => overTls(identity, '{ viewer { id } }');
      },
    },
  ];
}
