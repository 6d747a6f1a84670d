import {
  CreateSecretCommand,
  DeleteSecretCommand,
  GetSecretValueCommand,
  InvalidRequestException,
  PutSecretValueCommand,
  ResourceExistsException,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import { ExecutionAlreadyExists, SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { secretsManagerAgentConfigurations } from '#shared/aws/agent-configuration-store.ts';
import { stepFunctionsStarter } from '#shared/aws/step-functions-workflow-starter.ts';
import { tenantId } from '#shared/core/tenant-id.ts';

const secrets = mockClient(SecretsManagerClient);
const workflows = mockClient(SFNClient);
const configuration = { CONNECTOR_URL: 'https://c', TOKEN: 'secret-token', RUNTIME_ID: 'r1', TENANT: 't1' };
const SecretString = JSON.stringify(configuration);
const store = secretsManagerAgentConfigurations('compass/agents/');
const about = { message: 'r1', $metadata: {} };

beforeEach(() => {
  secrets.reset();
  workflows.reset();
});

describe('agent configurations in Secrets Manager', () => {
  it('creates the secret of the Runtime', async () => {
    await store.save(configuration);
    expect(secrets.commandCalls(CreateSecretCommand)[0]?.args[0].input).toMatchObject({ Name: 'compass/agents/r1', SecretString });
  });

  it('overwrites a secret that exists', async () => {
    secrets.on(CreateSecretCommand).rejects(new ResourceExistsException(about));
    await store.save(configuration);
    expect(secrets.commandCalls(PutSecretValueCommand)[0]?.args[0].input).toEqual({ SecretId: 'compass/agents/r1', SecretString });
  });

  it('says that the step is to be repeated while an earlier secret of that name is being deleted', async () => {
    secrets.on(CreateSecretCommand).rejects(new InvalidRequestException(about));
    await expect(store.save(configuration)).rejects.toMatchObject({ name: 'InvalidRequestException', $retryable: {} });
  });

  it('reads it back, and nothing where there is none', async () => {
    secrets.on(GetSecretValueCommand).resolvesOnce({ SecretString }).rejects(new ResourceNotFoundException(about));
    expect(await store.find('r1')).toEqual(configuration);
    expect(await store.find('r1')).toBeUndefined();
  });

  it('does not quote a secret that it cannot read', async () => {
    secrets.on(GetSecretValueCommand).resolves({ SecretString: 'secret-token' });
    await expect(store.find('r1')).rejects.not.toThrow(/secret-token/);
  });

  it('deletes for good, also twice', async () => {
    secrets.on(DeleteSecretCommand).resolvesOnce({}).rejects(new ResourceNotFoundException(about));
    await store.delete('r1');
    await store.delete('r1');
    expect(secrets.commandCalls(DeleteSecretCommand)[0]?.args[0].input).toEqual({
      SecretId: 'compass/agents/r1',
      ForceDeleteWithoutRecovery: true,
    });
  });

  it('lets other errors through', async () => {
    secrets.onAnyCommand().rejects(new Error('throttled'));
    await expect(store.save(configuration)).rejects.toThrow('throttled');
    await expect(store.find('r1')).rejects.toThrow('throttled');
    await expect(store.delete('r1')).rejects.toThrow('throttled');
  });
});

describe('starting a workflow', () => {
  const start = stepFunctionsStarter({
    Provision: 'arn:provision',
    Deprovision: 'arn:deprovision',
    Reconnect: 'arn:reconnect',
    Upgrade: 'arn:upgrade',
  });
  const input = { tenant: tenantId('t1'), operationId: 'o1', runtimeId: 'r1' };

  it('names the execution by the operation', async () => {
    await start('Deprovision', input);
    expect(workflows.commandCalls(StartExecutionCommand)[0]?.args[0].input).toEqual({
      stateMachineArn: 'arn:deprovision',
      name: 'o1',
      input: JSON.stringify(input),
    });
  });

  it('is content with an execution that exists', async () => {
    workflows.on(StartExecutionCommand).rejects(new ExecutionAlreadyExists(about));
    await expect(start('Provision', input)).resolves.toBeUndefined();
  });

  it('lets other errors through', async () => {
    workflows.on(StartExecutionCommand).rejects(new Error('access denied'));
    await expect(start('Provision', input)).rejects.toThrow('access denied');
  });
});
