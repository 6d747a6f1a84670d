import type { ControlPlaneTable } from './control-plane-table.ts';

/** The same function, but calls `make` once for each table: several repositories share an entity, and to make one takes as long as a small read. */
export function onePerTable<T>(make: (table: ControlPlaneTable) => T): (table: ControlPlaneTable) => T {
  const made = new WeakMap<ControlPlaneTable, { readonly value: T }>();
  return (table) => {
    const known = made.get(table) ?? { value: make(table) };
    made.set(table, known);
    return known.value;
  };
}
