import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';

export const sweeperEnvironment = z.object(environment.table);
