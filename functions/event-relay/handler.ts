import { streamHandler } from '#shared/lambda/stream-handler.ts';
import { relayChanges } from '#shared/table/changes/relay-changes.ts';
import { deps } from './deps.ts';

export const handler = streamHandler(deps.log, (changes) => relayChanges(changes, deps));
