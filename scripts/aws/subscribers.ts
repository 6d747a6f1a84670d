import { paginateListSubscriptionsByTopic, SNSClient } from '@aws-sdk/client-sns';
import type { ClientSettings } from './client-settings.ts';

interface Subscribers {
  readonly topicArn: string;
  readonly confirmed: readonly string[];
  readonly pending: readonly string[];
}

interface Where {
  readonly clients: ClientSettings;
  readonly prefix: string;
  readonly account: string;
  readonly region: string;
}

/** Lists the subscribers of the deployment's alarms. Throws NotFoundException if there is no topic. */
export async function subscribersOf({ clients, prefix, account, region }: Where): Promise<Subscribers> {
  const partition = partitionOf(region);
  const topicArn = `arn:${partition}:sns:${region}:${account}:${prefix}-alarms`;
  const [confirmed, pending] = [[] as string[], [] as string[]];
  for await (const { Subscriptions = [] } of paginateListSubscriptionsByTopic({ client: new SNSClient(clients) }, { TopicArn: topicArn })) {
    for (const { SubscriptionArn = '', Endpoint = '' } of Subscriptions)
      (SubscriptionArn.startsWith('arn:') ? confirmed : pending).push(Endpoint);
  }
  return { topicArn, confirmed, pending };
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}
