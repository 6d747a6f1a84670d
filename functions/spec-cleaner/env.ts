import * as z from 'zod';
import { environment } from '#shared/core/environment.ts';

export const specCleanerEnvironment = z.object(environment.specifications);
