import {
  CreateStackCommand,
  DeleteStackCommand,
  DescribeStacksCommand,
  type Stack,
  UpdateStackCommand,
} from '@aws-sdk/client-cloudformation';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import type { S3Client } from '@aws-sdk/client-s3';
import { DeleteParametersCommand, PutParameterCommand } from '@aws-sdk/client-ssm';
import { AppError } from '#shared/core/errors.ts';
import type { AgentConfiguration } from '#shared/provisioning/agent-configuration.ts';
import { cloudFormationParameters } from '#shared/provisioning/drivers/cloudformation-parameters.ts';
import { chosenTarget, type RuntimeTarget, type RuntimeTargets, targetsOf } from '#shared/provisioning/drivers/runtime-targets.ts';
import type { StackSettings } from '#shared/provisioning/drivers/stack-settings.ts';
import type { BuiltStack, Checked, Progress, RuntimeDriver, RuntimeEnvironment } from '#shared/provisioning/runtime-driver.ts';
import {
  agentConfigurationParameter,
  agentSealingKeyParameter,
  runtimeStackName,
  runtimeTags,
  wakeAgent,
} from '#shared/provisioning/runtime-template-contract.ts';
import { builtStack } from './built-stack.ts';
import { type Publication, publishCode, publishedCode } from './published-code.ts';
import { newestVersion, noTruststore, publishTruststore, truststoreOf } from './published-truststore.ts';
import type { ClientsOf, StackClients } from './stack-clients.ts';
import { driverError, isChanging, isKnownToken, isMissingStack, isUpToDate } from './stack-errors.ts';
import { failuresOf, hasUpdated } from './stack-failures.ts';
import { stackParameters } from './stack-parameters.ts';
import { meaningOf, type Outcome } from './stack-statuses.ts';

interface Deps {
  readonly settings: StackSettings;
  readonly targets: RuntimeTargets;
  readonly clientsOf: ClientsOf;
  /** Reads the published code in the account of the control plane. */
  readonly published: S3Client;
}

/** One call of the driver, with everything that its requests need. */
interface Call extends StackClients {
  readonly environment: RuntimeEnvironment;
  readonly target: RuntimeTarget;
  readonly stackName: string;
  readonly options: { readonly abortSignal: AbortSignal };
}

/** All requests of a step end before the function that runs it does. */
const stepTimeoutMs = 25_000;

/** Builds each Runtime as a stack of CloudFormation. */
export function cloudFormationDriver(deps: Deps): RuntimeDriver {
  const step =
    <A extends unknown[], T>(run: (call: Call, ...more: A) => Promise<T>) =>
    async (environment: RuntimeEnvironment, ...more: A): Promise<T> =>
      run(await callFor(environment, deps), ...more);

  return {
    provision: step((call) => createStack(call, deps)),
    check: step((call) => creationOf(call, deps.settings)),
    configure: step(configure),
    forgetToken: step(forgetToken),
    upgrade: step((call) => updateStack(call, deps)),
    checkUpgraded: step((call) => upgradeOf(call, deps)),
    remove: step(remove),
    checkRemoved: step(async (call) => {
      const stack = await findOwn(call);
      if (stack) return outcomeOf(call, stack, 'removed');
      await deleteParameters(call);
      return 'ready';
    }),
  };
}

async function callFor(environment: RuntimeEnvironment, { settings, targets, clientsOf }: Deps): Promise<Call> {
  const { tenant, runtimeId } = environment;
  const target = targetOf(environment, targets);
  const abortSignal = AbortSignal.timeout(stepTimeoutMs);
  const clients = await clientsOf(tenant, target, abortSignal).catch(failed('STS'));
  return { ...clients, environment, target, stackName: runtimeStackName(settings.prefix, runtimeId), options: { abortSignal } };
}

/** The target is looked up again in every step: the settings may have changed since the request was checked. */
function targetOf({ tenant, parameters }: RuntimeEnvironment, targets: RuntimeTargets): RuntimeTarget {
  const asked = cloudFormationParameters.pick({ account: true, region: true }).parse(parameters);
  const chosen = chosenTarget(asked, targetsOf(tenant, targets));
  if ('target' in chosen) return chosen.target;
  throw new AppError(
    'DriverFailed',
    `the tenant has no target ${asked.account} ${asked.region} any more: the operator of this deployment can give it back`,
  );
}

const failed =
  (service: string) =>
  (error: unknown): never => {
    throw driverError(service, error);
  };

const publicationOf = ({ target, objects, options }: Call, { settings, published }: Deps): Publication => ({
  settings,
  target,
  published,
  objects,
  ...options,
});

const hasDomain = ({ environment }: Call): boolean => Boolean(cloudFormationParameters.parse(environment.parameters).eventsDomainName);

