import { httpHandler } from '#shared/lambda/http-handler.ts';
import { deps, edge } from './deps.ts';
import { exchange } from './exchange.ts';

export const handler = httpHandler(edge, (event) => exchange(event, deps));
