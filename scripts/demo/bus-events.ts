import { readFile } from 'node:fs/promises';
import * as z from 'zod';

const busEvent = z.object({
  source: z.string(),
  'detail-type': z.string(),
  detail: z.object({ metadata: z.object({ actor: z.string().nullable() }), data: z.record(z.string(), z.unknown()) }),
});

/** The events of a type about a Runtime on the bus so far. */
export async function eventsAbout(eventsFile: string, type: string, runtimeId: string): Promise<z.infer<typeof busEvent>[]> {
  const lines = (await readFile(eventsFile, 'utf8')).split('\n').slice(0, -1);
  return lines
    .map((line) => busEvent.parse(JSON.parse(line)))
    .filter((event) => event['detail-type'] === type && event.detail.data.runtimeId === runtimeId);
}
