import { RemovalPolicy } from 'aws-cdk-lib';
import type { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type IKey, Key } from 'aws-cdk-lib/aws-kms';
import { type IQueue, QueueEncryption, type QueueProps } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { allow } from './access.ts';
import type { Deployment } from './deployment.ts';

/** The keys of the messages in queues. */
export interface MessageEncryption {
  /** Absent: SQS has the keys. */
  readonly key: IKey | undefined;
  /** Keys with which messages may be encrypted that were sent before. Consumers may use them. */
  readonly formerKeys: readonly IKey[];
}

/** Makes the key that the settings ask for, or keeps the one that messages of before need. */
export function messageEncryption(scope: Construct, deployment: Deployment): MessageEncryption {
  const { messageEncryption: owner, formerMessageKeys } = deployment.settings;
  if (owner === 'key') return { key: messageKey(scope, deployment, 'messages'), formerKeys: [] };
  return { key: undefined, formerKeys: formerMessageKeys ? [messageKey(scope, deployment, 'messages')] : [] };
}

/** Adds a key of a stack's own, which release 0.2.0 had, while messages of before may need it. */
export const withFormerKey = (
  scope: Construct,
  deployment: Deployment,
  encryption: MessageEncryption,
  messages: string,
): MessageEncryption =>
  deployment.settings.formerMessageKeys
    ? { ...encryption, formerKeys: [...encryption.formerKeys, messageKey(scope, deployment, messages)] }
    : encryption;

/** A key apart from that of the data, because EventBridge must be able to use it. It goes with its stack, as the queues do. */
const messageKey = (scope: Construct, { settings }: Deployment, messages: string): Key =>
  new Key(scope, 'MessageKey', {
    description: `${settings.prefix} ${messages}`,
    enableKeyRotation: true,
    removalPolicy: RemovalPolicy.DESTROY,
  });

/** The properties of a queue that encrypts its messages in this way. */
export const encryptedBy = ({ key }: MessageEncryption): Pick<QueueProps, 'encryption' | 'encryptionMasterKey'> =>
  key ? { encryption: QueueEncryption.KMS, encryptionMasterKey: key } : { encryption: QueueEncryption.SQS_MANAGED };

/** The rights of a function that sends to a queue with such messages. */
export const sendingTo = ({ queueArn }: IQueue, { key }: MessageEncryption): PolicyStatement[] => [
  allow(['sqs:SendMessage'], [queueArn]),
  ...(key ? [allow(['kms:Decrypt', 'kms:GenerateDataKey'], [key.keyArn])] : []),
];
