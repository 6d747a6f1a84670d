import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { deliverySchedulerEnvironment } from '#functions/delivery-scheduler/env.ts';
import { eventRelayEnvironment } from '#functions/event-relay/env.ts';
import { notificationFanoutEnvironment } from '#functions/notification-fanout/env.ts';
import { webhookDispatcherEnvironment } from '#functions/webhook-dispatcher/env.ts';
import { webhookTesterEnvironment } from '#functions/webhook-tester/env.ts';
import { notifyingDetailTypes } from '#shared/events/notifying-events.ts';
import { ChangeFeed } from '../constructs/change-feed.ts';
import type { Deployment } from '../constructs/deployment.ts';
import { EventAlarm } from '../constructs/event-alarm.ts';
import { EventSchemas } from '../constructs/event-schemas.ts';
import { EventSubscription } from '../constructs/event-subscription.ts';
import { FailedMessages } from '../constructs/failed-messages.ts';
import { type MessageEncryption, messageEncryption } from '../constructs/message-encryption.ts';
import { RevocationJournal } from '../constructs/revocation-journal.ts';
import { RevokedClients } from '../constructs/revoked-clients.ts';
import { ScheduledRun } from '../constructs/scheduled-run.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import type { StatefulStack } from './stateful-stack.ts';

export interface NotificationsStackProps extends StackProps {
  readonly deployment: Deployment;
  readonly stateful: StatefulStack;
}

const relayTimeout = Duration.seconds(30);
const fanoutTimeout = Duration.seconds(60);
const dispatcherTimeout = Duration.seconds(60);
/** Less than the caller's 29 seconds. */
const testerTimeout = Duration.seconds(25);

/** From a change in the table to a webhook at an Application: stream, relay, bus, fan-out, delivery. */
export class NotificationsStack extends Stack {
  readonly encryption: MessageEncryption;
  /** The function that the Director calls to test a webhook. */
  readonly webhookTester: ServiceFunction;
  readonly failedMessages: FailedMessages;

  constructor(scope: Construct, id: string, { deployment, stateful, ...props }: NotificationsStackProps) {
    super(scope, id, props);
    const { table, eventBus } = stateful;
    this.encryption = messageEncryption(this, deployment);
    const { encryption } = this;
    this.failedMessages = new FailedMessages(this, 'FailedMessages', { deployment, encryption });
    const { failedMessages } = this;
    const notifications = new WorkQueue(this, 'Notifications', {
      deployment,
      encryption,
      failedMessages,
      name: 'notifications',
      consumerTimeout: fanoutTimeout,
      // Failed messages are received again after 5 s, 30 s, 2 min, and then every six minutes: half an hour in all.
      maxReceiveCount: 8,
      maxDelay: Duration.minutes(10),
    });
    const deliveries = new WorkQueue(this, 'Deliveries', {
      deployment,
      encryption,
      failedMessages,
      name: 'deliveries',
      consumerTimeout: dispatcherTimeout,
      // The table keeps a delivery after 20 receptions; the others are for crashes.
      maxReceiveCount: 30,
      // A message waits for at most 15 minutes at a time.
      maxDelay: Duration.hours(2),
    });

    new EventSchemas(this, 'EventSchemas', deployment);
    const relay = new ServiceFunction(this, 'EventRelay', {
      deployment,
      name: 'event-relay',
      entry: 'functions/event-relay/handler.ts',
      schema: eventRelayEnvironment,
      access: [table.streamAccess(), eventBus.publishing()],
      environment: {},
      timeout: relayTimeout,
      memorySize: 512,
    });
    new ChangeFeed(this, 'ChangeFeed', { deployment, table, encryption, failedMessages, consumer: relay });

    this.subscribe(stateful, notifications);
    const { clients } = stateful.identityProvider;
    if (clients) new RevokedClients(this, 'RevokedClients', { deployment, table, eventBus, clients, encryption, failedMessages });
    this.alarms(deployment, stateful);
    const fanout = this.fanOut(stateful, { deployment, notifications, deliveries });
    const { dispatcher, scheduler } = this.dispatch({ deployment, stateful, deliveries });
    // The readers of a message are updated before its writers.
    for (const sender of [fanout, scheduler]) sender.function.node.addDependency(dispatcher.function);
    relay.function.node.addDependency(fanout.function);
    this.webhookTester = this.tester(deployment, stateful);
  }

