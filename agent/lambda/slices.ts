/** Cuts a list into slices of at most `size` elements, in order. */
export function slicesOf<T>(elements: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(elements.length / size) }, (_, at) => elements.slice(at * size, (at + 1) * size));
}
