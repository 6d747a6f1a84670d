import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { GetParameterCommand, ParameterAlreadyExists, ParameterNotFound, PutParameterCommand, SSMClient } from '@aws-sdk/client-ssm';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { mockClient } from 'aws-sdk-client-mock';
import { secureContexts } from '#agent/control-plane/https-transport.ts';
import { type Invocation, invoke, type LambdaAgent } from '#agent/lambda/invocation.ts';
import { formatLine } from '#agent/log.ts';
import { type AgentControlPlane, agentControlPlane } from './agent-control-plane.ts';
import { type Dynamo, engineClients } from './engines.ts';
import { createRuntimeTable, partitionOf } from './runtime-table.ts';

interface AppliedApplication {
  readonly id: string;
  readonly name: string;
  readonly authIds: readonly string[];
  readonly revision: number;
  readonly parts: number;
  /** The parts put together, and parsed. */
  readonly content: Record<string, unknown>;
}

interface BusEvent {
  readonly type: string;
  readonly detail: { metadata: { eventId: string; entityVersion: number }; data: { applicationId: string; name: string } };
}

/** A process of the function, warm after its first invocation. */
interface LambdaProcess {
  invoke(invocation?: Partial<Invocation>): Promise<void>;
  readonly memory: LambdaAgent['memory'];
}

export interface LambdaAgentUnderTest {
  readonly plane: AgentControlPlane;
  readonly tableName: string;
  readonly lines: string[];
  /** Events that EventBridge took, repetitions included. */
  readonly events: BusEvent[];
  /** Texts of SecureString parameters by their names. */
  readonly parameters: Map<string, string>;
  readonly time: { passed: number };
  /** Called before and after each call of a service or the control plane; what it throws is the outcome of the call. */
  readonly calls: { before: (call: string) => void | Promise<void>; after: (call: string) => void | Promise<void> };
  /** Entries of a call to PutEvents that EventBridge does not take. */
  refusesEntries: (count: number) => readonly number[];
  configure(values?: Record<string, string>): void;
  process(environment?: { EVENTS_URL?: string; EVENTS_URL_FOR_TOKENS?: string; POLL_SECONDS?: number }): LambdaProcess;
  partition(pk: string): Promise<Record<string, unknown>[]>;
  /** The view of Applications, read as an extension reads it. */
  view(): Promise<AppliedApplication[]>;
  dispose(): Promise<void>;
}

export const configurationParameter = '/runtime/agent-configuration';
const sealingKeyParameter = '/runtime/agent-sealing-key';

/** An Agent in Lambda with a fresh token in its configuration: a real table engine and a control plane over TLS; parameters and bus are recorded. */
export async function lambdaAgentUnderTest(dynamo: Dynamo): Promise<LambdaAgentUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'lambda-agent-'));
  const time = { passed: 0 };
  const now = () => new Date(Date.now() + time.passed);
  const plane = await agentControlPlane(join(folder, 'ca.pem'), now);
  const { base } = engineClients(dynamo.endpoint);
  const tableName = await createRuntimeTable(base);
  const lines: string[] = [];
  const events: BusEvent[] = [];
  const parameters = new Map<string, string>();
  const calls: LambdaAgentUnderTest['calls'] = { before: () => undefined, after: () => undefined };
  const around = async <T>(call: string, effect: () => T | Promise<T>): Promise<T> => {
    await calls.before(call);
    const answer = await effect();
    await calls.after(call);
    return answer;
  };
  base.middlewareStack.add(
    (next, { commandName }) =>
      (input) =>
        around(String(commandName), () => next(input)),
    { step: 'initialize' },
  );

  const systemsManager = new SSMClient({ region: 'eu-central-1' });
  const ssm = mockClient(systemsManager);
  ssm.on(GetParameterCommand).callsFake(({ Name }) =>
    around('GetParameter', () => {
      const Value = parameters.get(Name);
      if (Value === undefined) throw new ParameterNotFound({ message: 'none', $metadata: {} });
      return { Parameter: { Value } };
    }),
  );
  ssm.on(PutParameterCommand).callsFake(({ Name, Value }) =>
    around('PutParameter', () => {
      if (parameters.has(Name)) throw new ParameterAlreadyExists({ message: 'there', $metadata: {} });
      parameters.set(Name, Value);
      return {};
    }),
  );
  const eventBridge = new EventBridgeClient({ region: 'eu-central-1' });
  let refusesEntries: LambdaAgentUnderTest['refusesEntries'] = () => [];
  mockClient(eventBridge)
    .on(PutEventsCommand)
    .callsFake(({ Entries }: { Entries: { Source: string; DetailType: string; Detail: string }[] }) =>
      around('PutEvents', () => {
        if (Entries.length > 10) throw new Error('PutEvents takes 10 entries');
        const refused = refusesEntries(Entries.length);
        Entries.forEach(({ DetailType, Detail }, position) => {
          if (!refused.includes(position)) events.push({ type: DetailType, detail: JSON.parse(Detail) });
        });
        return { Entries: Entries.map((_, position) => (refused.includes(position) ? { ErrorCode: 'Throttled' } : { EventId: 'e' })) };
      }),
    );

  const agent: LambdaAgentUnderTest = {
    plane,
    tableName,
    lines,
    events,
    parameters,
    time,
    calls,
    get refusesEntries() {
      return refusesEntries;
    },
    set refusesEntries(refuses) {
      refusesEntries = refuses;
    },
    configure(values = { TOKEN: plane.newToken() }) {
      const { runtimeId, tenant } = plane.state;
      const whole = { CONNECTOR_URL: plane.connectorUrl, RUNTIME_ID: runtimeId, TENANT: tenant, ...values };
      parameters.set(configurationParameter, JSON.stringify(whole));
    },
    process({ EVENTS_URL = '', EVENTS_URL_FOR_TOKENS = '', POLL_SECONDS = 60 } = {}) {
      const memory = {};
      const lambda: LambdaAgent = {
        environment: {
          TABLE_NAME: tableName,
          EVENT_BUS_NAME: 'runtime',
          CONFIGURATION_PARAMETER: configurationParameter,
          SEALING_KEY_PARAMETER: sealingKeyParameter,
          POLL_SECONDS,
          EVENTS_URL,
          EVENTS_URL_FOR_TOKENS,
        },
        variables: { NODE_EXTRA_CA_CERTS: plane.caFile },
        dynamo: DynamoDBDocumentClient.from(base, { marshallOptions: { removeUndefinedValues: true } }),
        systemsManager,
        eventBridge,
        contexts: secureContexts(),
        now,
        random: () => 0.5,
        sleep: async () => {},
        log: (level, message, fields) => lines.push(formatLine(now(), level, message, fields)),
        memory,
      };
      return { memory, invoke: ({ woken = false, remaining = 60_000 } = {}) => invoke(lambda, { woken, remaining }) };
    },
    partition: (pk) => partitionOf(dynamo.client, tableName, pk),
    async view() {
      const heads = await this.partition('APPLICATIONS');
      return Promise.all(
        heads.map(async (head) => {
          const parts = (await this.partition(`APPLICATION#${head.id}`)).filter(({ sk }) => String(sk).startsWith(`${head.content}#`));
          return { ...head, content: JSON.parse(parts.map(({ json }) => json).join('')) } as unknown as AppliedApplication;
        }),
      );
    },
    async dispose() {
      base.destroy();
      await plane.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  agent.configure();
  return agent;
}
