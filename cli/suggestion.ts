import leven from 'leven';

/** Returns a question with the name that was likely meant, or an empty text if none is near. */
export function didYouMean(given: string, known: readonly string[]): string {
  const [nearest] = known
    .map((name) => ({ name, distance: leven(given.toLowerCase(), name.toLowerCase()) }))
    .filter(({ name, distance }) => distance <= Math.max(1, Math.floor(Math.max(given.length, name.length) * 0.4)))
    .sort((one, other) => one.distance - other.distance);
  return nearest ? ` Did you mean ${nearest.name}?` : '';
}
