import {
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  type Parameter,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { GetObjectCommand, HeadObjectCommand, NotFound, PutObjectCommand } from '@aws-sdk/client-s3';
import { DeleteParametersCommand, PutParameterCommand } from '@aws-sdk/client-ssm';
import { describe, expect, it } from 'vitest';
import {
  aStack,
  driverUnderTest,
  eventsOf,
  missingStack,
  ownTarget,
  removal,
  runtime,
  serviceError,
  stackName,
} from '#test/support/runtime-stacks.ts';

const configuration = { CONNECTOR_URL: 'https://c', TOKEN: 'secret-token', RUNTIME_ID: runtime.runtimeId, TENANT: runtime.tenant };
const foreignTags = { Tags: [{ Key: 'compass:tenant', Value: 'another' }] };
const driverFailed = (message: string) => ({ code: 'DriverFailed', message: expect.stringContaining(message) });

describe('the provisioning of a stack', () => {
  it('creates a stack of the published template for the Runtime, by the service role', async () => {
    const { driver, stacks } = driverUnderTest();
    const parameters = { pollSeconds: 300, infrastructureTimeoutSeconds: 5, account: '111122223333', region: 'eu-central-1' };
    await driver.provision({ ...runtime, parameters });
    expect(stacks.commandCalls(CreateStackCommand).map(({ args }) => args[0].input)).toEqual([
      {
        StackName: stackName,
        TemplateURL: 'https://code.s3.eu-central-1.amazonaws.com/runtime.json',
        RoleARN: 'arn:aws:iam::111122223333:role/compass-test-stack-deployer',
        ClientRequestToken: runtime.operationId,
        Capabilities: ['CAPABILITY_NAMED_IAM'],
        OnFailure: 'ROLLBACK',
        Tags: [
          { Key: 'compass:tenant', Value: 'tenant-1' },
          { Key: 'compass:runtime', Value: runtime.runtimeId },
        ],
        Parameters: Object.entries({
          AgentCodeKey: 'agent.zip',
          GatewayCodeKey: 'gateway.zip',
          TemplateVersion: 'v2',
          CodeBucket: 'code',
          PermissionsBoundary: 'arn:aws:iam::111122223333:policy/compass-test-stack-boundary',
          Tenant: 'tenant-1',
          RuntimeId: runtime.runtimeId,
          PollSeconds: '300',
          EventsDomainName: '',
          EventsHostedZoneId: '',
          TruststoreUri: '',
          TruststoreVersion: '',
        }).map(([ParameterKey, ParameterValue]) => ({ ParameterKey, ParameterValue })),
      },
    ]);
  });

  it('is content with the stack that an earlier try has made', async () => {
    for (const name of ['AlreadyExistsException', 'TokenAlreadyExistsException']) {
      const { driver, stacks } = driverUnderTest();
      stacks.on(CreateStackCommand).rejects(serviceError(name));
      stacks.on(DescribeStacksCommand).resolves(aStack('CREATE_IN_PROGRESS'));
      await expect(driver.provision(runtime), name).resolves.toBeUndefined();
    }
  });

  it('fails if the name belongs to a stack with other tags', async () => {
    const { driver, stacks } = driverUnderTest();
    stacks.on(CreateStackCommand).rejects(serviceError('AlreadyExistsException'));
    stacks.on(DescribeStacksCommand).resolves(aStack('CREATE_COMPLETE', foreignTags));
    await expect(driver.provision(runtime)).rejects.toMatchObject(driverFailed('does not have the tags of this Runtime'));
  });

  it('copies template and code into another account, but for what is there already', async () => {
    const target = { tenant: 'tenant-1', account: '222233334444', regions: ['eu-west-1'], role: 'R', hostedZones: [] };
    const { driver, stacks, objects, published } = driverUnderTest({ ...ownTarget, targets: [target] });
    objects.on(HeadObjectCommand).rejects(new NotFound({ message: 'no', $metadata: {} }));
    objects.on(HeadObjectCommand, { Key: 'agent.zip' }).resolves({});
    published.on(GetObjectCommand).callsFake(async ({ Key }) => ({ Body: { transformToByteArray: async () => Buffer.from(Key) } }));
    await driver.provision(runtime);
    const bucket = 'compass-test-code-222233334444-eu-west-1';
    const copied = objects.commandCalls(PutObjectCommand).map(({ args }) => args[0].input);
    expect(copied).toEqual(['runtime.json', 'gateway.zip'].map((Key) => ({ Bucket: bucket, Key, Body: Buffer.from(Key) })));
    const { TemplateURL, RoleARN, Parameters = [] } = stacks.commandCalls(CreateStackCommand)[0]?.args[0].input ?? {};
    expect(TemplateURL).toBe(`https://${bucket}.s3.eu-west-1.amazonaws.com/runtime.json`);
    expect(RoleARN).toBe('arn:aws:iam::222233334444:role/compass-test-stack-deployer');
    expect(Parameters).toContainEqual({ ParameterKey: 'CodeBucket', ParameterValue: bucket });
  });

  it('copies nothing in the account of the control plane', async () => {
    const { driver, objects, published } = driverUnderTest();
    await driver.provision(runtime);
    expect([objects.calls(), published.calls()]).toEqual([[], []]);
  });

  it('fails as soon as the tenant has lost the target, without a call', async () => {
    const { driver, stacks } = driverUnderTest();
    const moved = { ...runtime, parameters: { account: '222233334444', region: 'eu-west-1' } };
    for (const step of [driver.provision, driver.check, driver.remove, driver.checkRemoved]) {
      await expect(step(moved)).rejects.toMatchObject(driverFailed('has no target 222233334444 eu-west-1 any more'));
    }
    expect(stacks.calls()).toHaveLength(0);
  });
});

describe('the truststore of a stack', () => {
  const domain = { eventsDomainName: 'events.example.com', eventsHostedZoneId: 'Z1' };
  const inDomain = { ...runtime, parameters: domain };
  const elsewhere = { tenant: 'tenant-1', account: '222233334444', regions: ['eu-west-1'], role: 'R', hostedZones: ['Z1'] };
  const given = (parameters: readonly Parameter[] = []) =>
    Object.fromEntries(parameters.map(({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue]));
  const version = { OutputKey: 'TemplateVersion', OutputValue: 'v2' };

  it('is the newest version of that of the control plane', async () => {
    const { driver, stacks, published } = driverUnderTest();
    published.on(HeadObjectCommand, { Bucket: 'trust', Key: 'truststore.pem' }).resolves({ VersionId: 'V7' });
    await driver.provision(inDomain);
    expect(given(stacks.commandCalls(CreateStackCommand)[0]?.args[0].input.Parameters)).toMatchObject({
      EventsDomainName: 'events.example.com',
      TruststoreUri: 's3://trust/truststore.pem',
      TruststoreVersion: 'V7',
    });
  });

  it('is a copy of the newest version in another account, under a key of its own, so that each version is read', async () => {
    const { driver, stacks, objects, published } = driverUnderTest({ ...ownTarget, targets: [elsewhere] });
    published.on(HeadObjectCommand).resolves({ VersionId: 'V7' });
    objects.on(HeadObjectCommand).resolves({});
    objects.on(HeadObjectCommand, { Key: 'truststore-V7.pem' }).rejects(new NotFound({ message: 'no', $metadata: {} }));
    const body = { transformToByteArray: async () => Buffer.from('certificates') };
    published.on(GetObjectCommand, { Bucket: 'trust', Key: 'truststore.pem', VersionId: 'V7' }).resolves({ Body: body as never });
    await driver.provision(inDomain);
    const Bucket = 'compass-test-code-222233334444-eu-west-1';
    expect(objects.commandCalls(PutObjectCommand).map(({ args }) => args[0].input)).toEqual([
      { Bucket, Key: 'truststore-V7.pem', Body: Buffer.from('certificates') },
    ]);
    expect(given(stacks.commandCalls(CreateStackCommand)[0]?.args[0].input.Parameters)).toMatchObject({
      TruststoreUri: `s3://${Bucket}/truststore-V7.pem`,
      TruststoreVersion: '',
    });
  });

  it('is replaced by an upgrade, which has ended once the stack names the newest version', async () => {
    const { driver, stacks, published } = driverUnderTest();
    published.on(HeadObjectCommand).resolves({ VersionId: 'V8' });
    const before = { ParameterKey: 'TruststoreVersion', ParameterValue: 'V7' };
    stacks.on(DescribeStacksCommand).resolves(aStack('UPDATE_COMPLETE', { Outputs: [version], Parameters: [before] }));
    stacks.on(DescribeStackEventsCommand).resolves({ StackEvents: [] });
    await driver.upgrade(inDomain);
    expect(given(stacks.commandCalls(UpdateStackCommand)[0]?.args[0].input.Parameters)).toMatchObject({ TruststoreVersion: 'V8' });
    expect(await driver.checkUpgraded(inDomain)).toBe('pending');
    const after = { ...before, ParameterValue: 'V8' };
    stacks.on(DescribeStacksCommand).resolves(aStack('UPDATE_COMPLETE', { Outputs: [version], Parameters: [after] }));
    expect(await driver.checkUpgraded(inDomain)).toMatchObject({ templateVersion: 'v2' });
  });

  it('leaves the old one in use if the upgrade fails, and says so', async () => {
    const { driver, stacks, published } = driverUnderTest();
    published.on(HeadObjectCommand).resolves({ VersionId: 'V8' });
    const before = { ParameterKey: 'TruststoreVersion', ParameterValue: 'V7' };
    stacks.on(DescribeStacksCommand).resolves(aStack('UPDATE_ROLLBACK_COMPLETE', { Outputs: [version], Parameters: [before] }));
    const failure = { resource: 'Domain', status: 'UPDATE_FAILED', reason: 'the truststore cannot be read' };
    stacks.on(DescribeStackEventsCommand).resolves(eventsOf(failure, { resource: 'stack', status: 'UPDATE_ROLLBACK_COMPLETE' }));
    await expect(driver.checkUpgraded(inDomain)).rejects.toMatchObject(driverFailed('the truststore cannot be read'));
  });

  it('is looked up for no Runtime without a domain', async () => {
    const { driver, stacks, published } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('UPDATE_COMPLETE', { Outputs: [version] }));
    await driver.upgrade(runtime);
    expect(await driver.checkUpgraded(runtime)).toMatchObject({ templateVersion: 'v2' });
    expect(published.calls()).toEqual([]);
  });
});

describe('the check of a stack', () => {
  it('tells version, id, console page and outputs of a stack that is ready, and nothing of one that is not', async () => {
    const { driver, stacks } = driverUnderTest();
    const outputs = { EventsUrl: 'https://events.example.com', TemplateVersion: 'v2' };
    const Outputs = Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }));
    stacks.on(DescribeStacksCommand).resolvesOnce(aStack('CREATE_IN_PROGRESS')).resolves(aStack('CREATE_COMPLETE', { Outputs }));
    expect(await driver.check(runtime)).toBe('pending');
    const stackId = `arn:aws:cloudformation:eu-central-1:111122223333:stack/${stackName}/0`;
    expect(await driver.check(runtime)).toEqual({
      stackId,
      consoleUrl: `https://console.aws.amazon.com/cloudformation/home?region=eu-central-1#/stacks/stackinfo?stackId=${encodeURIComponent(stackId)}`,
      templateVersion: 'v2',
      outputs,
    });
  });

  it('fails if the stack is gone', async () => {
    const { driver, stacks } = driverUnderTest();
    stacks.on(DescribeStacksCommand).rejects(missingStack);
    await expect(driver.check(runtime)).rejects.toMatchObject(driverFailed('does not exist any more'));
  });

  it('names the first resource that failed, and not those that were given up because of it', async () => {
    const { driver, stacks } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('ROLLBACK_COMPLETE'));
    stacks
      .on(DescribeStackEventsCommand)
      .resolves(
        eventsOf(
          { resource: 'stack', status: 'CREATE_IN_PROGRESS' },
          { resource: 'Table', status: 'CREATE_FAILED', reason: 'Resource creation cancelled' },
          { resource: 'Agent', status: 'CREATE_FAILED', reason: 'the code is missing' },
          { resource: 'Gateway', status: 'CREATE_FAILED', reason: 'no quota' },
          { resource: 'stack', status: 'ROLLBACK_IN_PROGRESS', reason: 'The following resource(s) failed to create: [Agent].' },
          { resource: 'stack', status: 'ROLLBACK_COMPLETE' },
        ),
      );
    const message = `the stack ${stackName} is ROLLBACK_COMPLETE: Agent (AWS::Lambda::Function): the code is missing`;
    await expect(driver.check(runtime)).rejects.toMatchObject({ code: 'DriverFailed', message });
  });

  it('names what the rollback could not remove', async () => {
    const { driver, stacks } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('ROLLBACK_FAILED'));
    stacks
      .on(DescribeStackEventsCommand)
      .resolves(
        eventsOf(
          { resource: 'Agent', status: 'CREATE_FAILED', reason: 'the code is missing' },
          { resource: 'Table', status: 'DELETE_FAILED', reason: 'it is protected' },
          { resource: 'stack', status: 'ROLLBACK_FAILED' },
        ),
      );
    await expect(driver.check(runtime)).rejects.toMatchObject(
      driverFailed(
        'Agent (AWS::Lambda::Function): the code is missing; these could not be removed: Table (AWS::Lambda::Function): it is protected',
      ),
    );
  });

  it('gives the reason of the stack if no event has one', async () => {
    const { driver, stacks } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('CREATE_FAILED', { StackStatusReason: 'The role cannot be assumed' }));
    stacks.on(DescribeStackEventsCommand).resolves({ StackEvents: [] });
    await expect(driver.check(runtime)).rejects.toMatchObject(driverFailed('is CREATE_FAILED: The role cannot be assumed'));
  });

  it('finds the first failure on a later page, and reads no page of an earlier operation', async () => {
    const { driver, stacks } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('ROLLBACK_COMPLETE'));
    stacks
      .on(DescribeStackEventsCommand)
      .resolvesOnce({ ...eventsOf({ resource: 'Gateway', status: 'CREATE_FAILED', reason: 'late' }), NextToken: '2' })
      .resolvesOnce({
        ...eventsOf(
          { resource: 'Old', status: 'CREATE_FAILED', reason: 'long ago', operation: 'earlier' },
          { resource: 'Agent', status: 'CREATE_FAILED', reason: 'early' },
        ),
        NextToken: '3',
      });
    await expect(driver.check(runtime)).rejects.toMatchObject(driverFailed('Agent (AWS::Lambda::Function): early'));
    expect(stacks.commandCalls(DescribeStackEventsCommand)).toHaveLength(2);
  });
});

