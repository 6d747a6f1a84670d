import { Duration } from 'aws-cdk-lib';
import { EventBus as Bus } from 'aws-cdk-lib/aws-events';
import { Construct } from 'constructs';
import { type Access, allow } from './access.ts';
import type { Deployment } from './deployment.ts';

/** The bus of domain events, with an archive to replay them from. */
export class DomainEventBus extends Construct {
  readonly bus: Bus;

  constructor(scope: Construct, id: string, { settings }: Deployment) {
    super(scope, id);
    this.bus = new Bus(this, 'Bus', { eventBusName: `${settings.prefix}-events` });
    this.bus.archive('Archive', {
      archiveName: `${settings.prefix}-events`,
      description: 'Every domain event, for replay',
      eventPattern: { account: [this.bus.stack.account] },
      retention: Duration.days(settings.eventArchiveDays),
    });
  }

  publishing(): Access<{ EVENT_BUS_NAME: string }> {
    return { environment: { EVENT_BUS_NAME: this.bus.eventBusName }, statements: [allow(['events:PutEvents'], [this.bus.eventBusArn])] };
  }
}
