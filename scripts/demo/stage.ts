import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalDescription } from '#local/local-description.ts';
import { type Administrator, administratorOf } from './administrator.ts';
import type { Step } from './step-reporter.ts';

/** The surroundings of all parts of the demo. */
export interface Stage {
  readonly step: Step;
  readonly system: LocalDescription;
  readonly administrator: Administrator;
  /** PEM of the certificate authority of this machine. */
  readonly caCertificate: string;
  /** Folder of the sample Application. */
  readonly applicationFolder: string;
  /** Folder in which the process driver puts Runtimes. */
  readonly runtimesFolder: string;
  /** Folder in which executions of workflows are kept. */
  readonly executionsFolder: string;
  /** Takes what must be closed in the end. */
  readonly closeLater: (close: () => Promise<void>) => void;
}

interface Setting extends Pick<Stage, 'step' | 'system' | 'closeLater'> {
  readonly folder: string;
  readonly dataDir: string;
}

export const stageOf = async ({ step, system, folder, dataDir, closeLater }: Setting): Promise<Stage> => ({
  step,
  system,
  closeLater,
  administrator: administratorOf(system),
  caCertificate: await readFile(system.caCertificate, 'utf8'),
  applicationFolder: join(folder, 'application'),
  runtimesFolder: join(dataDir, 'runtimes'),
  executionsFolder: join(dataDir, 'executions'),
});
