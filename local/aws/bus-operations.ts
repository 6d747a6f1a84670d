import * as z from 'zod';
import type { BusAnswer, BusEntry } from '../bus/local-bus.ts';
import type { AwsOperations } from './aws-endpoint.ts';
import { AwsError } from './aws-error.ts';

const entry = z.object({
  Source: z.string().optional(),
  DetailType: z.string().optional(),
  Detail: z.string().optional(),
  EventBusName: z.string().optional(),
  Resources: z.array(z.string()).optional(),
  Time: z.number().optional(),
});
const putEvents = z.object({ Entries: z.array(entry).min(1).max(10) });

/** EventBridge: entries fail one by one, as they do there. */
export const busOperations = (put: (entries: readonly BusEntry[]) => Promise<readonly BusAnswer[]>): AwsOperations => ({
  'AWSEvents.PutEvents': async (input) => {
    const parsed = putEvents.safeParse(input);
    if (!parsed.success) throw new AwsError('ValidationException', z.prettifyError(parsed.error));
    const answers = await put(parsed.data.Entries);
    return { FailedEntryCount: answers.filter((answer) => 'ErrorCode' in answer).length, Entries: answers };
  },
});
