import { join } from 'node:path';
import type { ClientCheck } from '../client-check.ts';
import { pythonWith } from './environment.ts';

/** Checks the sentences of docs/receiving-webhooks.md about the library of PyPI. A new version that behaves in another way fails it. */
export const pythonTraps: ClientCheck = {
  name: 'Python: traps of webhook libraries',
  commands: ['python3'],
  run: async ({ folder }) => {
    const python = await pythonWith(folder, ['standardwebhooks==1.1.0']);
    await python(join(import.meta.dirname, 'webhook_traps.py'));
    return 'standardwebhooks throws what the page says';
  },
};
