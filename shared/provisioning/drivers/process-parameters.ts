import * as z from 'zod';
import { optional } from '../../core/validate.ts';
import { parameterCheck } from './parameter-check.ts';

const webUrl = z.url({ protocol: /^https?$/, error: 'must be an http or https URL' });

/** Parameters of a Runtime that is a process of this machine. */
const processParameters = z.object({
  eventsUrl: optional(webUrl),
  consoleUrl: optional(webUrl),
  syncPeriodSeconds: optional(z.number().positive()),
  /** False leaves the Runtime without its Agent: a rehearsal of Agents that never connect. */
  startAgent: optional(z.boolean()),
});

export const processCheck = parameterCheck('process', processParameters);
