import * as z from 'zod';
import type { Administrator } from '../demo/administrator.ts';
import { eventually } from '../demo/eventually.ts';
import { check } from '../demo/step-reporter.ts';

const operation = z.object({ state: z.string(), lastError: z.object({ errMessage: z.string().nullish() }).nullish() });

/** Waits for the end of an operation of the Provisioner, and throws if it failed. */
export async function operationSucceeds({ provisioner }: Administrator, id: string): Promise<void> {
  const ended = await eventually('the end of the operation', async () => {
    const query = 'query ($id: String!) { result: runtimeOperationStatus(id: $id) { state lastError { errMessage } } }';
    const found = await provisioner(query, operation, { id });
    return ['Succeeded', 'Failed'].includes(found.state) ? found : undefined;
  });
  check(ended.state === 'Succeeded', `the operation to succeed: ${ended.lastError?.errMessage}`);
}
