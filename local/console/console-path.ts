/** The path of the console on the public port. */
export const consolePath = '/console/';
