import * as z from 'zod';
import { jsonVariable } from '../../core/json-variable.ts';
import { driverNames } from './driver-names.ts';
import { runtimeTargets } from './runtime-targets.ts';

const driverName = z.enum(driverNames);

/** Variables of the Provisioner and of the tasks that call drivers. */
export const runtimeDriverVariables = {
  /** The runtime drivers that there are, separated by commas. Others are refused. */
  RUNTIME_DRIVERS: z
    .string()
    .default('')
    .transform((text) => text.split(',').filter((name) => name !== ''))
    .pipe(z.array(driverName)),
  /** The accounts and Regions of tenants, for the driver `cloudformation`. */
  RUNTIME_TARGETS: jsonVariable(runtimeTargets).optional(),
};
