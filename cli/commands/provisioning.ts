import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { CliError, messageOf } from '../cli-error.ts';
import { confirmDeletion } from '../confirmation.ts';
import { type Context, contextOf, withExample } from '../context.ts';
import { collected, jsonObject, jsonOrText, positiveInteger } from '../input.ts';
import { memberBy, runtimes } from '../members.ts';
import type { JsonValue } from '../operations/operation.ts';
import { DeprovisionRuntime, ProvisionRuntime, ReconnectRuntime } from '../operations/provisioner.generated.ts';
import { watchOperation } from '../provisioning/watch-operation.ts';
import type { Surroundings } from '../surroundings.ts';

interface WaitOptions {
  readonly wait: boolean;
  readonly timeout: number;
}

interface ProvisionOptions extends WaitOptions {
  readonly description?: string;
  readonly driver?: string;
  readonly parameters?: string;
  readonly formation?: readonly string[];
}

/** Seconds: the workflow itself ends within the longest times that its parameters allow. */
const defaultTimeoutSeconds = 6 * 3600;

export function addProvisioningCommands(program: Command, surroundings: Surroundings): void {
  const provision = waitOptions(
    program
      .command('provision <name>')
      .description('Has a Runtime built by a driver, and shows how far it is until it is connected.')
      .option('--driver <name>', 'what builds it; may be left out where there is one only')
      .option('--parameters <json>', 'what the driver needs: a JSON object, or @file')
      .option('--formation <name>', 'a formation that the Runtime is put into; may be repeated', collected)
      .option('--description <text>', 'what it is'),
  ).action((name: string, options: ProvisionOptions, command: Command) => provisionRuntime(name, options, command, surroundings));
  withExample(provision, 'compass provision laptop --driver process --formation demo');
  const reconnect = waitOptions(
    program
      .command('reconnect <runtime>')
      .description('Gives the Agent of a Runtime that was provisioned a fresh token, so that it comes back as the same Runtime.'),
  ).action(async (reference: string, options: WaitOptions, command: Command) => {
    const context = await contextOf(command, surroundings);
    const { id } = await memberBy(runtimes, reference, context.api);
    const { started } = await context.api.send(ReconnectRuntime, { id });
    await finish({ operationId: started, runtimeId: id }, options, context);
  });
  withExample(reconnect, 'compass reconnect laptop');
  const deprovision = waitOptions(
    program
      .command('deprovision <runtime>')
      .description('Removes a Runtime that was provisioned, with what was built for it.')
      .option('--yes', 'do not ask'),
  ).action(async (reference: string, options: WaitOptions & { yes?: boolean }, command: Command) => {
    const context = await contextOf(command, surroundings);
    const { id, name } = await memberBy(runtimes, reference, context.api);
    await confirmDeletion('Runtime', name, options, surroundings);
    const { started } = await context.api.send(DeprovisionRuntime, { id });
    await finish({ operationId: started, runtimeId: id }, options, context);
  });
  withExample(deprovision, 'compass deprovision laptop --yes');
}

const waitOptions = (command: Command): Command =>
  command
    .option('--no-wait', 'only start it, and print the id of the operation')
    .option('--timeout <seconds>', 'wait at most so long; the operation goes on', positiveInteger, defaultTimeoutSeconds);

async function provisionRuntime(name: string, options: ProvisionOptions, command: Command, surroundings: Surroundings): Promise<void> {
  const { description, driver, formation } = options;
  const parameters = options.parameters === undefined ? undefined : await parametersIn(options.parameters, surroundings);
  const context = await contextOf(command, surroundings);
  const input = { runtimeInput: { name, description }, driver, parameters, formations: formation };
  const { started } = await context.api.send(ProvisionRuntime, { in: input }, { headers: { 'Idempotency-Key': randomUUID() } });
  if (!started?.id || !started.runtimeID) throw new CliError('failed', 'The control plane names no operation.');
  await finish({ operationId: started.id, runtimeId: started.runtimeID }, options, context);
}

async function parametersIn(text: string, { folder }: Surroundings): Promise<JsonValue> {
  if (!text.startsWith('@')) return checkedParameters(text);
  const content = await readFile(resolve(folder, text.slice(1)), 'utf8').catch((cause: unknown) => {
    throw new CliError('usage', `The file of the parameters cannot be read: ${messageOf(cause)}`, { cause });
  });
  return checkedParameters(content);
}

function checkedParameters(text: string): JsonValue {
  try {
    return jsonObject(text);
  } catch (cause) {
    const got = typeof jsonOrText(text) === 'string' ? 'text' : 'another JSON value';
    throw new CliError('usage', `The parameters must be a JSON object, and are ${got}.`, {
      advice: '--parameters \'{ "name": 1 }\' or @file',
      cause,
    });
  }
}

interface Started {
  readonly operationId: string;
  readonly runtimeId: string;
}

async function finish(started: Started, { wait, timeout }: WaitOptions, { api, print, surroundings }: Context): Promise<void> {
  if (!wait) {
    print.object(started, { operation: started.operationId, runtime: started.runtimeId });
    return;
  }
  const operation = await watchOperation(started, timeout * 1000, { api, surroundings, note: print.note });
  print.object(operation, { operation: operation.id, runtime: started.runtimeId, state: operation.state });
}
