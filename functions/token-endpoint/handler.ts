import { httpHandler } from '#shared/lambda/http-handler.ts';
import { deps } from './deps.ts';
import { exchange } from './exchange.ts';

export const handler = httpHandler(deps.log, (event) => exchange(event, deps));
