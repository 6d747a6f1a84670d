import { type AlarmTopic, alarmTopicsOf, subscribersOf } from '../subscribers.ts';
import { type Check, type Finding, type Ground, isMissing, note, ok, todo } from './finding.ts';

/** Checks that alarms reach a person. */
export const checkSubscribers: Check = async (ground) =>
  (await Promise.all(alarmTopicsOf(ground).map((topic) => findingsOf(topic, ground)))).flat();

async function findingsOf(topic: AlarmTopic, { stage }: Ground): Promise<Finding[]> {
  const found = await subscribersOf(topic).catch((error) => {
    if (isMissing(error)) return undefined;
    throw error;
  });
  if (!found)
    return stage.file?.alarmEmail ? [] : [note('alarms will reach no person', 'Set alarmEmail, or subscribe to the topic afterwards.')];
  const { confirmed, pending } = found;
  return [
    ...pending.map((endpoint) => todo(`${endpoint} has not confirmed its subscription of the alarms`, 'Open the link in the mail of AWS.')),
    confirmed.length > 0
      ? ok(`alarms reach ${confirmed.join(', ')}`)
      : note('alarms reach no person', `Set alarmEmail, or: aws sns subscribe --topic-arn ${found.topicArn} --protocol email ...`),
  ];
}