/** The newest template and parameters, once template, code and truststore are there for the target. */
async function publishedTo(call: Call, deps: Deps) {
  const publication = publicationOf(call, deps);
  const version = hasDomain(call) ? await newestVersion(publication) : undefined;
  await publishCode(publication);
  if (version !== undefined) await publishTruststore(publication, version);
  return templateOf(call, deps, version);
}

/** Template and parameters with a version of the truststore; without one for a Runtime that has no domain. */
function templateOf(call: Call, deps: Deps, version: string | undefined) {
  const { environment, target } = call;
  const truststore = version === undefined ? noTruststore : truststoreOf(publicationOf(call, deps), version);
  return stackParameters(environment, target, deps.settings, publishedCode(deps.settings, target), truststore);
}

/** Everything that a stack is made and changed with. */
async function requestOf(call: Call, deps: Deps) {
  const { environment, stackName } = call;
  const { tenant, runtimeId, operationId } = environment;
  return {
    StackName: stackName,
    ...(await publishedTo(call, deps).catch(failed('S3'))),
    ClientRequestToken: operationId,
    Capabilities: ['CAPABILITY_NAMED_IAM' as const],
    Tags: [
      { Key: runtimeTags.tenant, Value: tenant },
      { Key: runtimeTags.runtime, Value: runtimeId },
    ],
  };
}

async function createStack(call: Call, deps: Deps): Promise<void> {
  const { cloudFormation, stackName, options } = call;
  // The failed stack stays until it is removed, without resources, because its events say what failed.
  const command = new CreateStackCommand({ ...(await requestOf(call, deps)), OnFailure: 'ROLLBACK' });
  try {
    await cloudFormation.send(command, options);
  } catch (error) {
    if (!/AlreadyExists/.test((error as Error).name)) throw driverError('CloudFormation', error);
    if (!(await findOwn(call))) throw foreign(stackName);
  }
}

/** A stack that has the newest version already stays as it is. */
async function updateStack(call: Call, deps: Deps): Promise<void> {
  const { cloudFormation, stackName, options } = call;
  if (!(await findOwn(call))) throw new AppError('DriverFailed', `the stack ${stackName} does not exist`);
  const command = new UpdateStackCommand(await requestOf(call, deps));
  await cloudFormation.send(command, options).catch((error) => {
    if (isUpToDate(error) || isKnownToken(error)) return;
    if (isChanging(error)) throw changing(stackName, error);
    throw driverError('CloudFormation', error);
  });
}

async function creationOf(call: Call, settings: StackSettings): Promise<Checked> {
  const stack = await findOwn(call);
  return (await outcomeOf(call, stack, 'built')) === 'ready' ? builtOf(call, stack, settings) : 'pending';
}

/** A stack is described as it was before until its update has begun. Its newest state, or an event of this operation, says that it has ended. */
async function upgradeOf(call: Call, deps: Deps): Promise<Checked> {
  const { settings } = deps;
  const stack = await findOwn(call);
  const { built, upgraded } = meaningOf(stack?.StackStatus ?? '');
  if (built === 'ready' && upgraded !== 'pending' && (await isNewest(call, deps, stack))) return builtOf(call, stack, settings);
  if ((await outcomeOf(call, stack, 'upgraded')) === 'pending') return 'pending';
  const { cloudFormation, environment, stackName, options } = call;
  const updated = hasUpdated(cloudFormation, stackName, environment.operationId, options.abortSignal).catch(failed('CloudFormation'));
  return (await updated) ? builtOf(call, stack, settings) : 'pending';
}

/** Compares version and parameters: an update may change the parameters alone, as by a new truststore. */
async function isNewest(call: Call, deps: Deps, { Outputs = [], Parameters = [] }: Partial<Stack> = {}): Promise<boolean> {
  const version = Outputs.find(({ OutputKey }) => OutputKey === 'TemplateVersion')?.OutputValue;
  if (version !== deps.settings.parameters.TemplateVersion) return false;
  const truststore = hasDomain(call) ? await newestVersion(publicationOf(call, deps)).catch(failed('S3')) : undefined;
  const { Parameters: newest = [] } = templateOf(call, deps, truststore);
  const values = new Map(newest.map(({ ParameterKey, ParameterValue }) => [ParameterKey, ParameterValue]));
  return Parameters.every(({ ParameterKey, ParameterValue }) => values.get(ParameterKey) === ParameterValue);
}

const builtOf = ({ target }: Call, stack: Stack | undefined, { partition }: StackSettings): BuiltStack | 'ready' =>
  stack ? builtStack(stack, partition, target.region) : 'ready';

