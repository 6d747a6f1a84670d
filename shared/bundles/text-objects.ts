/** The bucket of the texts that are too large for the table. */
export interface TextObjects {
  put(objectKey: string, text: string): Promise<void>;
  /** Stores bytes as they arrive, in memory for one part of them. If they end with an error, it is thrown and no object exists. */
  putStream(objectKey: string, bytes: AsyncIterable<Uint8Array>): Promise<void>;
  /** Returns undefined if the object does not exist. */
  get(objectKey: string): Promise<string | undefined>;
  /** An address from which the object can be read without further credentials, for so many seconds. */
  downloadUrl(objectKey: string, seconds: number): Promise<string>;
  /** Deletes the existing ones; a repetition changes nothing. */
  delete(objectKey: string): Promise<void>;
  /** Deletes all objects with this key prefix; a repetition changes nothing. */
  deleteUnder(prefix: string): Promise<void>;
}
