import * as z from 'zod';

const partialFailures = z.object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })).nullish() });

/** The items of a batch that a function reports as failed; undefined, meaning all of them, if its answer cannot be read. */
export function failedItems(answer: unknown, known: readonly string[]): readonly string[] | undefined {
  if (answer === null || answer === undefined) return [];
  const parsed = partialFailures.safeParse(answer);
  if (!parsed.success) return undefined;
  const failed = (parsed.data.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return failed.every((item) => known.includes(item)) ? failed : undefined;
}
