/** Base URL of the events gateway of a Runtime of the `process` driver, at one of the two ports. */
export const eventsUrlOf = (portUrl: string, runtimeId: string): string => `${portUrl}/runtimes/${runtimeId}`;

/** The addresses of a gateway, as the configuration of an Agent has them. */
export interface GatewayAddresses {
  readonly RUNTIME_EVENTS_URL: string;
  readonly RUNTIME_EVENTS_URL_FOR_TOKENS: string;
}

/** Certificates are asked for at the one port, and access tokens are taken at the other. */
export const gatewayAddresses = (urls: { readonly mtlsUrl: string; readonly publicUrl: string }, runtimeId: string): GatewayAddresses => ({
  RUNTIME_EVENTS_URL: eventsUrlOf(urls.mtlsUrl, runtimeId),
  RUNTIME_EVENTS_URL_FOR_TOKENS: eventsUrlOf(urls.publicUrl, runtimeId),
});
