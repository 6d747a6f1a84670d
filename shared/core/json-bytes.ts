/** Bytes of a value as JSON, by which quotas of bytes count. */
export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
