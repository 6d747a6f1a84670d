import { ListSecretsCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import type { Cast } from '../demo/configuration.ts';
import type { Stage } from '../demo/stage.ts';
import { check } from '../demo/step-reporter.ts';
import { operationSucceeds } from './operation.ts';
import type { EmulatedSystem } from './system.ts';

/** Deprovisions the Runtime by its workflow and checks that nothing is left. */
export async function playDeprovisioning(
  { step, administrator }: Stage,
  { runtime }: Cast,
  { emulator, deployment }: EmulatedSystem,
): Promise<void> {
  await step('deprovisioning', 1, 'the workflow removes the Runtime', async () => {
    const id = await administrator.provisioner('mutation ($id: String!) { result: deprovisionRuntime(id: $id) }', z.string(), {
      id: runtime.id,
    });
    await operationSucceeds(administrator, id);
  });
  await step('deprovisioning', 2, 'its folder, its registration and its secret are gone', async () => {
    check(!(await runtime.folder.exists().catch(() => false)), 'no folder of the Runtime');
    const found = await administrator
      .director('query ($id: ID!) { result: runtime(id: $id) { id } }', z.unknown(), { id: runtime.id })
      .catch(() => null);
    check(!found, 'no Runtime in the Director');
    const { SecretList = [] } = await new SecretsManagerClient(emulator.client).send(new ListSecretsCommand({}));
    const left = SecretList.filter(
      ({ Name = '', DeletedDate }) => Name.startsWith(`${deployment.prefix}/agent-configuration/`) && !DeletedDate,
    );
    check(left.length === 0, 'no secret of an Agent');
  });
}
