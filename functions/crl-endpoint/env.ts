import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';

export const crlEndpointEnvironment = z.object({ ...environment.table, ...environment.revocationLists, ...environment.firewall });
