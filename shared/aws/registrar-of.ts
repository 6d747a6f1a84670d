import type { ClientRegistrar } from '#shared/consumers/client-registrar.ts';
import { localRegistrar } from '#shared/consumers/registrars/local-registrar.ts';
import { noRegistrar } from '#shared/consumers/registrars/no-registrar.ts';
import { once } from '#shared/core/once.ts';

export type RegistrarSettings =
  | { readonly CLIENT_REGISTRAR: 'none' }
  | { readonly CLIENT_REGISTRAR: 'local'; readonly LOCAL_CLIENTS_FOLDER: string }
  | { readonly CLIENT_REGISTRAR: 'cognito'; readonly USER_POOL_ID: string; readonly RESOURCE_SERVER: string };

/** The registrar that a function's environment asks for. */
export function registrarOf(settings: RegistrarSettings): ClientRegistrar {
  if (settings.CLIENT_REGISTRAR === 'none') return noRegistrar;
  if (settings.CLIENT_REGISTRAR === 'local') return localRegistrar(settings.LOCAL_CLIENTS_FOLDER);
  const { USER_POOL_ID: userPoolId, RESOURCE_SERVER: resourceServer } = settings;
  return loadedLater(async () => {
    const [{ cognitoClient }, { cognitoRegistrar }] = await Promise.all([import('./cognito-client.ts'), import('./cognito-registrar.ts')]);
    return cognitoRegistrar({ client: cognitoClient(), userPoolId, resourceServer });
  });
}

/** Loaded at first use, because few requests make or delete a client. */
function loadedLater(load: () => Promise<ClientRegistrar>): ClientRegistrar {
  const registrar = once(load);
  return {
    create: async (order) => (await registrar()).create(order),
    delete: async (clientId) => (await registrar()).delete(clientId),
  };
}
