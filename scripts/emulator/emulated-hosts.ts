// biome-ignore-all lint/style/noProcessEnv: it is loaded into every function, before the function.

/** Hosts of the user pool: its keys, and its token endpoint. The SDK's calls go to AWS_ENDPOINT_URL by themselves. */
const poolHost = /^(cognito-idp\.[a-z0-9-]+\.amazonaws\.com|[a-z0-9-]+\.auth\.[a-z0-9-]+\.amazoncognito\.com)$/;

const { fetch: direct } = globalThis;

globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (!poolHost.test(url.hostname)) return direct(input, init);
  return direct(new URL(url.pathname + url.search, process.env.AWS_ENDPOINT_URL), init);
};
