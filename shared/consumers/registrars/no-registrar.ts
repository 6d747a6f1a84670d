import { invalidOperation } from '../../core/errors.ts';
import type { ClientRegistrar } from '../client-registrar.ts';

/** For deployments whose identity provider is not theirs to make clients in. Throws InvalidOperation. */
export const noRegistrar: ClientRegistrar = {
  create: async () => {
    throw invalidOperation(
      'client credentials cannot be requested here: the identity provider of this deployment makes no clients; pair with a one-time token instead',
    );
  },
  delete: async () => undefined,
};
