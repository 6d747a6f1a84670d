import { GetFunctionConfigurationCommand, LambdaClient, UpdateFunctionConfigurationCommand } from '@aws-sdk/client-lambda';
import * as z from 'zod';
import { stackSettings } from '#shared/provisioning/drivers/stack-settings.ts';
import { refusalOf } from '../demo/administrator.ts';
import type { Stage } from '../demo/stage.ts';
import { check } from '../demo/step-reporter.ts';
import { operationSucceeds } from './operation.ts';
import type { RuntimeAccount } from './runtime-account.ts';
import type { EmulatedSystem } from './system.ts';

const known = z.object({
  infrastructure: z.object({ templateVersion: z.string(), stackID: z.string() }),
});

/** Plays upgrades of a Runtime that is a stack: one without a newer version, one that fails, and one to a newer version. */
export async function playRuntimeUpgrade(
  { step, administrator }: Stage,
  system: EmulatedSystem,
  account: Pick<RuntimeAccount, 'outputs'>,
  id: string,
): Promise<void> {
  const status = () =>
    administrator.provisioner(
      'query ($id: String!) { result: runtimeStatus(id: $id) { infrastructure { templateVersion stackID } } }',
      known,
      { id },
    );
  const upgrade = async () => {
    const mutation = 'mutation ($id: String!) { result: upgradeRuntime(id: $id) { id } }';
    await operationSucceeds(administrator, (await administrator.provisioner(mutation, z.object({ id: z.string() }), { id })).id);
  };
  const publish = await publisher(system);
  const before = await status();
  await step('runtime-upgrade', 1, 'an upgrade changes nothing while the deployment has no newer version', async () => {
    await upgrade();
    check(JSON.stringify(await status()) === JSON.stringify(before), 'the same status of the Runtime');
  });
  await step('runtime-upgrade', 2, 'an upgrade that fails leaves the Runtime as it was', async () => {
    await publish({ TemplateVersion: 'broken', GatewayCodeKey: 'missing.zip' });
    await refusalOf(upgrade());
    const { TemplateVersion } = await account.outputs();
    check(TemplateVersion === before.infrastructure.templateVersion, `the version of before, not ${TemplateVersion}`);
    check(JSON.stringify(await status()) === JSON.stringify(before), 'the same status of the Runtime');
  });
  await step('runtime-upgrade', 3, 'an upgrade moves the stack to the newest version', async () => {
    await publish({ TemplateVersion: 'newer' });
    await upgrade();
    const { infrastructure } = await status();
    check(infrastructure.templateVersion === 'newer', `the newer version, not ${infrastructure.templateVersion}`);
    check(infrastructure.stackID === before.infrastructure.stackID, 'the same stack');
    check((await account.outputs()).TemplateVersion === 'newer', 'the newer version as output of the stack');
  });
}

/** Gives the steps of an upgrade other parameters of the published template, as a deployment of another version does. */
async function publisher({ emulator, deployment: { prefix } }: EmulatedSystem) {
  const client = new LambdaClient(emulator.client);
  const names = ['upgrade-infrastructure', 'check-upgrade'].map((step) => `${prefix}-${step}`);
  const variables = await Promise.all(
    names.map(async (FunctionName) => {
      const { Environment } = await client.send(new GetFunctionConfigurationCommand({ FunctionName }));
      return { FunctionName, deployed: Environment?.Variables ?? {} };
    }),
  );
  return async (changed: Readonly<Record<string, string>>): Promise<void> => {
    for (const { FunctionName, deployed } of variables) {
      const { parameters, ...settings } = stackSettings.parse(JSON.parse(deployed.RUNTIME_STACKS ?? ''));
      const RUNTIME_STACKS = JSON.stringify({ ...settings, parameters: { ...parameters, ...changed } });
      const Environment = { Variables: { ...deployed, RUNTIME_STACKS } };
      await client.send(new UpdateFunctionConfigurationCommand({ FunctionName, Environment }));
    }
  };
}
