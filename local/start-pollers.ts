import { DynamoDBStreamsClient } from '@aws-sdk/client-dynamodb-streams';
import { SQSClient } from '@aws-sdk/client-sqs';
import { systemClock } from '#shared/core/clock.ts';
import type { DataFolder } from './data-folder.ts';
import type { MessagingEngine } from './engines/fauxqs.ts';
import type { FolderChanges } from './engines/folder-changes.ts';
import type { FunctionHost } from './functions/function-host.ts';
import { pollQueue } from './queues/queue-poller.ts';
import { Refusal } from './refusal.ts';
import type { Repeated } from './repeated.ts';
import { rightOfWay } from './right-of-way.ts';
import { runSchedule } from './schedules/schedule-runner.ts';
import type { StopSteps } from './stop-steps.ts';
import { pollStream } from './streams/stream-poller.ts';
import { streamEvent } from './streams/stream-records.ts';
import type { EventSourceMapping, LocalSystem } from './template/local-system.ts';

interface Pollers {
  readonly system: LocalSystem;
  readonly functions: FunctionHost;
  readonly folder: DataFolder;
  readonly cleanup: StopSteps;
  readonly messaging: Pick<MessagingEngine, 'send' | 'arrival'>;
  /** Changes of the table's files; absent where the engine is not this machine's own. */
  readonly tableChanges?: FolderChanges;
}

/** Seconds between the end of a function's time and the return of its messages. */
const marginSeconds = 5;

/** Starts one poller for each event source mapping and each schedule of the template. */
export async function startPollers({ system, functions, folder, cleanup, messaging, tableChanges }: Pollers): Promise<void> {
  const sqs = new SQSClient({ useQueueUrlAsEndpoint: false });
  const streams = new DynamoDBStreamsClient({});
  // The messages of a burst would keep the one core from the changes behind it, of which there may be news for others.
  const relay = rightOfWay();
  cleanup.add(() => {
    sqs.destroy();
    streams.destroy();
  });
  // A message is processed as soon as it is received: what a killed runner held comes again after one timeout of its function, not after six.
  const hiddenSecondsOf = ({ FunctionName }: EventSourceMapping): number | undefined => {
    const consumer = system.functions.find(({ name, arn }) => name === FunctionName || arn === FunctionName);
    return consumer && consumer.timeoutSeconds + marginSeconds;
  };

  for (const mapping of system.mappings) {
    const poller = await startPoller(mapping);
    cleanup.add(poller.stop);
  }
  for (const schedule of system.schedules) cleanup.add(runSchedule({ schedule, functions, clock: systemClock }).stop);

  async function startPoller(mapping: EventSourceMapping): Promise<Repeated> {
    const queue = system.queues.find(({ arn }) => arn === mapping.EventSourceArn);
    if (queue && mapping.FilterCriteria)
      throw new Refusal(`The queue of ${mapping.FunctionName} has a filter, which the one-machine runner knows of streams only.`);
    if (queue) return pollQueue({ client: sqs, engine: messaging, queue, mapping, functions, relay, hiddenFor: hiddenSecondsOf(mapping) });
    const table = system.tables.find(({ name }) => mapping.EventSourceArn.includes(`:table/${name}/stream/`));
    if (!table) throw new Refusal(`The event source ${mapping.EventSourceArn} of ${mapping.FunctionName} does not exist on one machine.`);
    const failures = system.queues.find(({ arn }) => arn === mapping.DestinationConfig?.OnFailure.Destination);
    return pollStream({
      client: streams,
      tableName: table.name,
      mapping,
      functions,
      relay,
      changes: tableChanges,
      positionFile: folder.streamPosition,
      giveUp: async (records) => {
        const body = {
          requestContext: { functionArn: mapping.FunctionName, condition: 'RetryAttemptsExhausted' },
          payload: streamEvent(records, mapping.EventSourceArn),
        };
        if (failures) messaging.send(failures.name, JSON.stringify(body));
        else
          console.error(
            'gave up on stream records',
            records.map(({ eventID }) => eventID),
          );
      },
    });
  }
}