async function configure(call: Call, configuration: AgentConfiguration): Promise<void> {
  const { functions, stackName, options } = call;
  const stack = await findOwn(call);
  const agent = stack?.Outputs?.find(({ OutputKey }) => OutputKey === 'AgentFunctionName')?.OutputValue;
  if (!agent) throw new AppError('DriverFailed', `the stack ${stackName} has no Runtime Agent`);
  await writeConfiguration(call, configuration);
  const wake = { FunctionName: agent, InvocationType: 'Event', Payload: Buffer.from(JSON.stringify(wakeAgent)) } as const;
  await functions.send(new InvokeCommand(wake), options).catch(failed('Lambda'));
}

async function forgetToken(call: Call): Promise<void> {
  if (await findOwn(call)) await writeConfiguration(call, {});
}

/** The parameter is never deleted while the stack lives: Systems Manager asks for a pause before one of the same name. */
async function writeConfiguration({ parameters, stackName, options }: Call, configuration: Partial<AgentConfiguration>): Promise<void> {
  const Name = agentConfigurationParameter(stackName);
  const Description = 'What a Runtime Agent needs to pair; empty once it has paired';
  const secret = { Name, Description, Value: JSON.stringify(configuration), Type: 'SecureString', Overwrite: true } as const;
  await parameters.send(new PutParameterCommand(secret), options).catch(failed('Systems Manager'));
}

/** The parameters go even where there is no stack: an earlier removal may have ended between the two. */
async function remove(call: Call): Promise<void> {
  const { cloudFormation, environment, stackName, options } = call;
  if (await findOwn(call)) {
    const command = new DeleteStackCommand({ StackName: stackName, ClientRequestToken: removalToken(environment) });
    await cloudFormation.send(command, options).catch((error) => {
      if (isKnownToken(error)) return;
      if (isChanging(error)) throw changing(stackName, error);
      throw driverError('CloudFormation', error);
    });
  }
  await deleteParameters(call);
}

/** Deletes the parameters that are no part of the stack. The Agent may write its own again while it lives, so that they go a second time after it. */
async function deleteParameters({ parameters, stackName, options }: Call): Promise<void> {
  const Names = [agentConfigurationParameter(stackName), agentSealingKeyParameter(stackName)];
  await parameters.send(new DeleteParametersCommand({ Names }), options).catch(failed('Systems Manager'));
}

/** The stack of the Runtime; undefined if there is none. A stack of that name without our tags is another's, and stays untouched. */
async function findOwn({ cloudFormation, environment, stackName, options }: Call): Promise<Stack | undefined> {
  try {
    const { Stacks: [stack] = [] } = await cloudFormation.send(new DescribeStacksCommand({ StackName: stackName }), options);
    return stack && isOf(stack, environment) ? stack : undefined;
  } catch (error) {
    if (isMissingStack(error)) return undefined;
    throw driverError('CloudFormation', error);
  }
}

function isOf({ Tags = [] }: Stack, { tenant, runtimeId }: RuntimeEnvironment): boolean {
  const has = (key: string, value: string) => Tags.some(({ Key, Value }) => Key === key && Value === value);
  return has(runtimeTags.tenant, tenant) && has(runtimeTags.runtime, runtimeId);
}

/** A provisioning that fails removes its stack: the token of its creation does not work a second time. */
const removalToken = ({ operationId }: RuntimeEnvironment): string => `${operationId}-removal`;

const changing = (stackName: string, cause: unknown): AppError =>
  new AppError('DriverUnavailable', `the stack ${stackName} is changing`, { cause });

const foreign = (stackName: string): AppError =>
  new AppError('DriverFailed', `there is a stack ${stackName} already, which does not have the tags of this Runtime`);

/** Throws DriverFailed with the first resource that failed, and those that could not be removed. */
async function outcomeOf(call: Call, stack: Stack | undefined, aim: 'built' | 'upgraded' | 'removed'): Promise<Progress> {
  const { stackName } = call;
  if (!stack) throw new AppError('DriverFailed', `the stack ${stackName} does not exist any more`);
  const { StackStatus = '' } = stack;
  const outcome: Outcome = meaningOf(StackStatus)[aim];
  if (outcome !== 'failed') return outcome;
  const { cloudFormation, environment, options } = call;
  const token = aim === 'removed' ? removalToken(environment) : environment.operationId;
  const failures = await failuresOf(cloudFormation, stackName, token, options.abortSignal).catch(failed('CloudFormation'));
  // The status of an earlier operation is seen until this one has begun.
  if (aim !== 'built' && !failures) return 'pending';
  throw new AppError('DriverFailed', failureText(stack, failures));
}

function failureText({ StackName, StackStatus, StackStatusReason }: Stack, failures: Awaited<ReturnType<typeof failuresOf>>): string {
  const { first = StackStatusReason, left = [] } = failures ?? {};
  const removed = left.filter((resource) => resource !== first);
  const rest = removed.length > 0 ? `; these could not be removed: ${removed.join('; ')}` : '';
  return `the stack ${StackName} is ${StackStatus}: ${first ?? 'CloudFormation gives no reason'}${rest}`;
}
