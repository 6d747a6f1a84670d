import { jsonAnswer } from '#functions/events-gateway/answers.ts';
import { readLegacyEvent } from '#shared/application-events/compat/legacy-event.ts';
import { type HttpMessage, requireSmall } from '#shared/application-events/http-message.ts';
import { type RuntimeBus, sendEvents } from '#shared/application-events/send-events.ts';
import { AppError } from '#shared/core/errors.ts';
import type { ApiEvent, ApiResult } from '#shared/lambda/api-event.ts';

/** Returns true for the path that the original gives Applications for events. */
export const takesLegacyEvents = ({ rawPath }: Pick<ApiEvent, 'rawPath'>): boolean => rawPath.endsWith('/v1/events');

/** Stores one event in the JSON of the original, and answers as that does. */
export async function serveLegacyEvent(message: HttpMessage, application: string, deps: { readonly bus: RuntimeBus }): Promise<ApiResult> {
  try {
    requireSmall(message);
    const read = readLegacyEvent(message, application);
    if ('problem' in read) return jsonAnswer(400, { status: 400, ...read.problem });
    await sendEvents([read.event], application, deps);
    return jsonAnswer(200, { 'event-id': read.event.id, status: '', reason: '' });
  } catch (error) {
    if (error instanceof AppError && error.code === 'EventTooLarge') return tooLarge(error);
    throw error;
  }
}

const tooLarge = ({ message }: AppError): ApiResult =>
  jsonAnswer(413, { status: 413, type: 'request_body_too_large', message: 'Request body too large', moreInfo: message });
