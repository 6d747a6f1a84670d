const credentials = new Set(['auth', 'defaultInstanceAuth']);

/** The JSON text of an input without the credentials in its webhooks, bundles and fetch requests. */
export const withoutCredentials = (json: string): string =>
  JSON.stringify(JSON.parse(json), (key, value) => (credentials.has(key) ? undefined : value));
