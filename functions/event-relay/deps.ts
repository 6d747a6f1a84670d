import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { eventBridgeBus } from '#shared/aws/event-bridge-bus.ts';
import { requestTimeouts } from '#shared/aws/request-timeouts.ts';
import { logger } from '#shared/observability/logger.ts';
import { eventRelayEnvironment } from './env.ts';

const environment = eventRelayEnvironment.parse(process.env);
const client = new EventBridgeClient({ maxAttempts: 4, requestHandler: requestTimeouts });

export const deps = {
  log: logger('event-relay'),
  bus: eventBridgeBus(client, environment.EVENT_BUS_NAME),
};
