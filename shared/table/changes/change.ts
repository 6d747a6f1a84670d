/** An item as it stands in the table, its attributes as plain values. */
export type Image = Readonly<Record<string, unknown>>;

/** One committed change of one item. */
export interface Change {
  /** Id of the change; the same on each reading. */
  readonly id: string;
  readonly occurredAt: string;
  /** True if the table removed the item because its time to live had ended. */
  readonly expired: boolean;
  readonly before?: Image;
  readonly after?: Image;
}
