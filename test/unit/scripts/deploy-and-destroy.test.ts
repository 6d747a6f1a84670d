import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CloudFormationClient,
  DeleteStackCommand,
  DescribeStacksCommand,
  GetTemplateCommand,
  type StackStatus,
  UpdateTerminationProtectionCommand,
} from '@aws-sdk/client-cloudformation';
import { GetQueueAttributesCommand, GetQueueUrlCommand, QueueDoesNotExist, SQSClient } from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { deployAll } from '../../../scripts/aws/deploy.ts';
import { destroyAll } from '../../../scripts/aws/destroy.ts';

const cloudFormation = mockClient(CloudFormationClient);
const sqs = mockClient(SQSClient);
const stack = { StackName: 'compass-dev-stateful' };
const firewall = { StackName: 'compass-dev-firewall' };
const does = (state: 'on' | 'off') => `--parameters=compass-dev-stateful:DeletionProtection=${state}`;
const assembly = mkdtempSync(join(tmpdir(), 'compass-assembly-'));
let ran: string[][];

const tools = () => ({
  prefix: 'compass-dev',
  cloudFormation: new CloudFormationClient(),
  sqs: new SQSClient(),
  edgeCloudFormation: new CloudFormationClient({ region: 'us-east-1' }),
  assembly,
  cdk: async (...args: string[]) => void ran.push(args),
});

const missing = new Error('Stack with id compass-dev-stateful does not exist');

function theStackIs(...states: (StackStatus | undefined)[]): void {
  const described = cloudFormation.on(DescribeStacksCommand, stack);
  for (const StackStatus of states) {
    if (StackStatus) described.resolvesOnce({ Stacks: [{ ...stack, CreationTime: new Date(), StackStatus }] });
    else described.rejectsOnce(missing);
  }
}

afterAll(() => rmSync(assembly, { recursive: true, force: true }));

const template = (more: Partial<Record<'domain' | 'firewall' | 'issuer' | 'authority', string[]>> = {}): string =>
  JSON.stringify({
    Metadata: { 'compass:hard-to-undo': { domain: ['a.example.com'], issuer: ['user pool'], authority: ['kms'], ...more } },
  });

beforeEach(() => {
  cloudFormation.reset();
  sqs.reset();
  cloudFormation.on(DescribeStacksCommand, firewall).rejects(missing);
  rmSync(join(assembly, 'compass-dev-firewall.template.json'), { force: true });
  cloudFormation.on(GetTemplateCommand).resolves({ TemplateBody: template() });
  writeFileSync(join(assembly, 'compass-dev-stateful.template.json'), template());
  ran = [];
});

describe('deploying', () => {
  it('protects the data only once its stack was completed, and leaves the outputs of all stacks in their file', async () => {
    theStackIs(undefined);
    await deployAll(tools(), ['--outputs-file=outputs.json', '--verbose']);
    expect(ran).toEqual([
      ['deploy', '--all', does('off'), '--outputs-file=outputs.json', '--verbose'],
      ['deploy', '--exclusively', 'compass-dev-stateful', does('on'), '--verbose'],
    ]);
  });

  it('protects the data all the time from then on', async () => {
    theStackIs('UPDATE_COMPLETE');
    await deployAll(tools(), []);
    expect(ran).toEqual([['deploy', '--all', does('on')]]);
  });

  describe('over a release whose functions sign under other roles', () => {
    const signing = (...signers: string[]) => JSON.stringify({ Metadata: { 'compass:signers': signers } });
    const restricts = (state: 'on' | 'off') => `--parameters=compass-dev-stateful:SigningRestriction=${state}`;
    const present = signing('compass-dev-connector', 'compass-dev-crl-publisher');
    beforeEach(() => {
      theStackIs('UPDATE_COMPLETE');
      writeFileSync(join(assembly, 'compass-dev-stateful.template.json'), present);
    });

    it.each([
      ['names none', template()],
      ['names others', signing('compass-dev-connector')],
    ])('lets the keys refuse the roles of before only once all stacks are updated: it %s', async (_, TemplateBody) => {
      cloudFormation.on(GetTemplateCommand).resolves({ TemplateBody });
      await deployAll(tools(), ['--verbose']);
      expect(ran).toEqual([
        ['deploy', '--all', does('on'), restricts('off'), '--verbose'],
        ['deploy', '--exclusively', 'compass-dev-stateful', does('on'), restricts('on'), '--verbose'],
      ]);
    });

    it('deploys once if the roles are the same', async () => {
      cloudFormation.on(GetTemplateCommand).resolves({ TemplateBody: present });
      await deployAll(tools(), []);
      expect(ran).toEqual([['deploy', '--all', does('on')]]);
    });
  });

  it.each(['ROLLBACK_COMPLETE', 'ROLLBACK_FAILED'] as const)('removes a stack first that was never completed: %s', async (state) => {
    theStackIs(state, 'DELETE_COMPLETE');
    await deployAll(tools(), []);
    expect(cloudFormation.commandCalls(UpdateTerminationProtectionCommand, { ...stack, EnableTerminationProtection: false })).toHaveLength(
      1,
    );
    expect(cloudFormation.commandCalls(DeleteStackCommand, stack)).toHaveLength(1);
    expect(ran[0]).toEqual(['deploy', '--all', does('off')]);
  });

  it.each(['UPDATE_ROLLBACK_COMPLETE', 'UPDATE_ROLLBACK_FAILED', 'DELETE_FAILED'] as const)(
    'removes no stack that was completed once: %s',
    async (state) => {
      theStackIs(state);
      await deployAll(tools(), []);
      expect(cloudFormation.commandCalls(DeleteStackCommand)).toEqual([]);
      expect(ran).toEqual([['deploy', '--all', does('on')]]);
    },
  );
});

