import * as z from 'zod';
import { tenantId } from '../core/tenant-id.ts';
import { failedSteps } from './tasks/failed-steps.ts';

/** The input of a step: the keys to read everything else. */
export const stepInput = z.object({
  tenant: z.string().transform(tenantId),
  operationId: z.uuid(),
  runtimeId: z.uuid(),
  /** The step to note as begun. Absent in checks, and in executions that an earlier release started. */
  begins: z.object({ step: z.string().regex(/^\w{1,64}$/), cleansUp: z.boolean() }).optional(),
});

/** The input of a check, with the end of the wait. */
export const checkInput = stepInput.extend({ deadline: z.iso.datetime() });

/** The input of the step that reports a failed workflow. */
export const failureInput = stepInput.extend(failedSteps);

export type StepInput = z.input<typeof stepInput>;
