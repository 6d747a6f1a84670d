/** Runs `work` for each element, so many of them at once; the results are in the order of the elements. */
export async function mapConcurrently<T, R>(elements: readonly T[], atOnce: number, work: (element: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (let start = 0; start < elements.length; start += atOnce) {
    results.push(...(await Promise.all(elements.slice(start, start + atOnce).map(work))));
  }
  return results;
}
