/**
 * The timeouts of every AWS client, in milliseconds: a stuck connection fails, and is tried again, before the gateway gives up.
 * Without `throwOnRequestTimeout` the SDK only warns.
 */
export const requestTimeouts = { connectionTimeout: 1000, requestTimeout: 5000, throwOnRequestTimeout: true } as const;
