/** Base URL of the events gateway of a Runtime of the `process` driver. */
export const eventsUrlOf = (mtlsUrl: string, runtimeId: string): string => `${mtlsUrl}/runtimes/${runtimeId}`;
