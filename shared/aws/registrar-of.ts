import type { ClientRegistrar } from '#shared/consumers/client-registrar.ts';
import { localRegistrar } from '#shared/consumers/registrars/local-registrar.ts';
import { noRegistrar } from '#shared/consumers/registrars/no-registrar.ts';
import { loadedAtFirstUse } from '#shared/core/loaded-at-first-use.ts';

export type RegistrarSettings =
  | { readonly CLIENT_REGISTRAR: 'none' }
  | { readonly CLIENT_REGISTRAR: 'local'; readonly LOCAL_CLIENTS_FOLDER: string }
  | { readonly CLIENT_REGISTRAR: 'cognito'; readonly USER_POOL_ID: string; readonly RESOURCE_SERVER: string };

/** The registrar that a function's environment asks for. */
export function registrarOf(settings: RegistrarSettings): ClientRegistrar {
  if (settings.CLIENT_REGISTRAR === 'none') return noRegistrar;
  if (settings.CLIENT_REGISTRAR === 'local') return localRegistrar(settings.LOCAL_CLIENTS_FOLDER);
  const { USER_POOL_ID: userPoolId, RESOURCE_SERVER: resourceServer } = settings;
  const load = async (): Promise<ClientRegistrar> => {
    const [{ cognitoClient }, { cognitoRegistrar }] = await Promise.all([import('./cognito-client.ts'), import('./cognito-registrar.ts')]);
    return cognitoRegistrar({ client: cognitoClient(), userPoolId, resourceServer });
  };
  return loadedAtFirstUse(load, ['create', 'delete']);
}
