/**
 * The timeouts of every AWS client, in milliseconds: a stuck connection fails, and is tried again, before the gateway gives up. A busy process sees late that a
 * connection stands, so that the time to connect is no tighter.
 * Without `throwOnRequestTimeout` the SDK only warns.
 */
export const requestTimeouts = { connectionTimeout: 3000, requestTimeout: 5000, throwOnRequestTimeout: true } as const;
