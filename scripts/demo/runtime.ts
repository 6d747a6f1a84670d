import { X509Certificate } from 'node:crypto';
import * as z from 'zod';
import { pairApplication } from '#application-client';
import { isUuid } from '#shared/core/ids.ts';
import { refusalOf } from './administrator.ts';
import { eventsAbout } from './bus-events.ts';
import { eventually } from './eventually.ts';
import { formation } from './pairing.ts';
import { type RuntimeFolder, runtimeFolder } from './runtime-folder.ts';
import type { Stage } from './stage.ts';
import { check } from './step-reporter.ts';

/** The eventing URL of a Runtime without an events gateway. */
const namedEventsUrl = 'https://events.first.demo.example';

export const firstEventsUrlOf = ({ eventsUrlOf }: Stage, runtimeId: string): string => eventsUrlOf?.(runtimeId) ?? namedEventsUrl;

export interface ProvisionedRuntime {
  readonly id: string;
  readonly folder: RuntimeFolder;
}

const operation = z.object({
  id: z.string(),
  operation: z.string(),
  state: z.string(),
  runtimeID: z.string(),
  lastError: z.object({ errMessage: z.string().nullish() }).nullish(),
});
type Operation = z.infer<typeof operation>;
const operationFields = 'id operation state runtimeID lastError { errMessage }';
const runtime = z.object({
  name: z.string(),
  status: z.object({ condition: z.string() }),
  labels: z.record(z.string(), z.unknown()),
  auths: z.array(
    z.object({
      id: z.string(),
      auth: z.object({ certCommonName: z.string().nullish(), oneTimeToken: z.object({ used: z.boolean() }).nullish() }).nullish(),
    }),
  ),
});

/** Runtime provisioning, 1 to 9. */
export async function playProvisioning(stage: Stage): Promise<ProvisionedRuntime> {
  const started = await playStart(stage);
  const provisioned = { id: started.runtimeID, folder: runtimeFolder(stage.runtimesFolder, started.runtimeID) };
  await playConfiguration(stage, started);
  await playTokenOfRuntime(stage, provisioned);
  await playAgent(stage, provisioned);
  return provisioned;
}

const readRuntime = ({ administrator }: Stage, id: string) =>
  administrator.director(
    'query ($id: ID!) { result: runtime(id: $id) { name status { condition } labels auths { id auth { certCommonName oneTimeToken { used } } } } }',
    runtime,
    { id },
  );

function playStart({ step, administrator, eventsUrlOf }: Stage): Promise<Operation> {
  const config = {
    runtimeInput: { name: 'demo-runtime', description: 'The Runtime of the demo', labels: { purpose: 'demo' } },
    driver: 'process',
    parameters: { ...(eventsUrlOf ? {} : { eventsUrl: namedEventsUrl }), syncPeriodSeconds: 1, agentTimeoutSeconds: 60 },
    formations: [formation],
  };
  return step('runtime', 1, 'the administrator asks to provision a Runtime and gets an operation', async () => {
    const started = await administrator.provisioner(
      `mutation ($config: ProvisionRuntimeInput!) { result: provisionRuntime(config: $config) { ${operationFields} } }`,
      operation,
      { config },
    );
    check(isUuid(started.id) && isUuid(started.runtimeID) && started.operation === 'Provision', 'the ids of operation and Runtime');
    check(started.state === 'Pending' || started.state === 'InProgress', `an operation that has begun, not ${started.state}`);
    return started;
  });
}

async function playConfiguration(stage: Stage, { runtimeID }: Operation): Promise<void> {
  const { step, administrator, system } = stage;
  await step('runtime', 2, 'the Provisioner registered the Runtime with the Director', async () => {
    await eventually('the Runtime in the Director', async () => (await readRuntime(stage, runtimeID)).name);
    const [registered] = await eventually('RuntimeRegistered', async () =>
      nonEmpty(await eventsAbout(system.events, 'RuntimeRegistered', runtimeID)),
    );
    check(registered?.source === 'compass.director', 'the event of the Director');
  });
  await step('runtime', 3, 'and got its configuration from there', async () => {
    const stored = await readRuntime(stage, runtimeID);
    check(stored.name === 'demo-runtime' && stored.labels.purpose === 'demo', 'name and labels as they were asked for');
    // There is none before the workflow's step.
    const status = await eventually('the configuration', () =>
      administrator.provisioner(
        'query ($id: String!) { result: runtimeStatus(id: $id) { runtimeConfiguration { clusterConfig } } }',
        z.object({
          runtimeConfiguration: z.object({ clusterConfig: z.looseObject({ name: z.string(), formations: z.array(z.string()) }) }),
        }),
        { id: runtimeID },
      ),
    );
    const { name, formations } = status.runtimeConfiguration.clusterConfig;
    check(name === stored.name && formations.includes(formation), 'the same configuration at the Provisioner');
  });
}

