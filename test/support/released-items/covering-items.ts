/** An item as it stands in the table, without the keys of its attributes' types. */
export type RecordedItem = Readonly<Record<string, unknown>> & { readonly type: string };

/**
 * Chooses few items that together have every attribute that items of their type have, at every depth and with every type of value, and
 * that lack every attribute which some item of the type lacks. Keys of records (ids, fingerprints, label names) count as one attribute.
 */
export function coveringItems(items: readonly RecordedItem[]): RecordedItem[] {
  return [...Map.groupBy(items, ({ type }) => type).values()].flatMap(coverOf).sort(byTypeAndSize);
}

function coverOf(items: readonly RecordedItem[]): RecordedItem[] {
  const described = items.map((item) => ({ item, paths: new Set(pathsOf(item)) }));
  const all = new Set(described.flatMap(({ paths }) => [...paths]));
  const features = described.map(({ item, paths }) => ({ item, features: [...all].map((path) => (paths.has(path) ? path : `!${path}`)) }));
  const open = new Set(features.flatMap((each) => each.features));
  const chosen: RecordedItem[] = [];
  while (open.size > 0) {
    const gain = ({ features: own }: { features: string[] }) => own.filter((feature) => open.has(feature)).length;
    const [best] = features.toSorted((one, other) => gain(other) - gain(one));
    if (!best) break;
    for (const feature of best.features) open.delete(feature);
    chosen.push(best.item);
  }
  return chosen;
}

/** Depth from which on the values of a map are what users gave. */
const ownDepth = 4;

function pathsOf(value: unknown, path = '', depth = 0): string[] {
  if (value === null || typeof value !== 'object') return [`${path}:${value === null ? 'null' : typeof value}`];
  if (Array.isArray(value)) return [`${path}[]`, ...value.flatMap((element) => pathsOf(element, `${path}[]`, depth + 1))];
  if (depth === ownDepth) return [`${path}{}`];
  const entries = Object.entries(value);
  const isRecord = !entries.every(([key]) => /^[a-z][A-Za-z0-9]*$/.test(key) && !/^[0-9a-f]{16,}$/.test(key));
  return [`${path}{}`, ...entries.flatMap(([key, each]) => pathsOf(each, `${path}.${isRecord ? '*' : key}`, depth + 1))];
}

const byTypeAndSize = (one: RecordedItem, other: RecordedItem): number =>
  one.type.localeCompare(other.type) || JSON.stringify(one).length - JSON.stringify(other).length;
