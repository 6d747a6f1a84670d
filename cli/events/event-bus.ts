import { randomBytes } from 'node:crypto';
import { CliError } from '../cli-error.ts';

/** A bus of EventBridge, by its ARN. */
export interface EventBus {
  readonly arn: string;
  readonly partition: string;
  readonly region: string;
  readonly account: string;
  readonly name: string;
}

const form = /^arn:(?<partition>aws[\w-]*):events:(?<region>[\w-]+):(?<account>\d{12}):event-bus\/(?<name>[\w./-]+)$/;

/** Throws a CliError for a text that is no ARN of a bus. */
export function eventBusOf(arn: string): EventBus {
  const { partition, region, account, name } = form.exec(arn)?.groups ?? {};
  if (partition && region && account && name) return { arn, partition, region, account, name };
  throw new CliError('usage', `${arn} is no ARN of an event bus.`, {
    advice: 'It is the output EventBusArn of the deployment: arn:aws:events:<region>:<account>:event-bus/<name>',
  });
}

/** The parts that a tail makes in the account for its time: a rule on the bus, and the queue that it fills. Their names tell what made them. */
export interface Tap {
  readonly name: string;
  readonly queueArn: string;
  readonly ruleArn: string;
}

export function tapOf({ partition, region, account, name: bus }: EventBus): Tap {
  const name = `compass-tail-${randomBytes(6).toString('hex')}`;
  return {
    name,
    queueArn: `arn:${partition}:sqs:${region}:${account}:${name}`,
    ruleArn: `arn:${partition}:events:${region}:${account}:rule/${bus}/${name}`,
  };
}

/** Events of one tenant; of others, none leaves the bus. */
export const patternOf = (tenant: string, types: readonly string[] | undefined): string =>
  JSON.stringify({
    source: [{ prefix: 'compass.' }],
    detail: { metadata: { tenant: [tenant] } },
    ...(types && { 'detail-type': types }),
  });

/** The rule alone may send to the queue, and only by TLS. */
export const queuePolicyOf = ({ queueArn, ruleArn }: Tap): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { Service: 'events.amazonaws.com' },
        Action: 'sqs:SendMessage',
        Resource: queueArn,
        Condition: { ArnEquals: { 'aws:SourceArn': ruleArn } },
      },
      { Effect: 'Deny', Principal: '*', Action: 'sqs:*', Resource: queueArn, Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    ],
  });
