import type { IEventBus } from 'aws-cdk-lib/aws-events';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { Deployment } from './deployment.ts';
import { eventLog } from './event-log.ts';

/**
 * Keeps outside the table which credentials have ended, for longer than the 35 days to which the table can be restored: `npm run aws -- restore-drill`
 * ends them again in a restored table.
 */
export class RevocationJournal extends Construct {
  constructor(scope: Construct, id: string, { deployment, eventBus }: { deployment: Deployment; eventBus: IEventBus }) {
    super(scope, id);
    eventLog(this, {
      deployment,
      eventBus,
      detailTypes: ['CertificateRevoked', 'ClientCredentialsRevoked'],
      name: 'revocations',
      description: 'Credentials that have ended',
      retention: RetentionDays.THREE_MONTHS,
    });
  }
}
