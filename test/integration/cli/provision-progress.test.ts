import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCompass } from '#test/support/command-line.ts';

let server: Server;
let folder: string;
/** Answers to the question for the operation, the last one for good. */
let operations: object[];

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const { query } = JSON.parse(Buffer.concat(await request.toArray()).toString());
    response.end(JSON.stringify({ data: answerTo(query) }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  folder = await mkdtemp(join(tmpdir(), 'compass-progress-'));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await runCompass(['login', '--url', url, '--tenant', 't1', '--with-token'], { folder, stdin: 'x' });
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true, force: true });
});

function answerTo(query: string): object {
  if (query.includes('provisionRuntime(')) return { started: { id: 'o1', runtimeID: 'r1' } };
  if (query.includes('runtimeStatus(')) return { runtime: { infrastructure: null, runtimeConnectionStatus: { status: 'Pending' } } };
  return { operation: operations.length > 1 ? operations.shift() : operations[0] };
}

const at = (second: number): string => new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString();
const step = (name: string, from: number, to?: number, error: string | null = null) => ({
  name,
  state: error === null ? (to === undefined ? 'InProgress' : 'Succeeded') : 'Failed',
  startedAt: at(from),
  finishedAt: to === undefined ? null : at(to),
  error,
});
const operation = (state: string, message: string, steps: readonly object[], lastError: object | null = null) => ({
  id: 'o1',
  operation: 'Provision',
  state,
  message,
  runtimeID: 'r1',
  lastError,
  steps,
});

const provision = async () => {
  const { code, stderr } = await runCompass(['provision', 'desk'], { folder, pause: async () => undefined });
  return { code, lines: stderr.split('\n').map((line) => line.replace(/^\d\d:\d\d {2}/, '')) };
};

describe('compass provision', () => {
  it('shows each step once as it runs and once as it has ended, and the end last', async () => {
    operations = [
      operation('Pending', 'Provisioning started', []),
      operation('InProgress', 'Provisioning started', [step('RegisterRuntime', 0)]),
      operation('InProgress', 'Provisioning started', [step('RegisterRuntime', 0, 2), step('ObtainToken', 2)]),
      operation('InProgress', 'Provisioning started', [step('RegisterRuntime', 0, 2), step('ObtainToken', 2)]),
      operation('Succeeded', 'Operation succeeded', [step('RegisterRuntime', 0, 2), step('ObtainToken', 2, 9)]),
    ];
    const { code, lines } = await provision();
    expect(code).toBe(0);
    expect(lines).toEqual([
      'Provisioning started',
      'Agent: Pending',
      'RegisterRuntime: running',
      'RegisterRuntime: done in 2 s',
      'ObtainToken: running',
      'ObtainToken: done in 7 s',
      'Operation succeeded',
      '',
    ]);
  });

  it('shows the step that failed and the clean-up, then the reason and what to do', async () => {
    const lastError = { errMessage: 'CheckInfrastructure: no capacity', reason: 'DriverFailed', component: 'CheckInfrastructure' };
    operations = [
      operation(
        'Failed',
        'Operation failed at CheckInfrastructure',
        [step('ProvisionInfrastructure', 0, 60, 'no capacity'), step('UndoInfrastructure', 60, 90)],
        lastError,
      ),
    ];
    const { code, lines } = await provision();
    expect(code).toBe(1);
    expect(lines.slice(0, 3)).toEqual([
      'ProvisionInfrastructure: failed after 60 s: no capacity',
      'UndoInfrastructure: done in 30 s',
      'error: The operation failed at the step CheckInfrastructure: no capacity (DriverFailed).',
    ]);
    expect(lines[3]).toContain('The message is that of the driver');
  });
});
