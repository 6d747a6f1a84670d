import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClientCheck } from '../client-check.ts';
import { command } from '../command.ts';

/** Checks the sentences of docs/receiving-webhooks.md about libraries of npm. A new version that behaves in another way fails it. */
export const javascriptTraps: ClientCheck = {
  name: 'JavaScript: traps of webhook libraries',
  commands: ['node', 'npm'],
  run: async ({ folder }) => {
    await command('npm', ['install', 'standardwebhooks@1.1.1', 'cloudevents@10.0.0', 'svix@2.5.0'], { cwd: folder });
    // A program finds its packages beside itself.
    await copyFile(join(import.meta.dirname, 'webhook-traps.mjs'), join(folder, 'webhook-traps.mjs'));
    await command('node', ['webhook-traps.mjs'], { cwd: folder });
    return 'standardwebhooks, svix and cloudevents refuse and return what the page says';
  },
};
