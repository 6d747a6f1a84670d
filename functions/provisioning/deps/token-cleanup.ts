import { secretsManagerAgentConfigurations } from '#shared/aws/agent-configuration-store.ts';
import { spendOneTimeToken } from '#shared/pairing/spend-one-time-token.ts';
import type { TokenIssuer } from '#shared/provisioning/runtime-registry.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';
import { tokenCleanupEnvironment } from '../env.ts';
import { deps as base, table } from './table.ts';

const environment = tokenCleanupEnvironment.parse(process.env);
const auths = dynamoSystemAuths(table);
const tokens: Pick<TokenIssuer, 'spend'> = { spend: (owner, authId) => spendOneTimeToken(owner, authId, { auths }) };

/** Dependencies of the task that spends the one-time token. */
export const deps = {
  ...base,
  tokens,
  configurations: secretsManagerAgentConfigurations(environment.AGENT_CONFIGURATION_PREFIX),
};
