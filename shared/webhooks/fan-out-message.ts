import * as z from 'zod';
import { notifyingEventSchema } from '../events/notifying-events.ts';

/** The place in an audience from which on its Applications are still to be notified. */
const fanOutPosition = z.object({
  /** Index of the Runtime in the audience. */
  runtime: z.int().min(0),
  formationId: z.string(),
  /** Key of the last member that was read, in the order of the formation's listing. Default: the beginning. */
  after: z.string().optional(),
});

export type FanOutPosition = z.infer<typeof fanOutPosition>;

/** An event of the bus; or, with `from`, the rest of one whose audience was too large for one invocation. */
export const fanOutMessageSchema = z.intersection(notifyingEventSchema, z.object({ from: fanOutPosition.optional() }));

export type FanOutMessage = z.infer<typeof fanOutMessageSchema>;

/** The queue from which the fan-out gets its events. */
export interface FanOutQueue {
  /** Has another invocation go on. */
  continue(message: FanOutMessage): Promise<void>;
}
