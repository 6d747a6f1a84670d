import { secretsManagerAgentConfigurations } from '#shared/aws/agent-configuration-store.ts';
import { tenantActorNamed } from '#shared/core/actor.ts';
import { seconds } from '#shared/core/clock.ts';
import { issueOneTimeToken } from '#shared/pairing/issue-one-time-token.ts';
import { issueTokenForReturn } from '#shared/pairing/reissue-one-time-token.ts';
import { spendOneTimeToken } from '#shared/pairing/spend-one-time-token.ts';
import type { TokenIssuer } from '#shared/provisioning/runtime-registry.ts';
import { dynamoSystemAuths } from '#shared/table/pairing/system-auth-repository.dynamo.ts';
import { registryReader } from '../director-registry.ts';
import { stepEnvironments } from '../env.ts';
import { deps as common, table } from './operations.ts';

const environment = stepEnvironments.tokens.parse(process.env);
const auths = dynamoSystemAuths(table);
const lifetimes = { application: seconds(environment.APPLICATION_TOKEN_SECONDS), runtime: seconds(environment.RUNTIME_TOKEN_SECONDS) };

const tokens: TokenIssuer = {
  issue: (owner, changedBy) => issueOneTimeToken(owner, tenantActorNamed(changedBy), { auths, clock: common.clock, lifetimes }),
  issueForReturn: (owner, changedBy) => issueTokenForReturn(owner, tenantActorNamed(changedBy), { auths, clock: common.clock, lifetimes }),
  spend: (owner, authId) => spendOneTimeToken(owner, authId, { auths }),
};

/** Dependencies of the step that obtains the one-time token. */
export const deps = {
  ...common,
  registry: registryReader(table),
  tokens,
  configurations: secretsManagerAgentConfigurations(environment.AGENT_CONFIGURATION_PREFIX),
  connectorUrl: `${environment.PUBLIC_URL}/connector/graphql`,
};
