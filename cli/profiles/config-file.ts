import { join } from 'node:path';
import * as z from 'zod';
import { CliError } from '../cli-error.ts';
import { readIfPresent, writePrivate } from '../private-file.ts';
import type { Surroundings } from '../surroundings.ts';
import { profileSchema, type Tokens } from './profile.ts';

const configSchema = z.object({ current: z.string().optional(), profiles: z.record(z.string(), profileSchema) });
export type Config = z.infer<typeof configSchema>;

/** The file of the profiles, which only its owner may read, since it holds tokens. */
function configFile({ environment, home }: Pick<Surroundings, 'environment' | 'home'>): string {
  return environment.COMPASS_CONFIG || join(environment.XDG_CONFIG_HOME || join(home, '.config'), 'compass', 'config.json');
}

export async function readConfig(surroundings: Pick<Surroundings, 'environment' | 'home'>): Promise<Config> {
  const file = configFile(surroundings);
  const text = await readIfPresent(file);
  if (text === undefined) return { profiles: {} };
  try {
    return configSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new CliError('usage', `${file} is not a file of profiles.`, { advice: 'Correct it, or remove it and sign in again.', cause });
  }
}

/** Changes the file by what it holds now. */
export async function changeConfig(surroundings: Surroundings, change: (config: Config) => Config): Promise<Config> {
  const changed = change(await readConfig(surroundings));
  await writePrivate(configFile(surroundings), `${JSON.stringify(changed, undefined, 2)}\n`);
  return changed;
}

/** The configuration with other tokens for a profile, or with none; the same if there is no such profile any more. */
export function withTokens(config: Config, name: string, tokens: Tokens | undefined): Config {
  const stored = config.profiles[name];
  return stored ? { ...config, profiles: { ...config.profiles, [name]: { ...stored, tokens } } } : config;
}
