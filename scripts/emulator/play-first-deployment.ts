import { account } from '#local/template/local-identities.ts';
import { refusalOf } from '../demo/administrator.ts';
import { check, type Step } from '../demo/step-reporter.ts';
import type { Rehearsal } from './deploy.ts';
import { inventory } from './inventory.ts';
import { otherStacks } from './stack.ts';

/** A foreign user pool with the domain of the sign-in page of this deployment. */
const squatter = (prefix: string) => ({
  Resources: {
    Pool: { Type: 'AWS::Cognito::UserPool', Properties: { UserPoolName: 'squatter' } },
    Domain: { Type: 'AWS::Cognito::UserPoolDomain', Properties: { Domain: `${prefix}-${account}`, UserPoolId: { Ref: 'Pool' } } },
  },
});

/** Makes a first deployment fail in the middle of the stack with the data, and checks that it is rolled back. */
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
