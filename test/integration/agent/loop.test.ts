import { writeFileSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AgentUnderTest, agentUnderTest } from '#test/support/agent-under-test.ts';
import { validFor } from '#test/support/test-certificate-authority.ts';

let agent: AgentUnderTest;
beforeEach(async () => {
  agent = await agentUnderTest();
});
afterEach(() => agent.dispose());

describe('the loop', () => {
  it('polls with its own period where the server names none', async () => {
    await agent.loop((waited) => waited < 2);
    expect(agent.waits).toEqual([20, 20]);
  });

  it('polls with the period that the Director names', async () => {
    agent.plane.state.pollAfter = '180';
    await agent.loop((waited) => waited < 2);
    expect(agent.waits).toEqual([180, 180]);
  });

  it('comes back in time to renew a certificate that does not last as long as the period', async () => {
    agent.plane.state.pollAfter = '3600';
    agent.plane.state.validity = validFor(1 / 48);
    await agent.loop((waited) => waited < 10);
    expect(agent.waits.every((wait) => wait <= 600)).toBe(true);
    expect(agent.plane.lineages.pairings).toBe(1);
    expect(agent.lines.filter((line) => line.includes('cycle failed'))).toEqual([]); //X
  });

  it('backs off while the control plane is away and is back at work when it returns', async () => {
    await agent.loop((waited) => {
      agent.plane.state.away = waited >= 1 && waited < 5;
      return waited < 6;
    });
    expect(agent.waits).toEqual([20, 1, 2, 4, 8, 20]);
    expect(agent.plane.count('applicationsForRuntime')).toBe(2);
  });

  it('comes back in time to renew its certificate, though the control plane asks it to stay away for a day', async () => {
    agent.plane.state.validity = validFor(1 / 4);
    await agent.loop((waited) => {
      agent.plane.state.intercepts = (_, response) => {
        if (waited !== 1) return false;
        response.writeHead(503, { 'retry-after': '86400' }).end();
        return true;
      };
      return waited < 12;
    });
    expect(Math.max(...agent.waits)).toBeGreaterThan(3600);
    expect(Math.max(...agent.waits)).toBeLessThanOrEqual(7200);
    expect(agent.plane.lineages.pairings).toBe(1);
    expect(agent.lines.at(-1)).toMatch(/agent stopped/);
  });

  it('goes on backing off after a restart, and tries at once', async () => {
    agent.plane.state.away = true;
    await agent.loop((waited) => waited < 3);
    await agent.loop((waited) => waited < 4);
    expect(agent.waits).toEqual([1, 2, 4, 8]);
  });

  it('takes up a new token that is written while it runs', async () => {
    const token = agent.plane.newToken();
    await agent.configure({ TOKEN: 'dead-token' });
    const config = JSON.stringify({
      CONNECTOR_URL: agent.plane.connectorUrl,
      RUNTIME_ID: agent.plane.state.runtimeId,
      TENANT: agent.plane.state.tenant,
      CA_FILE: agent.plane.caFile,
      TOKEN: token,
    });
    await agent.loop((waited) => {
      writeFileSync(agent.configFile, config);
      return waited < 2;
    });
    expect(agent.plane.count('applicationsForRuntime')).toBe(1);
  });

  it('retries a failed apply in the next cycle without stopping to fetch', async () => {
    agent.plane.state.applications = [{ id: 'a1', name: 'mp-shop' }];
    await mkdir(agent.stateFolder, { recursive: true });
    const blocked = join(agent.stateFolder, 'applications');
    await writeFile(blocked, 'a file where a folder should be');
    await expect(agent.cycle()).rejects.toThrow('the applications could not be applied');
    expect(agent.plane.count('applicationsForRuntime')).toBe(1);
    await rm(blocked);
    await agent.cycle();
    expect(await agent.applicationFiles()).toEqual(['mp-shop.json']);
  });

  it('ends on a signal, with a line that says so', async () => {
    await agent.loop(() => false);
    expect(agent.lines.at(-1)).toMatch(/info agent stopped$/);
  });
});
