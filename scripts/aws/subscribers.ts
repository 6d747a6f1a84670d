import { paginateListSubscriptionsByTopic, SNSClient } from '@aws-sdk/client-sns';
import { edgeRegion } from '#infra/setting-schema.ts';
import type { ClientSettings } from './client-settings.ts';
import type { Ground } from './doctor/finding.ts';

interface Subscribers {
  readonly topicArn: string;
  readonly confirmed: readonly string[];
  readonly pending: readonly string[];
}

export interface AlarmTopic {
  readonly arn: string;
  /** For clients of its Region. */
  readonly clients: ClientSettings;
}

/** The topics of a stage's alarms. Those of a firewall are in its Region, since CloudWatch publishes to no other. */
export function alarmTopicsOf({ stage: { prefix, file }, account, region, clients }: Ground): AlarmTopic[] {
  const topic = (name: string, where: string): AlarmTopic => ({
    arn: `arn:${partitionOf(where)}:sns:${where}:${account}:${prefix}-${name}`,
    clients: { ...clients, region: where },
  });
  return [topic('alarms', region), ...(file?.firewall ? [topic('firewall-alarms', edgeRegion)] : [])];
}

/** Lists the subscribers of a topic. Throws NotFoundException if there is no topic. */
export async function subscribersOf({ arn: topicArn, clients }: AlarmTopic): Promise<Subscribers> {
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
