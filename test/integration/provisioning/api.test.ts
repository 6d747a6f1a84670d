import { randomUUID } from 'node:crypto';
import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import type { Context } from 'aws-lambda';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tenantId } from '#shared/core/tenant-id.ts';
import type { ApiEvent, ApiResult } from '#shared/lambda/api-event.ts';
import { withInfrastructure } from '#shared/provisioning/runtime-provisioning.ts';
import { dynamoOperations } from '#shared/table/provisioning/operation-repository.dynamo.ts';
import { dynamoRuntimes } from '#shared/table/runtimes/runtime-repository.dynamo.ts';
import { startIssuer, type TestIssuer } from '#test/support/client-issuer.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';
import { aBuiltStack } from '#test/support/provisioning-world.ts';
import { aRuntime } from '#test/support/registry-builders.ts';

const workflows = mockClient(SFNClient);
let dynamo: Dynamo;
let issuer: TestIssuer;
let handler: (event: ApiEvent, context: Context) => Promise<ApiResult>;
let tenant: string;

beforeAll(async () => {
  [dynamo, issuer] = [await startDynamo(), await startIssuer()];
  Object.assign(process.env, {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
    TABLE_NAME: dynamo.tableName,
    OIDC_ISSUER: issuer.issuer,
    OIDC_AUDIENCE: 'compass',
    PROVISION_STATE_MACHINE_ARN: 'arn:provision',
    DEPROVISION_STATE_MACHINE_ARN: 'arn:deprovision',
    RECONNECT_STATE_MACHINE_ARN: 'arn:reconnect',
    UPGRADE_STATE_MACHINE_ARN: 'arn:upgrade',
    RUNTIME_DRIVERS: 'process',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
  });
  ({ handler } = (await import('#functions/provisioner/handler.ts')) as unknown as { handler: typeof handler });
});
afterAll(async () => {
  issuer.stop();
  await dynamo.stop();
});
beforeEach(() => {
  workflows.reset();
  tenant = randomUUID();
});

interface Call {
  readonly scope?: string;
  readonly headers?: Record<string, string>;
  readonly claims?: Record<string, unknown> | null;
  readonly variables?: object;
}

async function call(query: string, { scope = 'runtime:read runtime:write', headers = {}, claims = {}, variables }: Call = {}) {
  const exp = Math.floor(Date.now() / 1000) + 60;
  const token = await issuer.sign({ aud: 'compass', sub: 'admin', exp, 'cognito:groups': [`tenant/${tenant}`], scope, ...claims });
  const authorization = claims && { authorization: `Bearer ${token}` };
  const { statusCode, body } = await handler(
    {
      headers: { 'content-type': 'application/json', tenant, ...authorization, ...headers },
      body: JSON.stringify({ query, variables }),
      isBase64Encoded: false,
      requestContext: {
        http: { method: 'POST', path: '/provisioner/graphql' },
        ...(claims && { authorizer: { jwt: { claims: {} } } }),
      },
    } as unknown as ApiEvent,
    {} as Context,
  );
  return { statusCode, ...JSON.parse(body ?? '{}') };
}

const status = 'id operation state message runtimeID compassRuntimeID lastError { errMessage reason component }';
const provision = (input = '') =>
  `mutation { result: provisionRuntime(config: { runtimeInput: { name: "berlin", labels: { a: 1 } } ${input} }) { ${status} } }`;

