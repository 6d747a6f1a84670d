import type { StageOfCommand } from '../stage.ts';
import { findGround } from './account.ts';
import { checkBootstrap } from './bootstrap.ts';
import { checkConcurrency } from './concurrency.ts';
import { checkDomain } from './domain.ts';
import { type Check, type Finding, type Ground, todo } from './finding.ts';
import { checkFirstNames } from './first-names.ts';
import { checkIssuer } from './issuer.ts';
import { checkAuthority, checkKeys } from './keys.ts';
import { checkSubscribers } from './subscribers.ts';
import { checkUserPool } from './user-pool.ts';

const checks: Readonly<Record<string, Check>> = {
  bootstrap: checkBootstrap,
  concurrency: checkConcurrency,
  names: checkFirstNames,
  keys: checkKeys,
  authority: checkAuthority,
  domain: checkDomain,
  issuer: checkIssuer,
  alarms: checkSubscribers,
  'user pool': checkUserPool,
};

/** Looks at everything that a deployment of the stage needs, and changes nothing. */
export async function* examine(stage: StageOfCommand): AsyncGenerator<Finding> {
  const { ground, findings } = await findGround(stage);
  yield* findings;
  if (!ground) return;
  for (const [name, check] of Object.entries(checks)) yield* await tolerant(name, check, ground);
}

/** A check that cannot look is a finding too. */
async function tolerant(name: string, check: Check, ground: Ground): Promise<Finding[]> {
  try {
    return await check(ground);
  } catch (error) {
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return [todo(`${name} could not be looked at: ${reason}`, 'Take credentials that may read it, or look by hand.')];
  }
}
