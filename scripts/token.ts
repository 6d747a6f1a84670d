import { resolve } from 'node:path';
import { Command } from 'commander';
import { dataFolder } from '#local/data-folder.ts';
import { durationInSeconds } from '#local/duration.ts';
import { storedLocalIssuer } from '#local/identity/local-issuer.ts';
import { tenants } from '#local/local-description.ts';
import { Refusal } from '#local/refusal.ts';
import { sayAndExit } from '#local/say-and-exit.ts';
import { checkTenant } from './local/check-tenant.ts';
import { knownRoles, knownScopes } from './local/known-rights.ts';

interface Flags {
  readonly tenant: string;
  readonly scopes?: string;
  readonly role?: string;
  readonly expiresIn: number;
  readonly dataDir: string;
}

async function printToken(): Promise<void> {
  const { tenant, scopes, role, expiresIn, dataDir } = new Command('npm run token --')
    .description('Prints a token of an administrator for the system on this machine, whether it runs or not.')
    .option('--tenant <id>', 'tenant of the administrator', tenants[0])
    .option('--scopes <scopes>', 'what the token allows, e.g. "application:read runtime:read"')
    .option('--role <name>', 'role instead of scopes, or several, e.g. "admin,operator"; admin when neither is given')
    .option('--expires-in <duration>', 'validity, e.g. 15m, 2h or 7d', durationInSeconds, durationInSeconds('12h'))
    .option('--data-dir <path>', 'folder that keeps the state', '.compass')
    .allowExcessArguments(false)
    .parse()
    .opts<Flags>();
  if (scopes !== undefined && role !== undefined) throw new Refusal('Give --scopes or --role, not both.');
  const rights = scopes === undefined ? { role: knownRoles(role ?? 'admin') } : { scopes: knownScopes(scopes) };
  const folder = dataFolder(resolve(dataDir));
  const issuer = await storedLocalIssuer(folder.issuer);
  if (!issuer) throw new Refusal(`No system was ever started in ${dataDir}: run "npm start" first or name its folder with --data-dir.`);
  await checkTenant(tenant, folder.description, () => issuer.mint({ tenant: tenants[0], role: 'operator', expiresInSeconds: 60 }));
  console.log(await issuer.mint({ tenant, ...rights, expiresInSeconds: expiresIn }));
}

try {
  await printToken();
} catch (error) {
  sayAndExit(error);
}
