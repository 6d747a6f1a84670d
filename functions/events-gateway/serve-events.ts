import type { Logger } from '@aws-lambda-powertools/logger';
import { type HttpMessage, requireSmall } from '#shared/application-events/http-message.ts';
import { isCloudEvent, readCloudEvents } from '#shared/application-events/read-cloud-events.ts';
import { type RuntimeBus, type RuntimeView, requireSender, type Sender, sendEvents } from '#shared/application-events/send-events.ts';
import { AppError } from '#shared/core/errors.ts';
import type { ApiEvent, ApiResult } from '#shared/lambda/api-event.ts';
import { codingOf } from '#shared/lambda/request-body.ts';
import { refusal, stored } from './answers.ts';
import { serveLegacyEvent, takesLegacyEvents } from './compat/legacy-events.ts';

export interface EventsGatewayDeps {
  readonly log: Logger;
  /** The tenant of the Runtime. */
  readonly tenant: string;
  readonly view: RuntimeView;
  readonly bus: RuntimeBus;
  readonly authenticate: (event: ApiEvent) => Promise<Sender>;
  /** Throws TooManyRequests. */
  readonly admit: (applicationId: string) => Promise<void>;
}

/**
 * Answers `POST /{application}/events` (CloudEvents) and `POST /{application}/v1/events`, the URL that Applications are given, which takes the JSON of the original
 * as well. It answers after the events are stored on the bus.
 */
export async function serveEvents(event: ApiEvent, deps: EventsGatewayDeps): Promise<ApiResult> {
  try {
    const sender = await deps.authenticate(event);
    const application = await requireSender(sender, event.pathParameters?.application ?? '', deps);
    await deps.admit(sender.applicationId);
    const message = messageOf(event);
    if (takesLegacyEvents(event) && !isCloudEvent(message)) return await serveLegacyEvent(message, application, deps);
    requireSmall(message);
    await sendEvents(readCloudEvents(message), application, deps);
    return stored();
  } catch (error) {
    return refusal(error, deps.log);
  }
}

/** Throws UnsupportedEventFormat. */
function messageOf(event: ApiEvent): HttpMessage {
  if (codingOf(event) !== undefined) throw new AppError('UnsupportedEventFormat', 'events are sent without a content coding');
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  const headers = Object.fromEntries(Object.entries(event.headers).map(([name, value]) => [name.toLowerCase(), value]));
  return { headers, body };
}
