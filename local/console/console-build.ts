import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { digestOfSources, recordedSources } from './console-sources.ts';

export type BuildState =
  | { readonly state: 'ready'; readonly digest: string }
  | { readonly state: 'building' }
  | { readonly state: 'failed'; readonly output: string };

export interface ConsoleBuild {
  /** The state of the build of the sources as they are now. Begins to build them if there is none, and waits for nothing. */
  current(): Promise<BuildState>;
  stop(): Promise<void>;
}

interface Parts {
  readonly sources: string;
  readonly dist: string;
  /** The folder that is built into, on the same disk as `dist`. */
  readonly workFolder: string;
  /** Builds into a folder; throws an Error with what the builder printed. */
  readonly build: (folder: string, signal: AbortSignal) => Promise<void>;
}

/** The build of the console, which the first request begins: a start of the system does without it. */
export function consoleBuild({ sources, dist, workFolder, build }: Parts): ConsoleBuild {
  const ended = new AbortController();
  let running: Promise<void> | undefined;
  let failed: { readonly digest: string; readonly output: string } | undefined;

  const run = async (): Promise<void> => {
    await mkdir(dirname(workFolder), { recursive: true });
    await build(workFolder, ended.signal);
    // Another system on this checkout may have done the same meanwhile; its build is as good.
    await rm(dist, { recursive: true, force: true });
    await rename(workFolder, dist);
  };
  const begin = (digest: string): void => {
    running = run()
      .catch(async (error: unknown) => {
        if ((await recordedSources(dist)) !== digest) failed = { digest, output: error instanceof Error ? error.message : String(error) };
        await rm(workFolder, { recursive: true, force: true });
      })
      .finally(() => {
        running = undefined;
      });
  };

  return {
    current: async () => {
      const digest = await digestOfSources(sources);
      if (running) return { state: 'building' };
      if ((await recordedSources(dist)) === digest) return { state: 'ready', digest };
      if (failed?.digest === digest) return { state: 'failed', output: failed.output };
      if (!running) begin(digest);
      return { state: 'building' };
    },
    stop: async () => {
      ended.abort();
      await running;
    },
  };
}
