import { dirname, join, resolve } from 'node:path';
import * as z from 'zod';
import { CliError } from '../cli-error.ts';
import { readIfPresent } from '../private-file.ts';
import { didYouMean } from '../suggestion.ts';
import type { Surroundings } from '../surroundings.ts';
import { localName, type Profile } from './profile.ts';

const description = z.object({
  directorUrl: z.url(),
  connectorUrl: z.url(),
  provisionerUrl: z.url(),
  tenants: z.array(z.string()).min(1),
  adminTokens: z.record(z.string(), z.string()),
  events: z.string(),
});

/**
 * The system that runs on this machine, by the file local.json that it writes: the one that COMPASS_LOCAL names, or `.compass/local.json` in the current
 * folder or one above it. Undefined without such a file.
 */
export async function localProfile(surroundings: Surroundings, tenant: string | undefined): Promise<Profile | undefined> {
  const { COMPASS_LOCAL } = surroundings.environment;
  const candidates = COMPASS_LOCAL ? [resolve(surroundings.folder, COMPASS_LOCAL)] : upwards(surroundings.folder);
  for (const file of candidates) {
    const text = await readIfPresent(file);
    if (text !== undefined) return profileFrom(file, text, tenant);
  }
  if (COMPASS_LOCAL)
    throw new CliError('usage', `There is no file ${COMPASS_LOCAL}, which COMPASS_LOCAL names.`, { advice: 'Start the system.' });
  return undefined;
}

function upwards(folder: string): string[] {
  const parent = dirname(folder);
  return [join(folder, '.compass', 'local.json'), ...(parent === folder ? [] : upwards(parent))];
}

function profileFrom(file: string, text: string, wanted: string | undefined): Profile {
  const { tenants, adminTokens, events, ...urls } = parsed(file, text);
  const tenant = wanted ?? tenants[0] ?? '';
  const accessToken = adminTokens[tenant];
  if (accessToken === undefined)
    throw new CliError('usage', `The system on this machine has no tenant ${tenant}.${didYouMean(tenant, tenants)}`, {
      advice: `Its tenants: ${tenants.join(', ')}`,
    });
  return { name: localName, ...urls, tenant, tokens: { accessToken }, eventsFile: events };
}

function parsed(file: string, text: string): z.infer<typeof description> {
  try {
    return description.parse(JSON.parse(text));
  } catch (cause) {
    throw new CliError('usage', `${file} is not the description of a running system.`, { advice: 'Start the system again.', cause });
  }
}
