/** How many bytes a value takes as JSON: what quotas of bytes count. */
export const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
