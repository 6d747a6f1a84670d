import { randomUUID } from 'node:crypto';
import type { Context } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stepNames, steps } from '#functions/provisioning/steps.ts';
import { type Dynamo, startDynamo } from '#test/support/engines.ts';

let dynamo: Dynamo;

beforeAll(async () => {
  dynamo = await startDynamo();
  Object.assign(process.env, {
    AWS_REGION: 'eu-central-1',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_ENDPOINT_URL_DYNAMODB: dynamo.endpoint,
    TABLE_NAME: dynamo.tableName,
    PUBLIC_URL: 'https://compass.test',
    MTLS_URL: '',
    AGENT_CONFIGURATION_PREFIX: 'compass/agents/',
    RUNTIME_DRIVERS: 'process',
    PROCESS_HOST_URL: 'http://127.0.0.1:1/',
    POWERTOOLS_LOG_LEVEL: 'SILENT',
  });
});
afterAll(() => dynamo.stop());

describe('the handler of a step', () => {
  it.each(stepNames)('%s is exported by its module and does nothing for an operation that does not exist', async (name) => {
    const handler = (await import(`../../../functions/provisioning/${steps[name].module}.ts`))[name];
    const event = {
      tenant: randomUUID(),
      operationId: randomUUID(),
      runtimeId: randomUUID(),
      deadline: new Date().toISOString(),
      failure: { RegisterRuntime: { Error: 'NotFound', Cause: 'x' } },
    };
    await expect(handler(event, {} as Context)).rejects.toMatchObject({ name: 'NotFound' });
  });

  it.each([...new Set(stepNames.map((name) => steps[name].module))])('is all that %s exports', async (module) => {
    const exported = Object.keys(await import(`../../../functions/provisioning/${module}.ts`));
    expect(exported.sort()).toEqual(stepNames.filter((name) => steps[name].module === module).sort());
  });
});