describe('deploying over queues that go', () => {
  const queues = (...names: string[]) =>
    JSON.stringify({
      Resources: {
        ...Object.fromEntries(names.map((QueueName) => [QueueName, { Type: 'AWS::SQS::Queue', Properties: { QueueName } }])),
        Other: { Type: 'AWS::SNS::Topic', Properties: { TopicName: 'other' } },
      },
    });
  const inQueue = (QueueName: string, counts: object) => {
    sqs.on(GetQueueUrlCommand, { QueueName }).resolves({ QueueUrl: `https://${QueueName}` });
    sqs.on(GetQueueAttributesCommand, { QueueUrl: `https://${QueueName}` }).resolves({ Attributes: { ...counts } });
  };
  const file = join(assembly, 'compass-dev-notifications.template.json');
  beforeEach(() => {
    theStackIs('UPDATE_COMPLETE');
    writeFileSync(file, queues('stays'));
    cloudFormation.on(GetTemplateCommand, { StackName: 'compass-dev-notifications' }).resolves({ TemplateBody: queues('stays', 'goes') });
    inQueue('stays', { ApproximateNumberOfMessages: '5' });
  });
  afterAll(() => rmSync(file));

  it.each(['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesDelayed', 'ApproximateNumberOfMessagesNotVisible'])(
    'is refused while one of them holds messages: %s',
    async (attribute) => {
      inQueue('goes', { [attribute]: '2' });
      await expect(deployAll(tools(), [])).rejects.toThrow(/delete queues that hold messages: goes \(2\)\. Nothing was deployed/);
      expect(ran).toEqual([]);
    },
  );

  it('goes on if they are empty, whatever the others hold', async () => {
    inQueue('goes', { ApproximateNumberOfMessages: '0' });
    await deployAll(tools(), []);
    expect(ran).toHaveLength(1);
  });

  it('goes on if they were deleted by hand', async () => {
    sqs.on(GetQueueUrlCommand, { QueueName: 'goes' }).rejects(new QueueDoesNotExist({ message: 'gone', $metadata: {} }));
    await deployAll(tools(), []);
    expect(ran).toHaveLength(1);
  });

  it('goes on if their stack is not there yet', async () => {
    const missing = new Error('Stack with id compass-dev-notifications does not exist');
    cloudFormation.on(GetTemplateCommand, { StackName: 'compass-dev-notifications' }).rejects(missing);
    await deployAll(tools(), []);
    expect(ran).toHaveLength(1);
  });
});

describe('deploying without a key of messages that is deployed', () => {
  const withKey = JSON.stringify({ Resources: { MessageKeyD4C9386F: { Type: 'AWS::KMS::Key' }, AlarmKey1: { Type: 'AWS::KMS::Key' } } });
  const file = join(assembly, 'compass-dev-trust.template.json');
  beforeEach(() => {
    theStackIs('UPDATE_COMPLETE');
    writeFileSync(file, '{}');
    cloudFormation.on(GetTemplateCommand, { StackName: 'compass-dev-trust' }).resolves({ TemplateBody: withKey });
  });
  afterAll(() => rmSync(file));

  it('is refused, since messages may wait that no consumer could read any more', async () => {
    const told = /messages in queues may be encrypted with: MessageKeyD4C9386F of compass-dev-trust\. Nothing was deployed/;
    await expect(deployAll(tools(), [])).rejects.toThrow(told);
    expect(ran).toEqual([]);
  });

  it('goes on by the word for it', async () => {
    await deployAll(tools(), [], { allowed: ['message-key'] });
    expect(ran).toHaveLength(1);
  });

  it('goes on if the key is kept', async () => {
    writeFileSync(file, withKey);
    await deployAll(tools(), []);
    expect(ran).toHaveLength(1);
  });
});

