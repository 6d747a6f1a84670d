import { systemClock } from '#shared/core/clock.ts';
import { configuredFirewall } from '#shared/lambda/firewall.ts';
import { logger } from '#shared/observability/logger.ts';
import { tokenEndpointEnvironment } from './env.ts';

const environment = tokenEndpointEnvironment.parse(process.env);
const log = logger('token-endpoint');

export const edge = { log, firewall: configuredFirewall(environment, { clock: systemClock, log }) };

export const deps = { log, tokenUrl: environment.TOKEN_URL, resourceServer: environment.RESOURCE_SERVER };
