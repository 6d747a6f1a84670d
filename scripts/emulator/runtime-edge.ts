import { gateway } from '#local/gateway/gateway.ts';
import { mutualTlsServer } from '#local/gateway/gateway-servers.ts';
import { close, listen, loopback } from '#local/http-server.ts';
import type { StopSteps } from '#local/stop-steps.ts';
import { invoker } from './edges.ts';
import type { RuntimeAccount } from './runtime-account.ts';
import type { EmulatedSystem } from './system.ts';

/**
 * Opens an address of this machine for the domain of a Runtime's events gateway, which no name service knows. It terminates mutual TLS as the domain does on
 * AWS, with the same truststore and the routes of the stack, and calls the function of the stack.
 */
export async function startRuntimeEdge(
  { emulator, deployment }: EmulatedSystem,
  account: Pick<RuntimeAccount, 'routes' | 'gatewayFunction'>,
  domainName: string,
  cleanup: StopSteps,
): Promise<string> {
  const authorities = { oldest: emulator.authority, certificatesPem: deployment.clientAuthority };
  const { server, serve } = await mutualTlsServer(authorities, new Date());
  const port = await listen(server, 0);
  cleanup.add(() => close(server));
  const at = { functionArn: account.gatewayFunction, authorized: false, mutualTls: true };
  const routes = (await account.routes()).map((route) => ({ ...route, ...at }));
  serve(gateway({ routes, mutualTls: true, functions: { invoke: invoker(emulator) }, authorize: async () => undefined, domainName }));
  return `https://${loopback}:${port}`;
}
