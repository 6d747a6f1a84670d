/** The only source of time for the domain, so that tests can move it. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

export const seconds = (count: number): number => count * 1000;
export const minutes = (count: number): number => seconds(count * 60);
export const hours = (count: number): number => minutes(count * 60);
export const days = (count: number): number => hours(count * 24);

/** `date` moved by `milliseconds`. */
export const later = (date: Date, milliseconds: number): Date => new Date(date.getTime() + milliseconds);

/** Whole seconds since the epoch: the unit of DynamoDB's TTL. */
export const epochSeconds = (date: Date): number => Math.floor(date.getTime() / 1000);
