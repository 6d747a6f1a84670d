import { relayChanges } from '#shared/events/relay-changes.ts';
import { streamHandler } from '#shared/lambda/stream-handler.ts';
import { deps } from './deps.ts';

export const handler = streamHandler(deps.log, (changes) => relayChanges(changes, deps));
