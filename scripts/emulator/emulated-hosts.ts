// biome-ignore-all lint/style/noProcessEnv: it is loaded into every function, before the function.

/** Hosts of the user pool: its keys, and its token endpoint. The SDK's calls go to AWS_ENDPOINT_URL by themselves. */
const poolHost = /^(cognito-idp\.[a-z0-9-]+\.amazonaws\.com|[a-z0-9-]+\.auth\.[a-z0-9-]+\.amazoncognito\.com)$/;

/** Hosts of HTTP APIs, which resolve on few machines. */
const apiHost = /^([a-z0-9]+)\.execute-api\.localhost$/;

const { fetch: direct } = globalThis;

globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const path = pathAt(url);
  return direct(path === undefined ? input : new URL(path + url.search, process.env.AWS_ENDPOINT_URL), init);
};

/** The path at the emulator; undefined for other hosts. */
function pathAt({ hostname, pathname }: URL): string | undefined {
  if (poolHost.test(hostname)) return pathname;
  const [, api] = apiHost.exec(hostname) ?? [];
  return api && `/_aws/execute-api/${api}/$default${pathname}`;
}
