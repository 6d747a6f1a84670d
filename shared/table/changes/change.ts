/** An item as it stands in the table, its attributes as plain values. */
export type Image = Readonly<Record<string, unknown>>;

/** One committed change of one item. */
export interface Change {
  /** The same whenever the change is read again. */
  readonly id: string;
  readonly occurredAt: string;
  /** Whether the table itself removed the item because its time was over. */
  readonly expired: boolean;
  readonly before?: Image;
  readonly after?: Image;
}