describe('the API of the Provisioner', () => {
  it('answers the status of the operation it started, and the same when asked for it', async () => {
    const { data } = await call(provision('driver: "process", parameters: { syncPeriodSeconds: 3 }, formations: ["sales"]'));

    expect(data.result).toEqual({
      id: expect.any(String),
      operation: 'Provision',
      state: 'Pending',
      message: 'Provisioning started',
      runtimeID: data.result.compassRuntimeID,
      compassRuntimeID: expect.any(String),
      lastError: null,
    });
    expect(workflows.commandCalls(StartExecutionCommand)[0]?.args[0].input).toMatchObject({
      stateMachineArn: 'arn:provision',
      name: data.result.id,
    });
    const asked = await call(`{ result: runtimeOperationStatus(id: "${data.result.id}") { ${status} } }`);
    expect(asked.data).toEqual(data);
  });

  it('takes parameters as text and from variables of an Idempotency-Key alike', async () => {
    const headers = { 'Idempotency-Key': 'one' };
    const first = await call(provision('parameters: "{\\"syncPeriodSeconds\\":3}"'), { headers });
    const second = await call(provision('parameters: { syncPeriodSeconds: 3 }'), { headers });

    expect(second).toEqual(first);
  });

  it('takes everything at its largest, and refuses 600 KB of parameters by name', async () => {
    const query = 'mutation ($config: ProvisionRuntimeInput!) { result: provisionRuntime(config: $config) { state } }';
    const config = (parametersOfBytes: number) => ({
      runtimeInput: { name: 'r'.repeat(256), description: '😀'.repeat(2000), labels: { a: 'x'.repeat(100 * 1024 - 8) } },
      parameters: { eventsUrl: `https://${'x'.repeat(parametersOfBytes)}` },
      formations: Array.from({ length: 40 }, (_, n) => String(n).padEnd(128, 'x')),
    });
    expect((await call(query, { variables: { config: config(64 * 1024 - 90) } })).data).toEqual({ result: { state: 'Pending' } });
    const { errors } = await call(query, { variables: { config: config(600 * 1024) } });
    expect(errors[0].message).toBe('Invalid data ProvisionRuntimeInput [parameters=must be at most 65536 bytes as JSON]');
  });

  it('tells everything of a Runtime', async () => {
    const { data } = await call(provision('parameters: { syncPeriodSeconds: 3 }'));
    const answer = await call(`{ runtimeStatus(id: "${data.result.runtimeID}") {
      lastOperationStatus { id state }
      runtimeConnectionStatus { status errors { message } }
      runtimeConfiguration { clusterConfig kymaConfig kubeconfig }
      hibernationStatus { hibernated hibernationPossible }
    } }`);

    expect(answer.data.runtimeStatus).toMatchObject({
      lastOperationStatus: { id: data.result.id, state: 'Pending' },
      runtimeConnectionStatus: { status: 'Pending', errors: [] },
      runtimeConfiguration: {
        clusterConfig: { driver: 'process', parameters: { syncPeriodSeconds: 3 } },
        kymaConfig: null,
        kubeconfig: null,
      },
      hibernationStatus: { hibernated: false, hibernationPossible: false },
    });
  });

  it('tells the driver of a Runtime, and version, id, console page and outputs of its stack once that was ready', async () => {
    const { data } = await call(provision());
    const id = data.result.runtimeID;
    const infrastructure = 'infrastructure { driver templateVersion stackID consoleURL outputs { key value } }';
    const ask = async () => (await call(`{ runtimeStatus(id: "${id}") { ${infrastructure} } }`)).data.runtimeStatus.infrastructure;
    expect(await ask()).toEqual({ driver: 'process', templateVersion: null, stackID: null, consoleURL: null, outputs: null });

    const operations = dynamoOperations(dynamo.table);
    const provisioning = (await operations.findProvisioning(tenantId(tenant), id)) ?? expect.fail();
    await operations.replaceProvisioning(withInfrastructure(provisioning, aBuiltStack()), provisioning.version);
    expect(await ask()).toEqual({
      driver: 'process',
      templateVersion: 'v1',
      stackID: 'arn:stack',
      consoleURL: 'https://console.example.com/stack',
      outputs: expect.arrayContaining([
        { key: 'EventsUrl', value: 'https://events.example.com' },
        { key: 'TemplateVersion', value: 'v1' },
      ]),
    });
  });

  it('lists the operations of a Runtime with their steps, and none of another tenant or without the scope', async () => {
    const { data } = await call(provision());
    const { id, runtimeID } = data.result;
    const operations = dynamoOperations(dynamo.table);
    const startedAt = '2030-01-01T00:00:00.000Z';
    await operations.noteStep(tenantId(tenant), id, 'RegisterRuntime', { startedAt, cleansUp: false });
    const query = `{ runtimeOperations(id: "${runtimeID}") {
      id operation state createdAt finishedAt steps { name state startedAt finishedAt error }
    } }`;
    expect((await call(query)).data.runtimeOperations).toEqual([
      {
        id,
        operation: 'Provision',
        state: 'Pending',
        createdAt: expect.stringMatching(/^\d{4}-/),
        finishedAt: null,
        steps: [{ name: 'RegisterRuntime', state: 'InProgress', startedAt, finishedAt: null, error: null }],
      },
    ]);
    expect((await call(query, { scope: 'runtime:write' })).errors[0].extensions.error).toBe('InsufficientScopes');
    tenant = randomUUID();
    expect((await call(query)).errors[0].extensions.error).toBe('NotFound');
  });

  it('tells the connection of a Runtime that was registered only, and nothing of it to another tenant', async () => {
    const registered = aRuntime({ tenant: tenantId(tenant) });
    await dynamoRuntimes(dynamo.table).insert(registered, []);
    const query = `{ runtimeStatus(id: "${registered.id}") {
      lastOperationStatus { id }
      runtimeConnectionStatus { status errors { message } }
      runtimeConfiguration { clusterConfig }
      hibernationStatus { hibernated hibernationPossible }
      infrastructure { driver }
    } }`;
    expect(await call(query)).toMatchObject({
      data: {
        runtimeStatus: {
          lastOperationStatus: null,
          runtimeConnectionStatus: { status: 'Pending', errors: [] },
          runtimeConfiguration: null,
          hibernationStatus: { hibernated: false, hibernationPossible: false },
          infrastructure: null,
        },
      },
    });
    tenant = randomUUID();
    expect((await call(query)).errors[0].extensions.error).toBe('NotFound');
  });

  it('refuses a second operation on a busy Runtime with the message existing clients know', async () => {
    const { data } = await call(provision());
    const id = data.result.runtimeID;
    const { errors } = await call(`mutation { deprovisionRuntime(id: "${id}") }`);

    expect(errors[0]).toMatchObject({
      message: `cannot start new operation for ${id} Runtime while previous one is in progress`,
      extensions: {
        error_code: 400,
        error_reason: 'err_concurrent_operation',
        error_component: 'compass-provisioner',
        error: 'ConcurrentOperation',
      },
    });
  });

  it.each(['runtimeStatus(id: "ID") { lastOperationStatus { id } }', 'runtimeOperationStatus(id: "OP") { id }'])(
    'answers for what belongs to another tenant as for what does not exist: %s',
    async (query) => {
      const { data } = await call(provision());
      const ask = (runtimeId: string, operationId: string) => call(`{ ${query.replace('ID', runtimeId).replace('OP', operationId)} }`);
      tenant = randomUUID();
      const foreign = await ask(data.result.runtimeID, data.result.id);
      const missing = await ask(randomUUID(), randomUUID());

      expect(foreign.errors[0].extensions).toEqual({
        error_code: 400,
        error_reason: 'err_not_found',
        error_component: 'compass-provisioner',
        error: 'NotFound',
      });
      const anonymous = (answer: unknown) => JSON.stringify(answer).replace(/[0-9a-f-]{36}/g, 'id');
      expect(anonymous(foreign)).toBe(anonymous(missing));
    },
  );

  it('answers NotFound for deprovisioning what belongs to another tenant', async () => {
    const { data } = await call(provision());
    tenant = randomUUID();
    const { errors } = await call(`mutation { deprovisionRuntime(id: "${data.result.runtimeID}") }`);

    expect(errors[0].extensions.error).toBe('NotFound');
  });

  it.each([
    ['an unknown driver', provision('driver: "cloud"'), 'InvalidData', 'driver=must be one of: process'],
    ['a field we do not know', provision('clusterConfig: {}'), 'BadRequest', 'clusterConfig'],
  ])('refuses %s', async (_, query, error, message) => {
    const { errors } = await call(query);

    expect(errors[0]).toMatchObject({ message: expect.stringContaining(message), extensions: { error_code: 400, error } });
    expect(workflows.commandCalls(StartExecutionCommand)).toHaveLength(0);
  });

  it.each([
    [provision(), 'runtime:read'],
    ['mutation { deprovisionRuntime(id: "x") }', 'runtime:read'],
    ['{ runtimeStatus(id: "x") { hibernationStatus { hibernated } } }', 'runtime:write'],
    ['{ runtimeOperationStatus(id: "x") { id } }', 'runtime:write'],
  ])('refuses %s with only %s', async (query, scope) => {
    const { errors } = await call(query, { scope });

    expect(errors[0]).toMatchObject({
      message: expect.stringContaining('insufficient scopes provided'),
      extensions: { error_code: 403, error: 'InsufficientScopes' },
    });
  });

  it.each([
    ['nobody', { claims: null }, 401, 'Unauthorized'],
    ['a caller without a Tenant header', { headers: { tenant: '' } }, 400, 'TenantRequired'],
    ['a caller of another tenant', { headers: { tenant: 'other' } }, 400, 'TenantNotFound'],
  ])('refuses %s', async (_, caller, statusCode, error) => {
    const answer = await call(provision(), caller);

    expect(answer).toMatchObject({ statusCode, data: null, errors: [{ extensions: { error } }] });
  });

  it('masks the reason when the workflow cannot be started', async () => {
    workflows.on(StartExecutionCommand).rejects(new Error('arn:aws:iam::1:role is not authorized'));
    const { errors } = await call(provision());

    expect(errors[0]).toMatchObject({
      message: expect.stringMatching(/^Internal Server Error \[errorID=/),
      extensions: { error_code: 500, error: 'InternalError' },
    });
  });
});
