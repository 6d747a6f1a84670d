import { registrarOf } from '#shared/aws/registrar-of.ts';
import { logger } from '#shared/observability/logger.ts';
import { tableOf } from '#shared/table/configured-table.ts';
import { dynamoOAuthClients } from '#shared/table/consumers/oauth-client-repository.dynamo.ts';
import { clientRemoverEnvironment } from './env.ts';

const environment = clientRemoverEnvironment.parse(process.env);

export const deps = {
  log: logger('client-remover'),
  registrar: registrarOf(environment),
  clients: dynamoOAuthClients(tableOf(environment)),
};
