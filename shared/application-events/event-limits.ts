/**
 * Maximum bytes of one event on the bus: source, type and the JSON of the event. EventBridge takes 256 KB, in which it counts its own envelope; the
 * difference is room for that.
 */
export const maxEventBytes = 255 * 1024;

/** Maximum number of events in one batch. */
export const maxBatchEvents = 100;

/** Maximum bytes of the body of a request. */
export const maxBodyBytes = 1024 * 1024;

/** Maximum characters of an event's type: EventBridge takes no longer `DetailType`. */
export const maxTypeCharacters = 128;
