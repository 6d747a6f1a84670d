/** The bucket of the texts that are too large for the table. */
export interface TextObjects {
  put(objectKey: string, text: string): Promise<void>;
  /** Undefined where there is no such object any more. */
  get(objectKey: string): Promise<string | undefined>;
  /** Deletes what is there; a repeat is harmless. */
  delete(objectKey: string): Promise<void>;
  /** Deletes everything whose key begins so; a repeat is harmless. */
  deleteUnder(prefix: string): Promise<void>;
}
