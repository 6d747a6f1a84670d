import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDynamoEngine } from '#local/engines/dynoxide.ts';
import { freePort } from '#local/engines/free-port.ts';
import { close, listen } from '#local/http-server.ts';

// A program that took the port meanwhile, and answers as readily as the engine.
const other = createServer((_, response) => response.end('other'));
let folder: string;
let taken: number;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'compass-engine-'));
  taken = await listen(other, 0);
});
afterEach(async () => {
  await close(other);
  await rm(folder, { recursive: true, force: true });
});

describe('the start of the DynamoDB engine', () => {
  it('takes another port if the one that was free is taken meanwhile', async () => {
    const ports = [taken, await freePort()];
    const engine = await startDynamoEngine(folder, undefined, { choosePort: async () => ports.shift() ?? 0 });
    expect(engine.endpoint).not.toContain(String(taken));
    expect(await (await fetch(engine.endpoint)).text()).not.toBe('other');
    await engine.stop();
  });

  it('is refused with the words of the engine if every port is taken', async () => {
    await expect(startDynamoEngine(folder, undefined, { choosePort: async () => taken })).rejects.toThrow(/did not start.*already in use/s);
  });

  it('is given up after its time, and leaves no process', async () => {
    await expect(startDynamoEngine(folder, undefined, { startTimeoutMs: 0 })).rejects.toThrow(/did not answer .* within 0 s/);
  });
});
