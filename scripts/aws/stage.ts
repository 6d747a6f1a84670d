import { Option } from 'commander';
import type { StageFile } from '#infra/setting-schema.ts';
import { readStageFile, stagesFolder } from '#infra/stage-file.ts';
import { Refusal } from '#local/refusal.ts';
import type { ClientSettings } from './client-settings.ts';

/** A stage as the commands know it. */
export interface StageOfCommand {
  readonly name: string;
  /** Physical names begin with this. */
  readonly prefix: string;
  /** Absent for a stage that is set on the command line of the CDK. */
  readonly file: StageFile | undefined;
  /** The Region of the file; without a file, the environment's. */
  readonly clients: ClientSettings;
}

export interface StageOptions {
  readonly stage: string;
  readonly stages: string;
}

export const stageOption = new Option('--stage <name>', 'name of the stage').makeOptionMandatory();
export const stagesOption = new Option('--stages <folder>', 'folder of the files of stages').default(stagesFolder, 'stages/');

export function readStage({ stage: name, stages }: StageOptions): StageOfCommand {
  const file = fileOf(name, stages);
  return { name, prefix: `compass-${name}`, file, clients: file === undefined ? {} : { region: file.region } };
}

function fileOf(name: string, folder: string): StageFile | undefined {
  try {
    return readStageFile(name, folder);
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}
