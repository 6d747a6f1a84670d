import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { describe, expect, inject, it } from 'vitest';

const dataFolder = inject('dataFolder');

/** The session of the README, on the running system in place of one in `.compass`. */
async function session(): Promise<string> {
  const readme = await readFile('README.md', 'utf8');
  const [, script = ''] = /## A first session\n.*?```sh\n(.*?)```/s.exec(readme) ?? [];
  // A terminal ends `npx` together with what it started; a shell without one would leave that running.
  return script.replaceAll('.compass/', `${dataFolder}/`).replaceAll('npx node', process.execPath);
}

describe('the first session of the README', () => {
  it('connects a Runtime, delivers a webhook and sends an event, and can be pasted again', { timeout: 300_000 }, async () => {
    const script = await session();
    for (let pasted = 0; pasted < 2; pasted += 1) {
      const { stdout, stderr } = await promisify(execFile)('bash', ['-c', script], { timeout: 140_000 });
      expect(stdout).toContain('{"lastOperationStatus":{"state":"Succeeded"},"runtimeConnectionStatus":{"status":"Connected"}}');
      expect(stdout).toMatch(/\{"eventType":"RuntimeEventingUrlChanged","attempts":\[\{"status":204\}\]\}/);
      expect(stdout).toMatch(/"condition":"CONNECTED"\},"eventingConfiguration":\{"defaultURL":"https:/);
      expect(stdout).toContain('"type":"order.placed.v1"');
      expect(stdout + stderr).not.toMatch(/NotUniqueName|No such file|\[\{"message"/);
    }
  });
});
