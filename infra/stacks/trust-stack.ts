import { Duration, Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { authorityWatchEnvironment } from '#functions/authority-watch/env.ts';
import { crlPublisherEnvironment } from '#functions/crl-publisher/env.ts';
import type { Deployment } from '../constructs/deployment.ts';
import { EventSubscription } from '../constructs/event-subscription.ts';
import type { FailedMessages } from '../constructs/failed-messages.ts';
import type { MessageEncryption } from '../constructs/message-encryption.ts';
import { RootExpiry } from '../constructs/root-expiry.ts';
import { ScheduledRun } from '../constructs/scheduled-run.ts';
import { ServiceFunction } from '../constructs/service-function.ts';
import { WorkQueue } from '../constructs/work-queue.ts';
import type { StatefulStack } from './stateful-stack.ts';

export interface TrustStackProps extends StackProps {
  readonly deployment: Deployment;
  readonly stateful: StatefulStack;
  readonly encryption: MessageEncryption;
  readonly failedMessages: FailedMessages;
}

interface Parts {
  readonly deployment: Deployment;
  readonly stateful: StatefulStack;
  readonly encryption: MessageEncryption;
  readonly failedMessages: FailedMessages;
}

const publisherTimeout = Duration.seconds(60);

/** Publishes revocations of certificates, and raises an alarm before a root ends. */
export class TrustStack extends Stack {
  constructor(scope: Construct, id: string, { deployment, stateful, encryption, failedMessages, ...props }: TrustStackProps) {
    super(scope, id, props);
    this.publishRevocations({ deployment, stateful, encryption, failedMessages });
    this.watchAuthorities(deployment, stateful);
  }

  private publishRevocations({ deployment, stateful, encryption, failedMessages }: Parts): void {
    const { table, truststore, certificateAuthorities, revocationLists, eventBus } = stateful;
    const revocations = new WorkQueue(this, 'Revocations', {
      deployment,
      encryption,
      failedMessages,
      name: 'revocations',
      consumerTimeout: publisherTimeout,
      // The first three failures cost less than three minutes, each of the others six, the visibility timeout: an hour in all.
      maxReceiveCount: 13,
      maxDelay: Duration.minutes(15),
    });
    new EventSubscription(this, 'RevokedCertificates', {
      eventBus: eventBus.bus,
      failedMessages,
      description: 'Certificates that no longer count',
      detailTypes: ['CertificateRevoked'],
      queue: revocations,
    });
    const publisher = new ServiceFunction(this, 'CrlPublisher', {
      deployment,
      name: 'crl-publisher',
      entry: 'functions/crl-publisher/handler.ts',
      schema: crlPublisherEnvironment,
      access: [
        table.access('PutItem', 'Query', 'UpdateItem'),
        truststore.readAccess(),
        revocationLists.writeAccess(),
        certificateAuthorities.revokingAccess(),
      ],
      environment: {},
      timeout: publisherTimeout,
      memorySize: 512,
    });
    // A batch shares a list, so that deleting an owner with many certificates publishes few lists.
    revocations.consumedBy(publisher, { batchSize: 10, maxBatchingWindow: Duration.seconds(5), maxConcurrency: 2 });
  }

  private watchAuthorities(deployment: Deployment, { table, truststore, certificateAuthorities, revocationLists }: StatefulStack): void {
    const watch = new ServiceFunction(this, 'AuthorityWatch', {
      deployment,
      name: 'authority-watch',
      entry: 'functions/authority-watch/handler.ts',
      schema: authorityWatchEnvironment,
      access: [
        table.access('GetItem', 'Query', 'UpdateItem'),
        truststore.readAccess(),
        revocationLists.writeAccess(),
        certificateAuthorities.watchingAccess(),
      ],
      environment: {},
      timeout: Duration.seconds(60),
      memorySize: 512,
    });
    const { looks } = new RootExpiry(this, 'RootExpiry', { deployment, watch });
    new ScheduledRun(this, 'AuthorityChecks', {
      deployment,
      description: 'Renews revocation lists and looks how long the certificate authority is valid',
      every: Duration.hours(1),
      // The lists of a new authority, and of a first deployment, are there seconds after its certificate is published.
      alsoAt: truststore.publication,
      target: watch,
      successes: looks,
    });
  }
}
