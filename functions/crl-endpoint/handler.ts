import { httpHandler } from '#shared/lambda/http-handler.ts';
import { deps, edge } from './deps.ts';
import { serveList } from './serve-list.ts';

export const handler = httpHandler(edge, (event) => serveList(event, deps));
