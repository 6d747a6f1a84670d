import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { stageName } from '#infra/setting-schema.ts';
import { stagesFolder } from '#infra/stage-file.ts';
import { synthesizeTemplates, type Template } from '#infra/synthesize-templates.ts';
import { Refusal } from '#local/refusal.ts';

/** The stage that the deployment has without settings. */
const defaultStage = 'dev';

/** Names of the files of stages. */
const withFile = (): string[] =>
  readdirSync(stagesFolder)
    .filter((name) => name.endsWith('.json') && name !== 'stage.schema.json')
    .map((name) => basename(name, '.json'));

/** The default, `prod` by its defaults, and each stage that has a file. */
export const stagesToPrice = (): string[] => [...new Set([defaultStage, 'prod', ...withFile()])];

/** Synthesizes a stage by its file, or by the defaults for this name. */
export function templatesOf(stage: string): Readonly<Record<string, Template>> {
  if (!stageName.safeParse(stage).success) throw new Refusal(`${stage} is no name of a stage.`);
  return synthesizeTemplates({ stage });
}
