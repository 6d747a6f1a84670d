import { randomUUID, X509Certificate } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { administrator, type Data } from '#test/support/clients.ts';
import { eventually } from '#test/support/eventually.ts';
import { placeOfRuntime } from '#test/support/place-of-runtime.ts';
import { provisionerOf } from '#test/support/provisioning-client.ts';
import { type SampleApplication, sampleApplication } from '#test/support/sample-application.ts';
import type { RunningApplication } from '../../examples/application/application.ts';

const system = inject('system');
const dataFolder = inject('dataFolder');
const { director, tenant } = administrator(system);
const provisioner = provisionerOf(system);
const formation = `provisioning-${randomUUID()}`;
const eventsUrl = 'https://events.provisioned.example';
const consoleUrl = 'https://console.provisioned.example';
let sample: SampleApplication;
let application: RunningApplication;
let started: Data;
let runtimeId: string;
let place: ReturnType<typeof placeOfRuntime>;

const key = { 'idempotency-key': randomUUID() };
const request = {
  name: `cluster-${randomUUID()}`,
  labels: { purpose: 'test' },
  parameters: { eventsUrl, consoleUrl },
  formations: [formation],
};

beforeAll(async () => {
  sample = await sampleApplication(system, formation);
  application = await sample.start();
  await director('mutation ($id: ID!, $in: BundleCreateInput!) { addBundle(applicationID: $id, in: $in) { id } }', {
    id: sample.id,
    in: { name: 'Invoices', defaultInstanceAuth: { credential: { basic: { username: 'reader', password: 'of-invoices' } } } },
  });
  started = await provisioner.provision(request, key);
  runtimeId = started.runtimeID;
  place = placeOfRuntime(dataFolder, runtimeId);
});
afterAll(async () => {
  await application.close();
  await sample.remove();
});

async function readRuntime(): Promise<Data> {
  const query =
    'query ($id: ID!) { runtime(id: $id) { name labels status { condition } auths { id auth { certCommonName oneTimeToken { token } } } } }';
  return (await director(query, { id: runtimeId })).runtime;
}

describe('a Runtime that is provisioned', () => {
  it('is a running operation first, which then succeeds', async () => {
    expect(started).toMatchObject({ operation: 'Provision', state: 'Pending', compassRuntimeID: runtimeId, lastError: null });
    expect(await provisioner.outcome(started.id)).toEqual({
      ...started,
      state: 'Succeeded',
      message: 'Operation succeeded',
    });
  });

  it('is the same operation under the same idempotency key', async () => {
    const again = await provisioner.provision(request, key);
    expect(again).toMatchObject({ id: started.id, runtimeID: runtimeId });
    const { runtimes } = await director('query ($f: [LabelFilter!]) { runtimes(filter: $f) { totalCount data { id } } }', {
      f: [{ key: 'scenarios', query: `$[*] ? (@ == "${formation}")` }],
    });
    expect(runtimes.data).toEqual([{ id: runtimeId }]);
  });

  it('is connected, at the Director and at the Provisioner', async () => {
    expect(await readRuntime()).toMatchObject({ name: request.name, status: { condition: 'CONNECTED' } });
    expect(await provisioner.runtimeStatus(runtimeId)).toMatchObject({
      lastOperationStatus: { id: started.id, state: 'Succeeded' },
      runtimeConnectionStatus: { status: 'Connected', errors: [] },
      runtimeConfiguration: {
        clusterConfig: { name: request.name, formations: [formation], driver: 'process', parameters: { eventsUrl, consoleUrl } },
      },
    });
  });

  it('has the addresses that its Agent wrote, beside the labels it was asked for', async () => {
    await eventually(async () =>
      expect((await readRuntime()).labels).toMatchObject({
        purpose: 'test',
        scenarios: [formation],
        runtime_eventServiceUrl: eventsUrl,
        runtime_consoleUrl: consoleUrl,
      }),
    );
  });

  it('knows the Application of its formation with definitions, credentials and eventing URL', async () => {
    await eventually(async () => {
      const applications = await place.applications();
      expect(applications).toMatchObject([
        { id: sample.id, name: `mp-${sample.name}`, eventingConfiguration: { defaultURL: expect.stringMatching(`^${eventsUrl}/`) } },
      ]);
      const byName = Object.fromEntries(applications[0].bundles.map((bundle: Data) => [bundle.name, bundle]));
      expect(byName.Orders).toMatchObject({
        apiDefinitions: [{ id: application.published.apiDefinitionId }],
        eventDefinitions: [{ id: application.published.eventDefinitionId }],
      });
      expect(byName.Invoices.defaultInstanceAuth.credential).toEqual({ username: 'reader', password: 'of-invoices' });
    });
  });

  it('keeps configuration, key and credentials where only their owner reads them', async () => {
    expect(await place.configuration()).toMatchObject({ CONNECTOR_URL: system.connectorUrl, RUNTIME_ID: runtimeId, TENANT: tenant });
    const modes = await Promise.all([
      place.mode('configuration.json'),
      place.mode('state', 'identity.pem'),
      place.mode('state', 'applications.json'),
      place.mode('state', 'applications', `mp-${sample.name}.json`),
    ]);
    expect(modes).toEqual([0o600, 0o600, 0o600, 0o600]);
  });

  it('has one credential: the certificate that its Agent got for the token', async () => {
    const { auths } = await readRuntime();
    const certificate = new X509Certificate(await place.identity());
    expect(auths).toEqual([{ id: expect.any(String), auth: { certCommonName: auths[0].id, oneTimeToken: null } }]);
    expect(certificate.subject).toContain(`CN=${auths[0].id}`);
    expect(certificate.verify(new X509Certificate(await readFile(system.caCertificate)).publicKey)).toBe(true);
  });

  it('applies changes of the Application by itself', async () => {
    await director('mutation ($id: ID!) { addBundle(applicationID: $id, in: { name: "Returns" }) { id } }', { id: sample.id });
    await eventually(async () => {
      const [only] = await place.applications();
      expect(only.bundles.map((bundle: Data) => bundle.name)).toContain('Returns');
    });
  });

  it('was noted on the bus from its start to its success', async () => {
    const events = (await readFile(system.events, 'utf8')).split('\n').filter((line) => line.includes(runtimeId));
    const types = events.map((line) => JSON.parse(line)['detail-type']);
    expect(types.filter((type) => type.startsWith('Provisioning'))).toEqual(['ProvisioningStarted', 'ProvisioningSucceeded']);
    expect(types.filter((type) => type === 'RuntimeConnected')).toHaveLength(1);
  });
});

describe('a Runtime that is deprovisioned', () => {
  it('is gone with its Agent, its place and its registration', async () => {
    const pid = await place.agentPid();
    expect(process.kill(pid, 0)).toBe(true);
    const operationId = await provisioner.deprovision(runtimeId);
    expect(await provisioner.outcome(operationId)).toMatchObject({
      operation: 'Deprovision',
      state: 'Succeeded',
      runtimeID: runtimeId,
      lastError: null,
    });
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    expect(place.exists()).toBe(false);
    expect(await readRuntime()).toBeNull();
    const secrets = await Promise.all(
      (await readdir(join(dataFolder, 'secrets'))).map((file) => readFile(join(dataFolder, 'secrets', file), 'utf8')),
    );
    expect(secrets.join()).not.toContain(runtimeId);
  });

  it('is unknown to a second deprovisioning', async () => {
    const { errors } = await provisioner.attemptDeprovision(runtimeId);
    expect(errors).toMatchObject([{ extensions: { error_code: 400, error: 'NotFound' } }]);
  });
});
