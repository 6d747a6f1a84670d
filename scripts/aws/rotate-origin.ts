import { randomBytes } from 'node:crypto';
import { type CloudFormationClient, UpdateStackCommand, waitUntilStackUpdateComplete } from '@aws-sdk/client-cloudformation';
import { GetSecretValueCommand, PutSecretValueCommand, type SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { Refusal } from '#local/refusal.ts';
import { freshFor } from '#shared/aws/kept-fresh.ts';
import { type OriginSecretContent, originSecretContent } from '#shared/aws/origin-secret.ts';
import { seconds } from '#shared/core/clock.ts';
import { edgeWaiting, firewallStackOf } from './remove-firewall.ts';
import { statusOf } from './stack-status.ts';

export interface Rotation {
  readonly prefix: string;
  /** In the Region of the firewall. */
  readonly cloudFormation: CloudFormationClient;
  readonly secrets: SecretsManagerClient;
  /** In the Region of the functions. */
  readonly replica: SecretsManagerClient;
  /** Waits for milliseconds. */
  readonly pause: (milliseconds: number) => Promise<unknown>;
  readonly say: (progress: string) => void;
}

interface Version {
  readonly id: string;
  readonly content: OriginSecretContent;
}

const secretOf = (prefix: string): string => `${prefix}/origin-secret`;
const replicationPause = seconds(2);
/** Time for a call that begins before the functions know the new value. */
const margin = seconds(30);

/**
 * Gives the firewall another secret while requests go on: functions take both values before the edge sends the new one, and the old one counts until
 * every edge does. A rotation that was interrupted is completed, and begins no second one: the secret has two values then.
 */
export async function rotateOrigin(rotation: Rotation): Promise<void> {
  const { prefix, cloudFormation, pause, say } = rotation;
  const stack = firewallStackOf(prefix);
  if ((await statusOf({ cloudFormation }, stack)) === undefined) throw new Refusal(`There is no stack ${stack}: nothing to rotate.`);
  const now = await read(rotation.secrets, prefix);
  if (now.content.previous !== undefined) say('completing a rotation that was interrupted');
  const begun = now.content.previous === undefined ? await begin(rotation, now.content.current) : now;
  await isReplicated(rotation, begun.id);
  say(`waiting until every function has read the new value: ${Math.ceil(freshFor / 60_000)} minutes`);
  await pause(freshFor + margin);
  say('updating the distribution, which takes some minutes');
  await sendNewValue(cloudFormation, stack, begun.id);
  await put(rotation.secrets, prefix, { current: begun.content.current });
  say(`the old value counts no more within ${Math.ceil(freshFor / 60_000)} minutes`);
}

async function begin({ secrets, prefix }: Rotation, previous: string): Promise<Version> {
  // 64 characters that a header may have.
  const content = { current: randomBytes(48).toString('base64url'), previous };
  return { id: await put(secrets, prefix, content), content };
}

async function isReplicated({ replica, prefix, pause }: Rotation, id: string): Promise<void> {
  while ((await read(replica, prefix)).id !== id) await pause(replicationPause);
}

async function read(secrets: SecretsManagerClient, prefix: string): Promise<Version> {
  const { SecretString = '{}', VersionId: id = '' } = await secrets.send(new GetSecretValueCommand({ SecretId: secretOf(prefix) }));
  return { id, content: originSecretContent.parse(JSON.parse(SecretString)) };
}

async function put(secrets: SecretsManagerClient, prefix: string, content: OriginSecretContent): Promise<string> {
  const { VersionId = '' } = await secrets.send(
    new PutSecretValueCommand({ SecretId: secretOf(prefix), SecretString: JSON.stringify(content) }),
  );
  return VersionId;
}

/** Names the rotation in the distribution: CloudFormation reads the secret again for a resource that changes. */
async function sendNewValue(client: CloudFormationClient, StackName: string, rotation: string): Promise<void> {
  try {
    await client.send(
      new UpdateStackCommand({
        StackName,
        UsePreviousTemplate: true,
        Parameters: [
          { ParameterKey: 'OriginSecretRotation', ParameterValue: rotation },
          { ParameterKey: 'BootstrapVersion', UsePreviousValue: true },
        ],
      }),
    );
  } catch (error) {
    // The update of a rotation that was interrupted after it.
    if (error instanceof Error && /No updates are to be performed/.test(error.message)) return;
    throw error;
  }
  await waitUntilStackUpdateComplete({ client, ...edgeWaiting }, { StackName });
}
