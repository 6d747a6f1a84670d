import { noFirewall } from '#shared/lambda/firewall.ts';
import { httpHandler } from '#shared/lambda/http-handler.ts';
import { deps } from './deps.ts';
import { serveEvents } from './serve-events.ts';

export const handler = httpHandler({ log: deps.log, firewall: noFirewall }, (event) => serveEvents(event, deps));