describe('deploying what clients would notice', () => {
  const next = (more: Parameters<typeof template>[0]) =>
    writeFileSync(join(assembly, 'compass-dev-stateful.template.json'), template(more));

  it.each([
    ['a domain', 'domain', [], 'the domain a.example.com'],
    ['another domain', 'domain', ['b.example.com'], 'the domain a.example.com'],
    ['another issuer', 'issuer', ['https://login.example.com'], 'the issuer user pool'],
    ['an authority that goes', 'authority', ['kms-2'], 'the authority kms'],
  ] as const)('needs an explicit word: %s', async (_, kind, names, message) => {
    theStackIs('UPDATE_COMPLETE', 'UPDATE_COMPLETE');
    next({ [kind]: [...names] });
    await expect(deployAll(tools(), [])).rejects.toThrow(new RegExp(`${message}.*--allow-removal ${kind}$`));
    expect(ran).toEqual([]);
    await deployAll(tools(), [], { allowed: [kind] });
    expect(ran).toEqual([['deploy', '--all', does('on')]]);
  });

  it('needs an explicit word if the firewall goes', async () => {
    const before = template({ firewall: ['a.example.com'] });
    cloudFormation.on(GetTemplateCommand).resolves({ TemplateBody: before });
    theStackIs('UPDATE_COMPLETE', 'UPDATE_COMPLETE');
    await expect(deployAll(tools(), [])).rejects.toThrow(/the firewall a\.example\.com.*--allow-removal firewall$/);
    expect(ran).toEqual([]);
    await deployAll(tools(), [], { allowed: ['firewall'] });
    expect(ran).toHaveLength(1);
  });

  it('needs none if something is added', async () => {
    theStackIs('UPDATE_COMPLETE');
    next({ authority: ['kms-2', 'kms'] });
    await deployAll(tools(), []);
    expect(ran).toHaveLength(1);
  });

  it('needs none over a release that did not write what it has', async () => {
    theStackIs('UPDATE_COMPLETE');
    cloudFormation.on(GetTemplateCommand).resolves({ TemplateBody: '{"Resources":{}}' });
    next({ domain: [] });
    await deployAll(tools(), []);
    expect(ran).toHaveLength(1);
  });
});

describe('a firewall that the settings do not have any more', () => {
  const isDeployed = () =>
    cloudFormation
      .on(DescribeStacksCommand, firewall)
      .resolvesOnce({ Stacks: [{ ...firewall, CreationTime: new Date(), StackStatus: 'UPDATE_COMPLETE' }] })
      .resolves({ Stacks: [{ ...firewall, CreationTime: new Date(), StackStatus: 'DELETE_COMPLETE' }] });

  it('goes after all stacks were deployed, so that names lead elsewhere by then', async () => {
    theStackIs('UPDATE_COMPLETE');
    isDeployed();
    cloudFormation.on(DeleteStackCommand, firewall).callsFake(() => {
      ran.push(['delete the firewall']);
      return {};
    });
    await deployAll(tools(), []);
    expect(ran).toEqual([['deploy', '--all', does('on')], ['delete the firewall']]);
  });

  it('goes with everything else', async () => {
    theStackIs(undefined);
    isDeployed();
    await destroyAll(tools());
    expect(cloudFormation.commandCalls(DeleteStackCommand, firewall)).toHaveLength(1);
  });

  it('stays while the settings have it', async () => {
    theStackIs('UPDATE_COMPLETE');
    isDeployed();
    writeFileSync(join(assembly, 'compass-dev-firewall.template.json'), '{}');
    await deployAll(tools(), []);
    expect(cloudFormation.commandCalls(DeleteStackCommand)).toEqual([]);
  });

  it('is not looked for by credentials that reach nothing in its Region', async () => {
    theStackIs('UPDATE_COMPLETE');
    cloudFormation.on(DescribeStacksCommand, firewall).rejects(Object.assign(new Error('denied'), { name: 'AccessDenied' }));
    await deployAll(tools(), []);
    expect(ran).toHaveLength(1);
  });
});

describe('destroying', () => {
  it('lifts both protections of the data before', async () => {
    theStackIs('CREATE_COMPLETE');
    await destroyAll(tools());
    expect(ran).toEqual([
      ['deploy', '--exclusively', 'compass-dev-stateful', does('off'), '--require-approval=never'],
      ['destroy', '--all', '--force'],
    ]);
    expect(cloudFormation.commandCalls(UpdateTerminationProtectionCommand, { ...stack, EnableTerminationProtection: false })).toHaveLength(
      1,
    );
  });

  it('makes no stack that is gone already', async () => {
    theStackIs(undefined);
    await destroyAll(tools());
    expect(ran).toEqual([['destroy', '--all', '--force']]);
  });
});
