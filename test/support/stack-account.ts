import {
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStackEventsCommand,
  DescribeStacksCommand,
  type StackEvent,
  type Tag,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { DeleteParametersCommand, PutParameterCommand } from '@aws-sdk/client-ssm';
import type { RuntimeDriver } from '#shared/provisioning/runtime-driver.ts';
import { driverUnderTest, missingStack, serviceError } from './runtime-stacks.ts';

interface HeldStack {
  readonly name: string;
  readonly tags: readonly Tag[];
  status: string;
  version: string;
  /** The statuses to come: each description of the stack is followed by the next one. */
  coming: string[];
}

/** A resource that fails, with the reason that CloudFormation gives. */
interface Flaw {
  readonly resource: string;
  readonly reason: string;
}

export type StackCall =
  | 'CreateStack'
  | 'UpdateStack'
  | 'DeleteStack'
  | 'DescribeStacks'
  | 'DescribeStackEvents'
  | 'PutParameter'
  | 'DeleteParameters'
  | 'Invoke';

const gone = 'DELETE_COMPLETE';

export interface StackAccount {
  readonly driver: RuntimeDriver;
  stack(): HeldStack | undefined;
  /** The parameters of Systems Manager, by name. */
  readonly parameters: ReadonlyMap<string, string>;
  /** Flaws of the next creations, updates and removals. */
  readonly flaws: { creation?: Flaw; update?: Flaw; removal?: Flaw };
  /** Stacks stay in the status that they have. */
  stuck: boolean;
  /** Follows each wake-up, with the configuration of that moment. */
  agent: (configuration: string) => Promise<void>;
  /** Makes the next answers to a call fail: before it has an effect, or after. */
  fail(call: StackCall, error: Error, options?: { times?: number; afterwards?: boolean }): void;
}

/** An account in which CloudFormation, Systems Manager and Lambda do for one Runtime what they do on AWS, as far as the driver sees it. */
export function stackAccount(): StackAccount {
  const { driver, stacks, parameters: systemsManager, functions } = driverUnderTest();
  const used = new Set<string>();
  const events: StackEvent[] = [];
  const parameters = new Map<string, string>();
  const failures = new Map<StackCall, { error: Error; afterwards: boolean }[]>();
  let held: HeldStack | undefined;
  const account: StackAccount = {
    driver,
    stack: () => held,
    parameters,
    flaws: {},
    stuck: false,
    agent: async () => {},
    fail: (call, error, { times = 1, afterwards = false } = {}) => {
      failures.set(call, Array(times).fill({ error, afterwards }));
    },
  };

  const answer =
    <I>(call: StackCall, effect: (input: I) => unknown) =>
    async (input: I): Promise<unknown> => {
      const failure = failures.get(call)?.shift();
      if (failure && !failure.afterwards) throw failure.error;
      const result = await effect(input);
      if (failure) throw failure.error;
      return result ?? {};
    };

  function use(token = ''): void {
    if (used.has(token)) throw serviceError('TokenAlreadyExistsException', `The client request token ${token} has already been used`);
    used.add(token);
  }

  const happened = (ClientRequestToken: string | undefined, resource: string, ResourceStatus: string, ResourceStatusReason?: string) => {
    const isStack = resource === 'stack';
    const PhysicalResourceId = isStack ? 'arn:stack' : resource.toLowerCase();
    const names = { LogicalResourceId: resource, ResourceType: isStack ? 'AWS::CloudFormation::Stack' : 'AWS::Lambda::Function' };
    const event = { ...names, PhysicalResourceId, ResourceStatus, ResourceStatusReason, ClientRequestToken, StackId: 'arn:stack' };
    events.unshift({ ...event, EventId: String(events.length), StackName: held?.name, Timestamp: new Date(events.length) } as StackEvent);
  };

  function failing(token: string | undefined, flaw: Flaw, status: string, end: string): void {
    happened(token, flaw.resource, status, flaw.reason);
    happened(token, 'Gateway', status, 'Resource creation cancelled');
    happened(token, 'stack', end);
  }

  stacks.on(CreateStackCommand).callsFake(
    answer('CreateStack', ({ StackName: name = '', Tags: tags = [], Parameters = [], ClientRequestToken: token }) => {
      if (held) throw serviceError('AlreadyExistsException', `Stack [${name}] already exists`);
      use(token);
      const version = Parameters.find(({ ParameterKey }: { ParameterKey: string }) => ParameterKey === 'TemplateVersion')?.ParameterValue;
      const { creation } = account.flaws;
      held = { name, tags, status: 'CREATE_IN_PROGRESS', version, coming: ['CREATE_COMPLETE'] };
      if (!creation) return;
      held.coming = ['ROLLBACK_IN_PROGRESS', 'ROLLBACK_COMPLETE'];
      failing(token, creation, 'CREATE_FAILED', 'ROLLBACK_COMPLETE');
    }),
  );

  stacks.on(UpdateStackCommand).callsFake(
    answer('UpdateStack', ({ Parameters = [], ClientRequestToken: token }) => {
      if (!held) throw missingStack;
      if (held.status.endsWith('_IN_PROGRESS'))
        throw serviceError('ValidationError', `Stack is in ${held.status} state and can not be updated`);
      use(token);
      const version = Parameters.find(({ ParameterKey }: { ParameterKey: string }) => ParameterKey === 'TemplateVersion')?.ParameterValue;
      if (version === held.version) throw serviceError('ValidationError', 'No updates are to be performed.');
      const { update } = account.flaws;
      held.status = 'UPDATE_IN_PROGRESS';
      held.coming = update
        ? ['UPDATE_ROLLBACK_IN_PROGRESS', 'UPDATE_ROLLBACK_COMPLETE']
        : ['UPDATE_COMPLETE_CLEANUP_IN_PROGRESS', 'UPDATE_COMPLETE'];
      if (update) failing(token, update, 'UPDATE_FAILED', 'UPDATE_ROLLBACK_COMPLETE');
      else {
        held.version = version;
        happened(token, 'stack', 'UPDATE_COMPLETE');
      }
    }),
  );

  stacks.on(DeleteStackCommand).callsFake(
    answer('DeleteStack', ({ ClientRequestToken: token }) => {
      if (!held) return;
      if (/^UPDATE.*_IN_PROGRESS$/.test(held.status))
        throw serviceError('ValidationError', `cannot be deleted while in status ${held.status}`);
      use(token);
      const { removal } = account.flaws;
      held.status = 'DELETE_IN_PROGRESS';
      held.coming = [removal ? 'DELETE_FAILED' : gone];
      if (removal) failing(token, removal, 'DELETE_FAILED', 'DELETE_FAILED');
    }),
  );

  stacks.on(DescribeStacksCommand).callsFake(
    answer('DescribeStacks', () => {
      if (!held) throw missingStack;
      const { name, tags, status, version } = held;
      const outputs = { AgentFunctionName: 'agent', TemplateVersion: version };
      const Outputs = Object.entries(outputs).map(([OutputKey, OutputValue]) => ({ OutputKey, OutputValue }));
      const described = { StackName: name, StackId: 'arn:stack', CreationTime: new Date(0), StackStatus: status, Tags: tags };
      if (!account.stuck) held.status = held.coming.shift() ?? status;
      if (held.status === gone) held = undefined;
      const isBuilt = /^(CREATE|UPDATE)_/.test(status) && status !== 'CREATE_IN_PROGRESS';
      return { Stacks: [{ ...described, ...(isBuilt && { Outputs }) }] };
    }),
  );

  stacks.on(DescribeStackEventsCommand).callsFake(answer('DescribeStackEvents', () => ({ StackEvents: [...events] })));

  systemsManager
    .on(PutParameterCommand)
    .callsFake(answer('PutParameter', ({ Name = '', Value = '' }) => void parameters.set(Name, Value)))
    .on(DeleteParametersCommand)
    .callsFake(
      answer('DeleteParameters', ({ Names = [] }: { Names?: string[] }) => {
        for (const name of Names) parameters.delete(name);
      }),
    );

  functions
    .on(InvokeCommand)
    .callsFake(answer('Invoke', () => account.agent([...parameters].find(([name]) => name.endsWith('/agent-configuration'))?.[1] ?? '{}')));

  return account;
}
