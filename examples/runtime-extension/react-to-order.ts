import * as z from 'zod';
import { apiNamed } from './application.ts';
import { readFrom } from './call-api.ts';
import { applicationNamed, type View } from './view.ts';

/** An event of an Application on the Runtime's bus. The pattern keeps the id of an order from leading to another path. */
const eventSchema = z.object({
  /** The Application's name, which the events gateway has proven. */
  source: z.string(),
  detail: z.object({ id: z.string(), type: z.string(), data: z.object({ order: z.string().regex(/^[\w-]{1,100}$/) }) }),
});

export interface Reaction {
  readonly view: View;
  /** The name of the API that has the order. */
  readonly apiName: string;
  readonly log: (fields: Record<string, unknown>) => void;
}

/**
 * Reads the order that an event names from the API of the Application that sent the event. It is harmless to repeat. Throws if the API does not
 * answer, so that Lambda repeats the event.
 */
export async function reactToOrder(event: unknown, { view, apiName, log }: Reaction): Promise<unknown> {
  const { source, detail } = eventSchema.parse(event);
  const application = await applicationNamed(source, view);
  const api = application && apiNamed(apiName, application);
  if (!api) {
    // A repetition would change nothing: the Application left the formation, or it has no such API.
    log({ message: 'no API to call', application: source, api: apiName, event: detail.id });
    return undefined;
  }
  const order = await readFrom(api, `orders/${detail.data.order}`);
  log({ message: 'order read', application: source, event: detail.id });
  return order;
}
