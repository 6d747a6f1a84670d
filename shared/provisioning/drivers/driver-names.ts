/** The runtime drivers that exist. A deployment has those that its environment names. */
export const driverNames = ['cloudformation', 'process'] as const;

export type DriverName = (typeof driverNames)[number];
