import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { requestAdmission } from '#shared/admission/tenant-admission.ts';
import { requestTimeouts } from '#shared/aws/request-timeouts.ts';
import { runtimeBus } from '#shared/aws/runtime-bus.ts';
import { systemClock } from '#shared/core/clock.ts';
import { logger } from '#shared/observability/logger.ts';
import { documentClient } from '#shared/table/document-client.ts';
import { dynamoRuntimeView } from '#shared/table/runtime-view/runtime-view.dynamo.ts';
import { dynamoSenderCounts } from '#shared/table/runtime-view/sender-counts.dynamo.ts';
import { senderAuthentication } from './authentication.ts';
import { eventsGatewayEnvironment } from './env.ts';
import type { EventsGatewayDeps } from './serve-events.ts';

const environment = eventsGatewayEnvironment.parse(process.env);
/** Requests of one Application in a second, on average of half a minute. */
const maxRequestsPerSecond = 25;

const log = logger('events-gateway');
const documents = documentClient();
const client = new EventBridgeClient({ maxAttempts: 4, requestHandler: requestTimeouts });

export const deps: EventsGatewayDeps = {
  log,
  tenant: environment.TENANT,
  view: dynamoRuntimeView(documents, environment.VIEW_TABLE),
  bus: runtimeBus(client, environment.EVENT_BUS_NAME),
  admit: requestAdmission({
    counts: dynamoSenderCounts(documents, environment.VIEW_TABLE),
    clock: systemClock,
    log,
    subject: 'Application',
    maxRequestsPerSecond,
  }),
  authenticate: senderAuthentication({
    tenant: environment.TENANT,
    controlPlaneUrl: environment.CONTROL_PLANE_URL,
    issuer: environment.OIDC_ISSUER,
    clock: systemClock,
  }),
};
