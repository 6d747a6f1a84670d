import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { Command } from 'commander';
import { Refusal } from '#local/refusal.ts';
import { roleScopes } from '#shared/authorization/scopes.ts';
import { isTenantId } from '#shared/core/tenant-id.ts';
import { createAdministrator } from '../administrators.ts';
import { outputIn, outputsOf } from '../outputs.ts';
import { readStage, type StageOptions, stageOption, stagesOption } from '../stage.ts';

interface AdminOptions extends StageOptions {
  readonly email: string;
  readonly tenant: readonly string[];
  readonly role: string;
}

const poolIssuer = /^https:\/\/cognito-idp\.[^/]+\/([\w-]+)$/;

async function makeAdministrator(options: AdminOptions): Promise<void> {
  const { email, tenant: tenants, role } = options;
  if (!Object.hasOwn(roleScopes, role)) throw new Refusal(`There is no role ${role}; there are ${Object.keys(roleScopes).join(', ')}.`);
  const wrong = tenants.find((tenant) => !isTenantId(tenant));
  if (wrong !== undefined) throw new Refusal(`${wrong} cannot be the id of a tenant.`);
  const stage = readStage(options);
  const issuer = outputIn(await outputsOf(stage), 'OidcIssuer');
  const [, poolId] = poolIssuer.exec(issuer) ?? [];
  if (!poolId)
    throw new Refusal(`Users of stage ${stage.name} are those of ${issuer}: give them the groups tenant/<id> and role/<name> there.`);
  const pool = new CognitoIdentityProviderClient(stage.clients);
  const { existed, password } = await createAdministrator(pool, { poolId, email, tenants, role });
  console.log(`${email} ${existed ? 'was there, and has' : 'has'} the role ${role} in ${tenants.join(', ')}.`);
  if (password)
    console.log(`First password, good for 7 days: ${password}
Give it to the user on a way of its own. The first sign-in asks for another password and for a second factor: have an authenticator app ready.`);
  else console.log('The user has chosen a password already. New groups count from the next sign-in on.');
  console.log(`Next: npm run aws -- login --stage ${stage.name}`);
}

const together = (tenant: string, before: readonly string[]): string[] => [...before, tenant];

export const adminCommand = (): Command =>
  new Command('admin')
    .description(
      'Makes an administrator in the user pool of a stage. Repeat it to add tenants, or to replace a first password that was lost.',
    )
    .addOption(stageOption)
    .addOption(stagesOption)
    .requiredOption('--email <address>', 'the name with which the user signs in')
    .requiredOption('--tenant <id>', 'a tenant that the user is to administer; may be given several times', together, [])
    .option('--role <name>', `one of ${Object.keys(roleScopes).join(', ')}`, 'admin')
    .addHelpText(
      'after',
      '\nExample:\n  npm run aws -- admin --stage dev --email ada@example.com --tenant 3e64ebae-38b5-46a0-b1ed-9ccee153a0ae',
    )
    .action(makeAdministrator);
