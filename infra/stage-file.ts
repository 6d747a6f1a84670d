import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { SettingError } from './setting-error.ts';
import { type SettingName, type StageFile, settingShapes, stageFileSchema } from './setting-schema.ts';

export const stagesFolder = join(import.meta.dirname, '../stages');

/** Reads the file of a stage; undefined for a stage without one, which is set on the command line. */
export function readStageFile(stage: string, folder: string): StageFile | undefined {
  const path = join(folder, `${stage}.json`);
  if (!existsSync(path)) return undefined;
  const parsed = stageFileSchema.safeParse(parsedFile(path, stage));
  if (!parsed.success) throw new SettingError(`stages/${stage}.json is not valid.\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function parsedFile(path: string, stage: string): unknown {
  const text = readFileSync(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new SettingError(`stages/${stage}.json is not JSON: ${(cause as Error).message}`, { cause });
  }
}

/** Refuses settings of the command line that the file of the stage does not have with the same value: the next deployment would not have them. */
export function refuseContradictions(stage: string, file: StageFile, given: Readonly<Partial<Record<SettingName, unknown>>>): void {
  const contradicting = Object.entries(given).filter(
    ([name, value]) => value !== undefined && !isDeepStrictEqual(completed(name as SettingName, value), file[name as SettingName]),
  );
  if (contradicting.length === 0) return;
  const names = contradicting.map(([name]) => name).join(', ');
  throw new SettingError(
    `stages/${stage}.json says otherwise of ${names} than the command line. Change the file, and leave the settings out there.`,
  );
}

/** The value with the defaults of its parts, as the file's has them. */
function completed(name: SettingName, value: unknown): unknown {
  const { success, data } = settingShapes[name].safeParse(value);
  return success ? data : value;
}
