import { account } from '#local/template/local-identities.ts';
import { refusalOf } from '../demo/administrator.ts';
import { check, type Step } from '../demo/step-reporter.ts';
import type { Rehearsal } from './deploy.ts';
import { inventory } from './inventory.ts';
import { otherStacks } from './stack.ts';

/** A foreign user pool that has the address of the sign-in page that this deployment wants. */
const squatter = (prefix: string) => ({
  Resources: {
    Pool: { Type: 'AWS::Cognito::UserPool', Properties: { UserPoolName: 'squatter' } },
    Domain: { Type: 'AWS::Cognito::UserPoolDomain', Properties: { Domain: `${prefix}-${account}`, UserPoolId: { Ref: 'Pool' } } },
  },
});

/** A first deployment fails in the middle of the stack with the data, and is undone. */
export const playFirstDeployment =
  (step: Step): Rehearsal =>
  async ({ emulator, prefix, attempt }) => {
    await step('first-deployment', 1, 'it fails in the stack with the data, and keeps nothing that it has just made', async () => {
      const stacks = otherStacks(emulator);
      await stacks.create('squatter', squatter(prefix));
      const refusal = await refusalOf(attempt());
      check(/domain/i.test(refusal), `a failure because of the domain, not "${refusal}"`);
      // The stack of the alarms was deployed before, and stays.
      const left = await inventory(emulator, new RegExp(`${prefix}(?! alarms)`));
      check(left.length === 0, `nothing left, not ${left.map(({ type, id }) => `${type} ${id}`).join(', ')}`);
      await stacks.remove('squatter');
    });
  };