async function playTokenOfRuntime(stage: Stage, { id, folder }: ProvisionedRuntime): Promise<void> {
  const { step, system } = stage;
  await step('runtime', 4, 'the Provisioner asked for a one-time token for the Runtime', async () => {
    await eventually('a credential of the Runtime', async () => nonEmpty((await readRuntime(stage, id)).auths));
  });
  const configuration = await step('runtime', 5, 'the Connector generated a random one', () =>
    eventually('the configuration of the Agent', async () => {
      const found = await folder.configuration();
      check(Buffer.from(found.TOKEN, 'base64url').length >= 32, 'a token of 32 bytes or more');
      return found;
    }),
  );
  await step('runtime', 6, 'and the token came back for this Runtime, by a way that no state of the workflow shows', async () => {
    check(configuration.RUNTIME_ID === id && configuration.TENANT === system.tenants[0], 'the Runtime and its tenant');
    const states = await stage.statesOfWorkflows();
    check(states.includes(id) && !states.includes(configuration.TOKEN), 'the workflow to know the Runtime and not its token');
  });
}

async function playAgent(stage: Stage, { id, folder }: ProvisionedRuntime): Promise<void> {
  const { step, system } = stage;
  await step('runtime', 7, 'the Runtime is provisioned: its folder exists and its Agent runs as a process', async () => {
    check(await folder.exists(), 'the folder of the Runtime');
    const pid = await eventually('the process of the Agent', folder.agentProcess);
    check(process.kill(pid, 0), 'a running process');
  });
  await step('runtime', 8, 'configuration and token were injected into the Agent, for its eyes only', async () => {
    const { CONNECTOR_URL } = await folder.configuration();
    check(CONNECTOR_URL === system.connectorUrl, 'the URL of the Connector');
    check((await folder.configurationMode()) === 0o600, 'a file that only its owner reads');
  });
  await step('runtime', 9, 'the Agent exchanged the token for a certificate in its own name', async () => {
    const pem = await eventually(
      'the certificate of the Agent',
      async () => (await folder.identity()).match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/)?.[0],
    );
    const certificate = new X509Certificate(pem);
    check(certificate.verify(new X509Certificate(stage.clientAuthority).publicKey), 'a certificate signed by the certificate authority');
    const names = (await readRuntime(stage, id)).auths.flatMap(({ auth }) => auth?.certCommonName ?? []);
    check(
      names.some((name) => certificate.subject.includes(`CN=${name}`)),
      'the certificate to belong to the Runtime',
    );
    const { TOKEN, CONNECTOR_URL } = await folder.configuration();
    const refusal = await refusalOf(pairApplication({ token: TOKEN, connectorUrl: CONNECTOR_URL }, stage.caCertificate));
    check(refusal.includes('authenticate'), `the used token to be refused, not "${refusal}"`);
  });
}

/** The end of the operation and the status of the Runtime at the Director. */
export async function outcomeOf(stage: Stage, id: string): Promise<{ state: string; condition: string }> {
  const { lastOperationStatus } = await eventually('the end of the operation', async () => {
    const status = await stage.administrator.provisioner(
      `query ($id: String!) { result: runtimeStatus(id: $id) { lastOperationStatus { ${operationFields} } } }`,
      z.object({ lastOperationStatus: operation }),
      { id },
    );
    return ['Succeeded', 'Failed'].includes(status.lastOperationStatus.state) ? status : undefined;
  });
  check(lastOperationStatus.state === 'Succeeded', `the operation to succeed: ${lastOperationStatus.lastError?.errMessage}`);
  return { state: lastOperationStatus.state, condition: (await readRuntime(stage, id)).status.condition };
}

export const labelsOf = async (stage: Stage, id: string) => (await readRuntime(stage, id)).labels;

const nonEmpty = <T>(list: T[]): T[] | undefined => (list.length > 0 ? list : undefined);