describe('the configuration of a stack', () => {
  it('writes the secret of the stack, and then wakes the Agent without waiting for it', async () => {
    const { driver, stacks, parameters, functions } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('CREATE_COMPLETE'));
    functions.on(InvokeCommand).callsFake(async () => expect(parameters.calls()).toHaveLength(1));
    await driver.configure(runtime, configuration);
    expect(parameters.commandCalls(PutParameterCommand).map(({ args }) => args[0].input)).toEqual([
      {
        Name: `/${stackName}/agent-configuration`,
        Description: expect.any(String),
        Type: 'SecureString',
        Overwrite: true,
        Value: JSON.stringify(configuration),
      },
    ]);
    const { FunctionName, InvocationType, Payload } = functions.commandCalls(InvokeCommand)[0]?.args[0].input ?? {};
    expect({ FunctionName, InvocationType }).toEqual({
      FunctionName: 'compass-test-runtime-0123456789ab-agent',
      InvocationType: 'Event',
    });
    expect(JSON.parse(Buffer.from(Payload as Uint8Array).toString())).toEqual({ wake: true });
  });

  it('overwrites the secret and wakes the Agent each time, however soon the Runtime is reconnected again', async () => {
    const { driver, stacks, parameters, functions } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('UPDATE_ROLLBACK_COMPLETE'));
    await driver.configure(runtime, configuration);
    await driver.configure({ ...runtime, operationId: 'another' }, { ...configuration, TOKEN: 'second-token' });
    const values = parameters.commandCalls(PutParameterCommand).map(({ args }) => JSON.parse(args[0].input.Value ?? '').TOKEN);
    expect(values).toEqual(['secret-token', 'second-token']);
    expect(functions.commandCalls(InvokeCommand)).toHaveLength(2);
  });

  it('gives no secret to a stack with other tags', async () => {
    const { driver, stacks, parameters } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('CREATE_COMPLETE', foreignTags));
    await expect(driver.configure(runtime, configuration)).rejects.toMatchObject(driverFailed('has no Runtime Agent'));
    expect(parameters.calls()).toHaveLength(0);
  });

  it('keeps no token once the Agent is connected, and the parameter itself until the stack is removed', async () => {
    const { driver, stacks, parameters, functions } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('CREATE_COMPLETE'));
    await driver.configure(runtime, configuration);
    await driver.forgetToken(runtime);
    const last = parameters.commandCalls(PutParameterCommand).at(-1)?.args[0].input;
    expect(last).toMatchObject({ Name: `/${stackName}/agent-configuration`, Type: 'SecureString', Overwrite: true, Value: '{}' });
    expect(parameters.commandCalls(DeleteParametersCommand)).toHaveLength(0);
    expect(functions.commandCalls(InvokeCommand)).toHaveLength(1);
  });

  it.each([
    ['no stack', { Stacks: [] }],
    ['a stack with other tags', aStack('CREATE_COMPLETE', foreignTags)],
  ])('writes no parameter for %s', async (_, described) => {
    const { driver, stacks, parameters } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(described);
    await driver.forgetToken(runtime);
    expect(parameters.calls()).toHaveLength(0);
  });

  it('is repeated if a service does not answer, and quotes no secret', async () => {
    const { driver, stacks, parameters } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('CREATE_COMPLETE'));
    parameters.on(PutParameterCommand).rejects(serviceError('TooManyUpdates', 'secret-token'));
    const unavailable = { code: 'DriverUnavailable', message: 'Systems Manager did not answer (TooManyUpdates)' };
    await expect(driver.configure(runtime, configuration)).rejects.toMatchObject(unavailable);
  });
});

