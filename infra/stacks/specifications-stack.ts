import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { specCleanerEnvironment } from '#functions/spec-cleaner/env.ts';
import { specFetcherEnvironment } from '#functions/spec-fetcher/env.ts';
import { cleaningDetailTypes } from '#shared/events/specification-work.ts';
import type { Deployment } from '../constructs/deployment.ts';
import { EventSubscription } from '../constructs/event-subscription.ts';
import type { FailedMessages } from '../constructs/failed-messages.ts';
import { type MessageEncryption, withFormerKey } from '../constructs/message-encryption.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import type { StatefulStack } from './stateful-stack.ts';

export interface SpecificationsStackProps extends StackProps {
  readonly deployment: Deployment;
  readonly stateful: StatefulStack;
  readonly failedMessages: FailedMessages;
  readonly encryption: MessageEncryption;
}

interface Parts {
  readonly deployment: Deployment;
  readonly stateful: StatefulStack;
  readonly failedMessages: FailedMessages;
  readonly encryption: MessageEncryption;
}

/** Timeout for requesting a token, and for fetching a text of 64 MB while it is stored, which takes 100 s at most. */
const fetcherTimeout = Duration.seconds(150);
const cleanerTimeout = Duration.seconds(60);

/** Maintains the texts of specifications and documents: fetches them from their URLs, deletes the unreferenced ones. */
export class SpecificationsStack extends Stack {
  constructor(
    scope: Construct,
    id: string,
    { deployment, stateful, failedMessages, encryption: messages, ...props }: SpecificationsStackProps,
  ) {
    super(scope, id, props);
    const encryption = withFormerKey(this, deployment, messages, 'fetches');
    this.fetching({ deployment, stateful, failedMessages, encryption });
    this.cleaning({ deployment, stateful, failedMessages, encryption });
  }

  private fetching({ deployment, stateful, failedMessages, encryption }: Parts): void {
    const queue = new WorkQueue(this, 'Fetches', {
      deployment,
      encryption,
      failedMessages,
      name: 'spec-fetches',
      consumerTimeout: fetcherTimeout,
      // Twice the attempts, after the last of which there is a result; the others are for crashes.
      maxReceiveCount: 2 * (deployment.settings.retrySeconds.fetch.length + 1),
      // The last retry comes after 2 min 35 s, or as late as the other side asks for.
      maxDelay: Duration.hours(2),
    });
    new EventSubscription(this, 'FetchRequests', {
      eventBus: stateful.eventBus.bus,
      failedMessages,
      description: 'Specifications and documents that are to be fetched',
      detailTypes: ['SpecificationFetchRequested'],
      queue,
      // Texts of one Application are often at one host: if it hangs, those of others pass the ones that wait.
      fairBetween: '$.detail.data.applicationId',
    });
    const { table, specifications, sealingKey } = stateful;
    const fetcher = new ServiceFunction(this, 'SpecFetcher', {
      deployment,
      name: 'spec-fetcher',
      entry: 'functions/spec-fetcher/handler.ts',
      schema: specFetcherEnvironment,
      access: [
        table.access('DeleteItem', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        specifications.writeAccess(),
        sealingKey.readAccess(),
        queue.sending('FETCH_QUEUE_URL'),
      ],
      environment: {},
      timeout: fetcherTimeout,
      // Memory holds the first 5 MB and a part of the text, each several times while it is decoded and stored.
      memorySize: 1024,
      alarmsOnErrors: true,
    });
    // One fetch at a time, so that a hanging server does not delay other messages of a batch.
    queue.consumedBy(fetcher, { batchSize: 1, maxConcurrency: 100 });
  }

  private cleaning({ deployment, stateful, failedMessages, encryption }: Parts): void {
    const queue = new WorkQueue(this, 'Rubbish', {
      deployment,
      encryption,
      failedMessages,
      name: 'spec-rubbish',
      consumerTimeout: cleanerTimeout,
      maxReceiveCount: 8,
      maxDelay: Duration.minutes(15),
      // A reader of the pointer a moment ago still finds the object.
      deliveryDelay: Duration.minutes(1),
    });
    new EventSubscription(this, 'Releases', {
      eventBus: stateful.eventBus.bus,
      failedMessages,
      description: 'Texts that nothing points to any more',
      detailTypes: cleaningDetailTypes,
      queue,
    });
    const cleaner = new ServiceFunction(this, 'SpecCleaner', {
      deployment,
      name: 'spec-cleaner',
      entry: 'functions/spec-cleaner/handler.ts',
      schema: specCleanerEnvironment,
      access: [stateful.specifications.cleaningAccess()],
      environment: {},
      timeout: cleanerTimeout,
      memorySize: 256,
    });
    queue.consumedBy(cleaner, { batchSize: 10 });
  }
}
