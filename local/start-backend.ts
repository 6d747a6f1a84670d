import { systemClock } from '#shared/core/clock.ts';
import { newId } from '#shared/core/ids.ts';
import { awsEndpoint } from './aws/aws-endpoint.ts';
import { busOperations } from './aws/bus-operations.ts';
import { functionOperations } from './aws/function-operations.ts';
import type { AwsCredentials } from './aws/request-signature.ts';
import { generateSecretIfAbsent, secretOperations } from './aws/secret-store.ts';
import { workflowOperations } from './aws/workflow-operations.ts';
import { localBus } from './bus/local-bus.ts';
import { applyEnvironment, dynamoEndpointSetting } from './config.ts';
import type { DataFolder } from './data-folder.ts';
import { startDynamoEngine } from './engines/dynoxide.ts';
import { startMessagingEngine } from './engines/fauxqs.ts';
import { folderChanges } from './engines/folder-changes.ts';
import { provideTables, publishTruststore } from './engines/provide-state.ts';
import { type FunctionHost, functionHost } from './functions/function-host.ts';
import { close, listen, loopback } from './http-server.ts';
import type { GatewayAddresses } from './process-host/events-url.ts';
import { processHost } from './process-host/process-host.ts';
import { runtimeStore } from './process-host/runtime-store.ts';
import { requeueDeliveries } from './queues/requeue-deliveries.ts';
import type { Refusal } from './refusal.ts';
import { startPollers } from './start-pollers.ts';
import type { StopSteps } from './stop-steps.ts';
import type { Templates } from './template/cloudformation.ts';
import { environmentUnion } from './template/environment-union.ts';
import { region } from './template/local-identities.ts';
import { calledFunctions, type LocalSystem, localSystem } from './template/local-system.ts';
import { executionStore } from './workflows/execution-store.ts';
import { workflowEngine } from './workflows/workflow-engine.ts';

interface BackendOptions {
  readonly templates: Templates;
  readonly folder: DataFolder;
  readonly cleanup: StopSteps;
  readonly credentials: AwsCredentials;
  readonly authorityPem: string;
  /** The address of the events gateway of a Runtime. */
  readonly gatewayOf: (runtimeId: string) => GatewayAddresses;
  /** Variables whose values this machine decides. */
  readonly overrides: Readonly<Record<string, string>>;
  /** Is called if an engine ends, after which the system cannot work; also during the start. */
  readonly onFailure: (failure: Refusal) => void;
}

export interface Backend {
  readonly system: LocalSystem;
  readonly functions: FunctionHost;
  /** Starts background work: deletion of expired items, pollers, Runtime Agents, interrupted workflows. */
  startWork(): Promise<void>;
  /** Stops background work; afterwards no agent calls and no workflow continues. */
  quiesce(): Promise<void>;
}

/** Everything behind the APIs: engines with the state of the data folder, AWS services, functions. */
export async function startBackend({
  templates,
  folder,
  cleanup,
  credentials,
  authorityPem,
  gatewayOf,
  overrides,
  onFailure,
}: BackendOptions): Promise<Backend> {
  const dynamo = await startDynamoEngine(folder.table, dynamoEndpointSetting());
  dynamo.failure.then(onFailure, onFailure);
  cleanup.add(dynamo.stop);
  const messaging = await startMessagingEngine(folder.messaging, credentials);
  cleanup.add(messaging.stop);
  const system = localSystem(templates, messaging.endpoint);
  messaging.provide(system);
  for (const secret of system.secrets) await generateSecretIfAbsent(folder.secrets, secret);

  const called = calledFunctions(system);
  const functions = functionHost(called);
  const workflows = workflowEngine({ machines: system.machines, functions, store: executionStore(folder.executions), clock: systemClock });
  const bus = localBus({ rules: system.rules, queues: system.queues, eventsFile: folder.events, send: messaging.send, clock: systemClock });
  const services = awsEndpoint(
    { ...secretOperations(folder.secrets), ...workflowOperations(workflows), ...busOperations(bus), ...functionOperations(functions) },
    credentials,
  );
  const servicesEndpoint = `http://${loopback}:${await listen(services, 0)}`;
  cleanup.add(() => close(services));
  const secretPath = `/${newId()}`;
  const host = processHost({ store: runtimeStore(folder.runtimes), caFile: folder.authorityCertificate, secretPath, gatewayOf });
  const processHostUrl = `http://${loopback}:${await listen(host.server, 0)}${secretPath}`;
  cleanup.add(() => close(host.server));

  const variables = environmentUnion(called, { ...overrides, PROCESS_HOST_URL: processHostUrl });
  const aws = {
    region,
    ...credentials,
    dynamoEndpoint: dynamo.endpoint,
    messagingEndpoint: messaging.endpoint,
    servicesEndpoint,
  };
  applyEnvironment(variables, aws, folder.root);
  const tableChanges = dynamo.folder === undefined ? undefined : folderChanges(dynamo.folder);
  cleanup.add(() => tableChanges?.close());
  const startSweeps = await provideTables(system.tables, cleanup, dynamo.folder);
  await publishTruststore(variables, authorityPem);
  await functions.warmUp();
  cleanup.add(functions.drained);

  return {
    system,
    functions,
    startWork: async () => {
      startSweeps();
      await requeueDeliveries(variables, system, messaging);
      await startPollers({ system, functions, folder, cleanup, messaging, tableChanges });
      // The host starts before the workflows, because a workflow may stop or configure an Agent.
      await host.resume();
      await workflows.resume();
    },
    quiesce: async () => {
      await Promise.all([workflows.stop(), host.stop()]);
    },
  };
}
