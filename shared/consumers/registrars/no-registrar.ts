import { invalidOperation } from '../../core/errors.ts';
import type { ClientRegistrar } from '../client-registrar.ts';

/** For deployments with an external identity provider, where no clients can be created. Throws InvalidOperation. */
export const noRegistrar: ClientRegistrar = {
  create: async () => {
    throw invalidOperation(
      'client credentials cannot be requested here: the identity provider of this deployment makes no clients; pair with a one-time token instead',
    );
  },
  delete: async () => undefined,
};
