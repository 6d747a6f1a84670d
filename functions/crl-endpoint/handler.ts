import { httpHandler } from '#shared/lambda/http-handler.ts';
import { deps } from './deps.ts';
import { serveList } from './serve-list.ts';

export const handler = httpHandler(deps.log, (event) => serveList(event, deps));
