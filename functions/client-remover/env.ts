import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';

const { cognito, local } = environment.clientRegistrar;

export const clientRemoverEnvironment = z.discriminatedUnion('CLIENT_REGISTRAR', [
  z.object({ ...environment.table, ...cognito }),
  z.object({ ...environment.table, ...local }),
]);
