import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalDescription } from '#local/local-description.ts';
import { type Administrator, administratorOf } from './administrator.ts';
import type { Step } from './step-reporter.ts';

/** The surroundings of all parts of the workflow that is played. */
export interface Stage {
  readonly step: Step;
  readonly system: LocalDescription;
  readonly administrator: Administrator;
  /** PEM of the authority that clients trust servers by. */
  readonly caCertificate: string;
  /** PEM of the authority that issues clients' certificates. */
  readonly clientAuthority: string;
  /** Folder of the sample Application. */
  readonly applicationFolder: string;
  /** Folder in which the process driver puts Runtimes. */
  readonly runtimesFolder: string;
  /** Base URL of the events gateway of a Runtime; absent where Runtimes have none. */
  readonly eventsUrlOf?: (runtimeId: string) => string;
  /** Reads what is kept of the workflows, in all their executions. */
  readonly statesOfWorkflows: () => Promise<string>;
  /** Takes what must be closed in the end. */
  readonly closeLater: (close: () => Promise<void>) => void;
}

interface Setting extends Pick<Stage, 'step' | 'system' | 'closeLater' | 'runtimesFolder' | 'eventsUrlOf' | 'statesOfWorkflows'> {
  readonly folder: string;
  /** Set if it differs from the authority of the server certificates. */
  readonly clientAuthority?: string;
}

export async function stageOf({ folder, clientAuthority, ...setting }: Setting): Promise<Stage> {
  const caCertificate = await readFile(setting.system.caCertificate, 'utf8');
  return {
    ...setting,
    administrator: administratorOf(setting.system),
    caCertificate,
    clientAuthority: clientAuthority ?? caCertificate,
    applicationFolder: join(folder, 'application'),
  };
}
