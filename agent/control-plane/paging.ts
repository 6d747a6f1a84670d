import * as z from 'zod';
import { AgentError } from '../agent-error.ts';

export interface Page<T> {
  readonly data: T[];
  readonly pageInfo: { readonly endCursor?: string | null | undefined; readonly hasNextPage: boolean };
}

export function pageSchema<T extends z.ZodType>(item: T) {
  return z.object({
    data: z.array(item),
    pageInfo: z.object({ endCursor: z.string().nullish(), hasNextPage: z.boolean() }),
  });
}

/** The elements of a page and of all following pages. Throws if they are incomplete. */
export async function allOf<T extends { id: string }>(first: Page<T>, fetchNext: (after: string) => Promise<Page<T>>): Promise<T[]> {
  const found = new Map(first.data.map((element) => [element.id, element]));
  const seen = new Set<string>();
  for (let page = first; page.pageInfo.hasNextPage; ) {
    const after = page.pageInfo.endCursor;
    if (!after || seen.has(after)) {
      throw new AgentError('invalid-answer', 'the Director says that more pages follow, but its cursor does not lead on');
    }
    seen.add(after);
    page = await fetchNext(after);
    for (const element of page.data) found.set(element.id, element);
  }
  return [...found.values()];
}
