import { CloudFormationClient, DescribeStacksCommand, type StackStatus, UpdateStackCommand } from '@aws-sdk/client-cloudformation';
import { GetSecretValueCommand, PutSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { rotateOrigin } from '../../../scripts/aws/rotate-origin.ts';

const cloudFormation = mockClient(CloudFormationClient);
const primary = new SecretsManagerClient({ region: 'us-east-1' });
const replica = new SecretsManagerClient({ region: 'eu-central-1' });
const [primaryMock, replicaMock] = [mockClient(primary), mockClient(replica)];
const old = 'o'.repeat(64);

/** The versions that Secrets Manager has made, the latest last, and how many of them the replica has. */
let versions: string[];
let replicated: number;
/** Everything that was done, in its order. */
let done: string[];

const theStackIs = (StackStatus: StackStatus) =>
  cloudFormation
    .on(DescribeStacksCommand)
    .resolves({ Stacks: [{ StackName: 'compass-dev-firewall', CreationTime: new Date(), StackStatus }] });

const versionOf = (count: number) => ({ SecretString: versions[count - 1] ?? '{}', VersionId: `version-${count}` });

beforeEach(() => {
  for (const client of [cloudFormation, primaryMock, replicaMock]) client.reset();
  [versions, replicated, done] = [[JSON.stringify({ current: old })], 1, []];
  theStackIs('UPDATE_COMPLETE');
  primaryMock.on(GetSecretValueCommand, { SecretId: 'compass-dev/origin-secret' }).callsFake(() => versionOf(versions.length));
  replicaMock.on(GetSecretValueCommand, { SecretId: 'compass-dev/origin-secret' }).callsFake(() => versionOf(replicated));
  primaryMock.on(PutSecretValueCommand, { SecretId: 'compass-dev/origin-secret' }).callsFake(({ SecretString }) => {
    versions.push(SecretString);
    const { current, previous } = JSON.parse(SecretString);
    done.push(`write ${current === old ? 'old' : 'new'}${previous === undefined ? '' : ` and ${previous === old ? 'old' : 'another'}`}`);
    return { VersionId: `version-${versions.length}` };
  });
  cloudFormation.on(UpdateStackCommand).callsFake(({ Parameters: [rotation] }) => {
    done.push(`update the distribution for ${rotation.ParameterValue}`);
    return {};
  });
});

const rotate = () =>
  rotateOrigin({
    prefix: 'compass-dev',
    cloudFormation: new CloudFormationClient(),
    secrets: primary,
    replica,
    pause: async (milliseconds) => {
      if (milliseconds > 60_000) done.push(`wait ${milliseconds / 1000} s`);
      else replicated = versions.length;
    },
    say: () => undefined,
  });

const complete = ['write new and old', 'wait 330 s', 'update the distribution for version-2', 'write new'];

describe('a rotation of the secret of the firewall', () => {
  it('lets functions know both values before the edge sends the new one, and ends the old one after that', async () => {
    await rotate();
    expect(done).toEqual(complete);
    const [first, both, end] = versions.map((version) => JSON.parse(version));
    expect(first).toEqual({ current: old });
    expect(both).toEqual({ current: end.current, previous: old });
    expect(end.current).toMatch(/^[\w-]{64}$/);
  });

  it('changes nothing of the stack but the name of the rotation', async () => {
    await rotate();
    const [{ input } = { input: {} }] = cloudFormation.commandCalls(UpdateStackCommand).map(({ args: [command] }) => command);
    expect(input).toEqual({
      StackName: 'compass-dev-firewall',
      UsePreviousTemplate: true,
      Parameters: [
        { ParameterKey: 'OriginSecretRotation', ParameterValue: 'version-2' },
        { ParameterKey: 'BootstrapVersion', UsePreviousValue: true },
      ],
    });
  });

  it('that was interrupted is completed with the value that it has made', async () => {
    cloudFormation.on(UpdateStackCommand).rejectsOnce(new Error('Rate exceeded'));
    await expect(rotate()).rejects.toThrow('Rate exceeded');
    expect(done).toEqual(complete.slice(0, 2));
    done = [];
    cloudFormation.on(UpdateStackCommand).callsFake(() => {
      done.push('update the distribution for version-2');
      return {};
    });
    await rotate();
    expect(done).toEqual(complete.slice(1));
  });

  it('that was interrupted after the update is completed, too', async () => {
    versions.push(JSON.stringify({ current: 'n'.repeat(64), previous: old }));
    cloudFormation.on(UpdateStackCommand).rejects(new Error('No updates are to be performed.'));
    await rotate();
    expect(done).toEqual(['wait 330 s', 'write new']);
  });

  it('is refused where there is no firewall', async () => {
    cloudFormation.on(DescribeStacksCommand).rejects(new Error('Stack with id compass-dev-firewall does not exist'));
    await expect(rotate()).rejects.toThrow('There is no stack compass-dev-firewall');
    expect(done).toEqual([]);
  });
});
