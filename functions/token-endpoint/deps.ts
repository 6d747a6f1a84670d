import { logger } from '#shared/observability/logger.ts';
import { tokenEndpointEnvironment } from './env.ts';

const environment = tokenEndpointEnvironment.parse(process.env);

export const deps = { log: logger('token-endpoint'), tokenUrl: environment.TOKEN_URL, resourceServer: environment.RESOURCE_SERVER };