describe('the upgrade of a stack', () => {
  const version = (OutputValue: string) => ({ Outputs: [{ OutputKey: 'TemplateVersion', OutputValue }] });

  it('updates the stack to the published template, by the service role', async () => {
    const { driver, stacks } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('CREATE_COMPLETE', version('v1')));
    await driver.upgrade(runtime);
    const { StackName, RoleARN, TemplateURL, ClientRequestToken, Parameters } =
      stacks.commandCalls(UpdateStackCommand)[0]?.args[0].input ?? {};
    expect({ StackName, RoleARN, ClientRequestToken }).toEqual({
      StackName: stackName,
      RoleARN: 'arn:aws:iam::111122223333:role/compass-test-stack-deployer',
      ClientRequestToken: runtime.operationId,
    });
    expect(TemplateURL).toContain('runtime.json');
    expect(Parameters).toContainEqual({ ParameterKey: 'TemplateVersion', ParameterValue: 'v2' });
  });

  it('is content with a stack that has the newest version, also after an earlier upgrade failed', async () => {
    const { driver, stacks } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('UPDATE_ROLLBACK_COMPLETE', version('v2')));
    stacks.on(UpdateStackCommand).rejects(serviceError('ValidationError', 'No updates are to be performed.'));
    await driver.upgrade(runtime);
    expect(await driver.checkUpgraded(runtime)).toMatchObject({ templateVersion: 'v2' });
  });

  it.each([
    ['no stack', undefined, 'DriverFailed'],
    ['a stack with other tags', aStack('CREATE_COMPLETE', foreignTags), 'DriverFailed'],
  ])('fails with %s, without a change', async (_, described, code) => {
    const { driver, stacks } = driverUnderTest();
    if (described) stacks.on(DescribeStacksCommand).resolves(described);
    else stacks.on(DescribeStacksCommand).rejects(missingStack);
    await expect(driver.upgrade(runtime)).rejects.toMatchObject({ code });
    expect(stacks.commandCalls(UpdateStackCommand)).toHaveLength(0);
  });

  it('is repeated while the stack changes', async () => {
    const { driver, stacks } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'));
    const message = 'Stack:arn is in UPDATE_COMPLETE_CLEANUP_IN_PROGRESS state and can not be updated.';
    stacks.on(UpdateStackCommand).rejects(serviceError('ValidationError', message));
    await expect(driver.upgrade(runtime)).rejects.toMatchObject({ code: 'DriverUnavailable' });
  });

  it('waits while CloudFormation still describes the stack as it was before', async () => {
    const { driver, stacks } = driverUnderTest();
    const earlier = { resource: 'stack', status: 'UPDATE_ROLLBACK_COMPLETE', operation: 'earlier' };
    stacks.on(DescribeStackEventsCommand).resolves(eventsOf(earlier));
    for (const status of ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'UPDATE_ROLLBACK_COMPLETE']) {
      stacks.on(DescribeStacksCommand).resolves(aStack(status, version('v1')));
      expect(await driver.checkUpgraded(runtime), status).toBe('pending');
    }
  });

  it('has ended well if its own update has, even if a still newer version was published meanwhile', async () => {
    const { driver, stacks } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('UPDATE_COMPLETE', version('v1.5')));
    stacks.on(DescribeStackEventsCommand).resolves(eventsOf({ resource: 'stack', status: 'UPDATE_COMPLETE' }));
    expect(await driver.checkUpgraded(runtime)).toMatchObject({ templateVersion: 'v1.5' });
  });

  it('fails with the first resource that failed, while the stack runs as before', async () => {
    const { driver, stacks } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('UPDATE_ROLLBACK_COMPLETE', version('v1')));
    stacks
      .on(DescribeStackEventsCommand)
      .resolves(
        eventsOf(
          { resource: 'Agent', status: 'UPDATE_FAILED', reason: 'the code is too large' },
          { resource: 'Gateway', status: 'UPDATE_FAILED', reason: 'Resource update cancelled' },
          { resource: 'stack', status: 'UPDATE_ROLLBACK_COMPLETE' },
        ),
      );
    await expect(driver.checkUpgraded(runtime)).rejects.toMatchObject(driverFailed('Agent (AWS::Lambda::Function): the code is too large'));
    expect(await driver.check(runtime)).toMatchObject({ templateVersion: 'v1' });
  });
});

