import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { clientRemoverEnvironment } from '#functions/client-remover/env.ts';
import type { ControlPlaneTable } from './control-plane-table.ts';
import type { Deployment } from './deployment.ts';
import type { DomainEventBus } from './domain-event-bus.ts';
import { EventSubscription } from './event-subscription.ts';
import type { FailedMessages } from './failed-messages.ts';
import type { ClientPool } from './identity-provider.ts';
import type { MessageEncryption } from './message-encryption.ts';
import { ServiceFunction } from './service-function.ts';
import { WorkQueue } from './work-queue.ts';

export interface RevokedClientsProps {
  readonly deployment: Deployment;
  readonly table: ControlPlaneTable;
  readonly eventBus: DomainEventBus;
  readonly clients: ClientPool;
  readonly encryption: MessageEncryption;
  readonly failedMessages: FailedMessages;
}

const timeout = Duration.seconds(30);

/**
 * Deletes the OAuth clients whose System Auth was deleted. Their tokens are refused already, but they count against the quota of the
 * user pool.
 */
export class RevokedClients extends Construct {
  constructor(scope: Construct, id: string, props: RevokedClientsProps) {
    super(scope, id);
    const { deployment, table, eventBus, clients, encryption, failedMessages } = props;
    const queue = new WorkQueue(this, 'Work', {
      deployment,
      encryption,
      failedMessages,
      name: 'revoked-clients',
      consumerTimeout: timeout,
      maxReceiveCount: 8,
      maxDelay: Duration.hours(1),
    });
    new EventSubscription(this, 'Revocations', {
      eventBus: eventBus.bus,
      failedMessages,
      description: 'OAuth clients that count no more',
      detailTypes: ['ClientCredentialsRevoked'],
      queue,
    });
    const remover = new ServiceFunction(this, 'ClientRemover', {
      deployment,
      name: 'client-remover',
      entry: 'functions/client-remover/handler.ts',
      schema: clientRemoverEnvironment,
      access: [table.access('DeleteItem'), clients.removing()],
      environment: {},
      timeout,
      memorySize: 256,
    });
    // Cognito takes about 15 changes of clients a second.
    queue.consumedBy(remover, { batchSize: 5, maxConcurrency: 2 });
  }
}