  /** Makes the deliveries of a change. */
  private fanOut(
    { table }: StatefulStack,
    { deployment, notifications, deliveries }: { deployment: Deployment; notifications: WorkQueue; deliveries: WorkQueue },
  ) {
    const fanout = new ServiceFunction(this, 'NotificationFanout', {
      deployment,
      name: 'notification-fanout',
      entry: 'functions/notification-fanout/handler.ts',
      schema: notificationFanoutEnvironment,
      access: [
        table.access('BatchGetItem', 'GetItem', 'Query'),
        deliveries.sending('DELIVERY_QUEUE_URL'),
        notifications.sending('NOTIFICATION_QUEUE_URL'),
      ],
      environment: {},
      timeout: fanoutTimeout,
      memorySize: 512,
      // One message for each 5,000 deliveries of a change; each begins after the last Application of the one before.
      continuesItself: true,
    });
    notifications.consumedBy(fanout, { batchSize: 10 });
    return fanout;
  }

  /** Makes the attempts at deliveries, and sends those that are due to the queue. */
  private dispatch({ deployment, stateful, deliveries }: { deployment: Deployment; stateful: StatefulStack; deliveries: WorkQueue }) {
    const { table, sealingKey } = stateful;
    const { mutualTls } = deployment.settings;
    const dispatcher = new ServiceFunction(this, 'WebhookDispatcher', {
      deployment,
      name: 'webhook-dispatcher',
      entry: 'functions/webhook-dispatcher/handler.ts',
      schema: webhookDispatcherEnvironment,
      access: [
        table.access('BatchGetItem', 'GetItem', 'PartiQLInsert', 'PartiQLUpdate', 'UpdateItem'),
        sealingKey.readAccess(),
        deliveries.named('DELIVERY_QUEUE_URL'),
      ],
      environment: mutualTls ? { MTLS_URL: `https://${mutualTls.domainName}` } : {},
      timeout: dispatcherTimeout,
      memorySize: 512,
      alarmsOnErrors: true,
    });
    // The deliveries of a batch are attempted at the same time and written together. One that hangs holds the worker as it would alone.
    deliveries.consumedBy(dispatcher, { batchSize: 10, maxConcurrency: 200 });

    const scheduler = new ServiceFunction(this, 'DeliveryScheduler', {
      deployment,
      name: 'delivery-scheduler',
      entry: 'functions/delivery-scheduler/handler.ts',
      schema: deliverySchedulerEnvironment,
      access: [table.dueWorkAccess(), deliveries.sending('DELIVERY_QUEUE_URL')],
      environment: {},
      timeout: Duration.seconds(60),
      memorySize: 256,
    });
    new ScheduledRun(this, 'DueDeliveries', {
      deployment,
      description: 'Sends webhook deliveries whose next attempt is due',
      every: Duration.minutes(1),
      target: scheduler,
    });
    return { dispatcher, scheduler };
  }

  /** Posts tests to webhooks. The Director, which calls it, could have the dispatcher post anything; this one posts its own message only. */
  private tester(deployment: Deployment, { table, sealingKey }: StatefulStack): ServiceFunction {
    return new ServiceFunction(this, 'WebhookTester', {
      deployment,
      name: 'webhook-tester',
      entry: 'functions/webhook-tester/handler.ts',
      schema: webhookTesterEnvironment,
      access: [table.access('GetItem', 'UpdateItem'), sealingKey.readAccess()],
      environment: {},
      timeout: testerTimeout,
      memorySize: 512,
    });
  }

  private alarms(deployment: Deployment, { eventBus: { bus: eventBus } }: StatefulStack): void {
    new EventAlarm(this, 'CloneSuspicions', {
      deployment,
      eventBus,
      detailType: 'CertificateCloneSuspected',
      name: 'clone-suspicions',
      description: 'Client certificates whose key may have been copied',
      runbook: 'clone-suspicions',
      summary: 'Two may hold the key of one client certificate.',
    });
    new EventAlarm(this, 'DisabledWebhooks', {
      deployment,
      eventBus,
      detailType: 'WebhookDisabled',
      name: 'disabled-webhooks',
      description: 'Webhooks that get no deliveries any more',
      runbook: 'disabled-webhooks',
      summary: 'A webhook was disabled: its endpoint is gone, or failed for five days.',
    });
    new RevocationJournal(this, 'RevocationJournal', { deployment, eventBus });
  }

  private subscribe({ eventBus }: StatefulStack, queue: WorkQueue): void {
    new EventSubscription(this, 'NotifyingEvents', {
      eventBus: eventBus.bus,
      failedMessages: this.failedMessages,
      description: 'Changes that Applications are notified of',
      detailTypes: notifyingDetailTypes,
      queue,
    });
  }
}
