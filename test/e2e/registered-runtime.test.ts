import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { agentConfigurationQuery, agentLabelMutation } from '#test/support/agent-documents.ts';
import { administrator, type ClientIdentity, ok, post, postSecurely } from '#test/support/clients.ts';
import { makeCsr, rsa } from '#test/support/pairing.ts';

const system = inject('system');
const { director, tenant } = administrator(system);
const formation = `registered-${randomUUID()}`;
/** The headers of the original's Agent. */
const headers = { tenant, accept: 'application/json; charset=utf-8', 'content-type': 'application/json; charset=utf-8' };
const configuration =
  'query {\n\tresult: configuration() {\n\t\ttoken { token }\n\tcertificateSigningRequestInfo { subject keyAlgorithm }\n\tmanagementPlaneInfo { \n\t\tdirectorURL\n\t\tcertificateSecuredConnectorURL\n\t}\n\t}\n}';
const signing = (csr: string) =>
  `mutation {\n\tresult: signCertificateSigningRequest(csr: "${csr}") {\n\t\tcertificateChain\n\t\t\tcaCertificate\n\t\t\tclientCertificate\n\t}\n}`;

let id: string;
let application: { id: string; name: string };
let identity: ClientIdentity;
let subject: string;

beforeAll(async () => {
  const name = `shop-${randomUUID()}`;
  const inputs = `name: "${name}", labels: { scenarios: ["${formation}"] }`;
  const { app } = await director(`mutation { app: registerApplication(in: { ${inputs} }) { id name } }`);
  application = app;
  const { result } = await director(
    `mutation { result: registerRuntime(in: { name: "my-cluster", labels: { scenarios: ["${formation}"] } }) { id } }`,
  );
  id = result.id;
});

/** Pairs as the Agent does with what it finds in its Secret. */
async function pairAgent(more = ''): Promise<void> {
  const { secret } = await director(`mutation { secret: requestOneTimeTokenForRuntime(id: "${id}"${more}) { token connectorURL } }`);
  const asked = await post(secret.connectorURL, configuration, undefined, { ...headers, 'connector-token': secret.token });
  const { token, certificateSigningRequestInfo } = ok(asked).result;
  subject = certificateSigningRequestInfo.subject;
  const csr = await makeCsr(subject, { ...rsa, modulusLength: 4096 });
  const signed = await post(secret.connectorURL, signing(csr.encoded), undefined, { ...headers, 'connector-token': token.token });
  identity = { key: csr.key, certificateChain: Buffer.from(ok(signed).result.certificateChain, 'base64').toString() };
}

const ask = (document: string) => postSecurely(system, system.mtlsDirectorUrl, identity, document, undefined, headers);
const conditionOf = async () => (await director(`{ runtime(id: "${id}") { status { condition } } }`)).runtime.status.condition;

describe('a Runtime that was registered, with the requests of the Agent of the original', () => {
  it('is paired by the token, and connected with the first call that has the certificate', async () => {
    await pairAgent();
    expect(await conditionOf()).toBe('INITIAL');
    const { runtime, applicationsForRuntime } = ok(await ask(agentConfigurationQuery(id)));
    expect(runtime.labels.scenarios).toEqual([formation]);
    expect(applicationsForRuntime.data).toMatchObject([{ id: application.id, name: `mp-${application.name}` }]);
    expect(await conditionOf()).toBe('CONNECTED');
  });

  it('publishes its addresses, and its Application reads the address for events', async () => {
    for (const [key, value] of [
      ['runtime_eventServiceUrl', 'https://gateway.cluster.example'],
      ['runtime_consoleUrl', 'https://console.cluster.example'],
    ] as const)
      expect(ok(await ask(agentLabelMutation(id, key, value))).result).toEqual({ key, value });
    const { found } = await director(`{ found: application(id: "${application.id}") { eventingConfiguration { defaultURL } } }`);
    expect(found.eventingConfiguration.defaultURL).toBe(`https://gateway.cluster.example/mp-${application.name}/v1/events`);
  });

  it('renews its certificate with the one that it has, for the same subject', async () => {
    const connector = (document: string) => postSecurely(system, system.mtlsConnectorUrl, identity, document, undefined, headers);
    expect(ok(await connector(configuration)).result.certificateSigningRequestInfo.subject).toBe(subject);
    const csr = await makeCsr(subject, { ...rsa, modulusLength: 4096 });
    const signed = ok(await connector(signing(csr.encoded))).result;
    identity = { key: csr.key, certificateChain: Buffer.from(signed.certificateChain, 'base64').toString() };
    expect(ok(await ask(agentConfigurationQuery(id))).applicationsForRuntime.totalCount).toBe(1);
  });

  it('comes back after a loss as who it was, by a token of the same System Auth', async () => {
    const { runtime } = await director(`{ runtime(id: "${id}") { auths { id } } }`);
    const [auth] = runtime.auths;
    await pairAgent(`, systemAuthID: "${auth.id}"`);
    expect(subject).toContain(`CN=${auth.id}`);
    expect(ok(await ask(agentConfigurationQuery(id))).applicationsForRuntime.totalCount).toBe(1);
  });

  it('has no operations, and refuses to have one started', async () => {
    const provisioner = (query: string) => post(system.provisionerUrl, query, undefined, administrator(system).headers);
    const { data } = await provisioner(`{ runtimeStatus(id: "${id}") { lastOperationStatus { id } infrastructure { driver } } }`);
    expect(data?.runtimeStatus).toMatchObject({ lastOperationStatus: null });
    for (const document of [
      `mutation { upgradeRuntime(id: "${id}") { id } }`,
      `mutation { reconnectRuntimeAgent(id: "${id}") }`,
      `mutation { deprovisionRuntime(id: "${id}") }`,
    ]) {
      const { errors = [] } = await provisioner(document);
      expect(errors[0]?.message, document).toMatch(/not found/i);
    }
  });

  it('is refused once it was unregistered', async () => {
    await director(`mutation { unregisterRuntime(id: "${id}") { id } }`);
    expect((await ask(agentConfigurationQuery(id))).errors).not.toHaveLength(0);
  });
});
