import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AgentSurroundings, runForever, runOnce } from '#agent/agent.ts';
import type { Limits } from '#agent/control-plane/limits.ts';
import { type AgentControlPlane, agentControlPlane } from './agent-control-plane.ts';

export interface AgentUnderTest {
  readonly plane: AgentControlPlane;
  readonly stateFolder: string;
  readonly configFile: string;
  /** Lines that the agent printed. */
  readonly lines: string[];
  /** The waits, in seconds, that the agent asked for. */
  readonly waits: number[];
  /** Lead of the agent's clock over the control plane's, and the time that has passed for both, in milliseconds. */
  readonly time: { ahead: number; passed: number };
  /** Limits of what the agent takes from the control plane, where they are not the usual. */
  readonly limits: { -readonly [Limit in keyof Limits]?: number };
  /** The environment variables that the agent sees. */
  readonly environment: Record<string, string>;
  configure(values: Record<string, string>): Promise<void>;
  /** Runs one cycle, as `--once`. */
  cycle(): Promise<void>;
  /** Runs the loop, time passing with every wait; before each wait `between` is called, and the loop ends when it says so. */
  loop(between: (waited: number) => boolean | Promise<boolean>): Promise<void>;
  file(name: string): Promise<string>;
  applicationFiles(): Promise<string[]>;
  dispose(): Promise<void>;
}

/** An agent that starts from nothing but a configuration file with a fresh token. Time passes without waiting for it. */
export async function agentUnderTest(random: () => number = () => 0.5): Promise<AgentUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'agent-'));
  const time = { ahead: 0, passed: 0 };
  const plane = await agentControlPlane(join(folder, 'ca.pem'), () => new Date(Date.now() + time.passed));
  const stateFolder = join(folder, 'state');
  const configFile = join(folder, 'config.json');
  const lines: string[] = [];
  const waits: number[] = [];
  let sleep: AgentSurroundings['sleep'] = async () => {};
  const surroundings: AgentSurroundings = {
    now: () => new Date(Date.now() + time.passed + time.ahead),
    random,
    sleep: (milliseconds, signal) => sleep(milliseconds, signal),
    write: (line) => lines.push(line),
  };
  const environment: Record<string, string> = {};
  const limits = {};
  const options = {
    stateFolder,
    sources: { file: configFile, environment, options: {} },
    keyType: 'ec-p256' as const,
    periodSeconds: 20,
    limits,
  };

  async function configure(values: Record<string, string>): Promise<void> {
    const { runtimeId, tenant } = plane.state;
    const base = { CONNECTOR_URL: plane.connectorUrl, RUNTIME_ID: runtimeId, TENANT: tenant, CA_FILE: plane.caFile };
    await writeFile(configFile, JSON.stringify({ ...base, ...values }));
  }

  await configure({ TOKEN: plane.newToken() });
  return {
    plane,
    stateFolder,
    configFile,
    lines,
    waits,
    time,
    limits,
    environment,
    configure,
    cycle: () => runOnce(options, surroundings, new AbortController().signal),
    async loop(between) {
      const stop = new AbortController();
      sleep = async (milliseconds, signal) => {
        // Once stopped, the agent only waits for its own work, with a limit that a test need not reach.
        if (stop.signal.aborted) return void (await once(signal, 'abort'));
        waits.push(milliseconds / 1000);
        time.passed += milliseconds;
        if (!(await between(waits.length))) stop.abort();
      };
      await runForever(options, surroundings, stop.signal);
    },
    file: (name) => readFile(join(stateFolder, name), 'utf8'),
    applicationFiles: async () => (await readdir(join(stateFolder, 'applications'))).sort(),
    async dispose() {
      await plane.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
