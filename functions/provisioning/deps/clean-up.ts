import { secretsManagerAgentConfigurations } from '#shared/aws/agent-configuration-store.ts';
import { spendOneTimeToken } from '#shared/pairing/spend-one-time-token.ts';
import type { TokenIssuer } from '#shared/provisioning/runtime-registry.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';
import { stepEnvironments } from '../env.ts';
import { deps as common, table } from './operations.ts';

const environment = stepEnvironments['clean-up'].parse(process.env);
const auths = dynamoSystemAuths(table);
const tokens: Pick<TokenIssuer, 'spend'> = { spend: (owner, authId) => spendOneTimeToken(owner, authId, { auths }) };

/** Dependencies of the step that spends the one-time token. */
export const deps = {
  ...common,
  tokens,
  configurations: secretsManagerAgentConfigurations(environment.AGENT_CONFIGURATION_PREFIX),
};