describe('the removal of a stack', () => {
  it('deletes the stack and its parameters', async () => {
    const { driver, stacks, parameters } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('CREATE_COMPLETE'));
    await driver.remove(runtime);
    expect(stacks.commandCalls(DeleteStackCommand)[0]?.args[0].input).toEqual({
      StackName: stackName,
      ClientRequestToken: removal,
    });
    expect(parameters.commandCalls(DeleteParametersCommand)[0]?.args[0].input).toEqual({
      Names: [`/${stackName}/agent-configuration`, `/${stackName}/agent-sealing-key`],
    });
  });

  it('asks with a token of its own, and is content if an earlier try has used it', async () => {
    const { driver, stacks } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('DELETE_FAILED'));
    stacks.on(DeleteStackCommand).rejects(serviceError('TokenAlreadyExistsException'));
    await driver.provision(runtime);
    await expect(driver.remove(runtime)).resolves.toBeUndefined();
    const [created, removed] = [stacks.commandCalls(CreateStackCommand), stacks.commandCalls(DeleteStackCommand)].map(
      ([call]) => call?.args[0].input as { ClientRequestToken?: string },
    );
    expect(removed?.ClientRequestToken).not.toBe(created?.ClientRequestToken);
  });

  it('deletes the parameters even if there is no stack', async () => {
    const { driver, stacks, parameters } = driverUnderTest();
    stacks.on(DescribeStacksCommand).rejects(missingStack);
    await driver.remove(runtime);
    expect(stacks.commandCalls(DeleteStackCommand)).toHaveLength(0);
    expect(parameters.commandCalls(DeleteParametersCommand)).toHaveLength(1);
  });

  it('leaves a stack with other tags alone', async () => {
    const { driver, stacks } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('CREATE_COMPLETE', foreignTags));
    await driver.remove(runtime);
    expect(stacks.commandCalls(DeleteStackCommand)).toHaveLength(0);
    expect(await driver.checkRemoved(runtime)).toBe('ready');
  });

  it('is repeated while the stack changes', async () => {
    const { driver, stacks } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('UPDATE_ROLLBACK_IN_PROGRESS'));
    const message = `Stack [${stackName}] cannot be deleted while in status UPDATE_ROLLBACK_IN_PROGRESS`;
    stacks.on(DeleteStackCommand).rejects(serviceError('ValidationError', message));
    await expect(driver.remove(runtime)).rejects.toMatchObject({ code: 'DriverUnavailable' });
  });

  it('fails if the stack is protected', async () => {
    const { driver, stacks } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('CREATE_COMPLETE'));
    stacks
      .on(DeleteStackCommand)
      .rejects(serviceError('ValidationError', 'the stack cannot be deleted while TerminationProtection is enabled'));
    await expect(driver.remove(runtime)).rejects.toMatchObject(driverFailed('TerminationProtection is enabled'));
  });

  it('has ended once the stack does not exist, and takes the parameters that the Agent wrote meanwhile', async () => {
    const { driver, stacks, parameters } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolvesOnce(aStack('DELETE_IN_PROGRESS')).rejects(missingStack);
    expect(await driver.checkRemoved(runtime)).toBe('pending');
    expect(await driver.checkRemoved(runtime)).toBe('ready');
    expect(parameters.commandCalls(DeleteParametersCommand)).toHaveLength(1);
  });

  it('names each resource that it cannot remove', async () => {
    const { driver, stacks } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('DELETE_FAILED'));
    stacks
      .on(DescribeStackEventsCommand)
      .resolves(
        eventsOf(
          { resource: 'Zone', status: 'DELETE_FAILED', reason: 'an earlier one', operation: 'earlier' },
          { resource: 'Agent', status: 'CREATE_FAILED', reason: 'no quota' },
          { resource: 'Table', status: 'DELETE_FAILED', reason: 'it is protected', operation: removal },
          { resource: 'Bus', status: 'DELETE_FAILED', reason: 'it has rules', operation: removal },
          { resource: 'stack', status: 'DELETE_FAILED', reason: 'Failed to delete: [Table, Bus].', operation: removal },
        ),
      );
    const names = 'Table (AWS::Lambda::Function): it is protected; these could not be removed: Bus (AWS::Lambda::Function): it has rules';
    await expect(driver.checkRemoved(runtime)).rejects.toMatchObject(driverFailed(names));
  });

  it('waits while CloudFormation still describes the failure of an earlier removal', async () => {
    const { driver, stacks } = driverUnderTest();
    stacks.on(DescribeStacksCommand).resolves(aStack('DELETE_FAILED'));
    const earlier = { resource: 'Table', status: 'DELETE_FAILED', operation: 'earlier' };
    stacks.on(DescribeStackEventsCommand).resolves(eventsOf(earlier, { resource: 'stack', status: 'DELETE_FAILED', operation: 'earlier' }));
    expect(await driver.checkRemoved(runtime)).toBe('pending');
  });
});
