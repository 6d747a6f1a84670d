import { controlPlaneTable } from '#shared/aws/control-plane-table.ts';
import { documentClient } from '#shared/aws/document-client.ts';
import { dynamoOAuthClients } from '#shared/consumers/oauth-client-repository.dynamo.ts';
import { registrarOf } from '#shared/consumers/registrars/registrar-of.ts';
import { logger } from '#shared/observability/logger.ts';
import { clientRemoverEnvironment } from './env.ts';

const environment = clientRemoverEnvironment.parse(process.env);

export const deps = {
  log: logger('client-remover'),
  registrar: registrarOf(environment),
  clients: dynamoOAuthClients(controlPlaneTable(documentClient(), environment.TABLE_NAME)),
};
