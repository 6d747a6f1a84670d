import { CliError } from '../cli-error.ts';
import { didYouMean } from '../suggestion.ts';
import type { Surroundings } from '../surroundings.ts';
import { type Config, readConfig } from './config-file.ts';
import { localProfile } from './local-profile.ts';
import { localName, type Profile } from './profile.ts';

export interface Choice {
  readonly profile?: string | undefined;
  readonly tenant?: string | undefined;
}

/** The name that the command line or the environment gives. */
export const givenName = ({ profile }: Choice, { environment }: Surroundings): string | undefined =>
  profile ?? (environment.COMPASS_PROFILE || undefined);

/**
 * The profile to use: the one that is named, else the current one of the file, else the system on this machine. COMPASS_TENANT and COMPASS_TOKEN replace
 * what it says.
 */
export async function chosenProfile(choice: Choice, surroundings: Surroundings): Promise<Profile> {
  const { environment } = surroundings;
  const tenant = choice.tenant ?? (environment.COMPASS_TENANT || undefined);
  const config = await readConfig(surroundings);
  const name = givenName(choice, surroundings) ?? config.current ?? localName;
  const found = name === localName ? await localProfile(surroundings, tenant) : storedProfile(name, config, tenant);
  if (!found)
    throw new CliError('usage', 'There is no control plane to speak to.', {
      advice: 'Sign in to one (compass login --help), or start one on this machine in the current folder (npm start).',
    });
  return environment.COMPASS_TOKEN ? { ...found, tokens: { accessToken: environment.COMPASS_TOKEN } } : found;
}

function storedProfile(name: string, { profiles }: Config, tenant: string | undefined): Profile {
  const stored = profiles[name];
  if (!stored) throw unknownProfile(name, profiles);
  return { name, ...stored, tenant: tenant ?? stored.tenant };
}

export const unknownProfile = (name: string, profiles: Config['profiles']): CliError =>
  new CliError('usage', `There is no profile ${name}.${didYouMean(name, [...Object.keys(profiles), localName])}`, {
    advice: 'compass profile list names those there are; compass login makes one.',
  });
