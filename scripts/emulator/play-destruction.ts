import { DescribeStacksCommand } from '@aws-sdk/client-cloudformation';
import { deleteKept } from '../aws/delete-kept.ts';
import { statefulStackOf } from '../aws/deploy.ts';
import { destroyAll } from '../aws/destroy.ts';
import { type KeptResource, keptResources } from '../aws/kept-resources.ts';
import { refusalOf } from '../demo/administrator.ts';
import type { Stage } from '../demo/stage.ts';
import { check } from '../demo/step-reporter.ts';
import { inventory } from './inventory.ts';
import type { EmulatedSystem } from './system.ts';

/** Types of the retained resources: the data, and the keys to read it. */
const data = [
  'AWS::Cognito::UserPool',
  'AWS::DynamoDB::Table',
  ...Array(2).fill('AWS::KMS::Key'),
  ...Array(3).fill('AWS::Logs::LogGroup'),
  ...Array(4).fill('AWS::S3::Bucket'),
  'AWS::SecretsManager::Secret',
];

/** Removes the deployment, then its data. */
export async function playDestruction({ step }: Stage, { emulator, deployment }: EmulatedSystem): Promise<void> {
  const { tools } = deployment;
  const { prefix, cloudFormation, cdk } = tools;
  const ours = new RegExp(prefix);
  await step('destruction', 1, 'the protected stack is not deleted', async () => {
    const refusal = await refusalOf(cdk('destroy', '--exclusively', statefulStackOf(prefix), '--force'));
    check(/protect/i.test(refusal), `a refusal that names the protection, not "${refusal}"`);
  });
  await step('destruction', 2, 'on the explicit word no stack is left, and the data stays', async () => {
    await destroyAll(tools, '--method=direct');
    const { Stacks = [] } = await cloudFormation.send(new DescribeStacksCommand({}));
    const left = Stacks.filter(({ StackName = '', StackStatus }) => ours.test(StackName) && StackStatus !== 'DELETE_COMPLETE');
    check(left.length === 0, `no stack, not ${left.map(({ StackName, StackStatus }) => `${StackName} ${StackStatus}`).join(', ')}`);
    const known = await keptResources(cloudFormation, prefix);
    const kept = (await inventory(emulator, ours)).filter((resource) => !madeAnew(resource, known));
    check(typesOf(kept) === data.join(), `the data and nothing else, not ${described(kept)}`);
    check(described(known) === described(kept), `the data to be listed, not ${described(known)}`);
  });
  await step('destruction', 3, 'the data is deleted by what the deleted stacks remember, and nothing is left', async () => {
    const known = await keptResources(cloudFormation, prefix);
    await deleteKept(known, emulator.client);
    const left = (await inventory(emulator, ours)).filter((resource) => !madeAnew(resource, known));
    check(left.length === 0, `nothing, not ${described(left)}`);
  });
}

/**
 * Says whether a log group is that of a function which ran while its stack was deleted. The emulator makes the group anew for the last lines
 * of such a function, without asking its role; on AWS no role of a deployment may create a log group.
 */
const madeAnew = ({ type, id }: KeptResource, known: readonly KeptResource[]): boolean =>
  type === 'AWS::Logs::LogGroup' && id.startsWith('/aws/lambda/') && !known.some((resource) => resource.id === id);

const typesOf = (resources: readonly KeptResource[]): string => resources.map(({ type }) => type).join();
const described = (resources: readonly KeptResource[]): string => resources.map(({ type, id }) => `${type} ${id}`).join(', ');
