import { clientCredentialsRevoked, removeClient } from '#shared/consumers/remove-client.ts';
import { queueHandler } from '#shared/lambda/queue-handler.ts';
import { deps } from './deps.ts';

export const handler = queueHandler(deps.log, clientCredentialsRevoked, async ({ detail }) => {
  const { clientId } = detail.data;
  await removeClient(clientId, deps);
  return { outcome: 'removed', clientId };
});
