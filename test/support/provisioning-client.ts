import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { LocalDescription } from '#local/local-description.ts';
import { administrator, type Data, type Headers, ok, post, type WireAnswer } from './clients.ts';
import { eventually } from './eventually.ts';

const fields = 'id operation state message runtimeID compassRuntimeID lastError { errMessage reason component }';

export interface Provisioning {
  readonly name?: string;
  readonly driver?: string;
  readonly parameters?: object;
  readonly formations?: readonly string[];
  readonly labels?: object;
}

/** The Provisioner as an administrator of a tenant uses it. */
export function provisionerOf(system: LocalDescription, tenant?: string) {
  const admin = administrator(system, tenant);
  const attempt = (query: string, variables: object, headers: Headers = {}): Promise<WireAnswer> =>
    post(system.provisionerUrl, query, variables, { ...admin.headers, ...headers });
  const attemptProvision = ({ name = `runtime-${randomUUID()}`, labels, driver = 'process', ...rest }: Provisioning, headers?: Headers) =>
    attempt(
      `mutation ($config: ProvisionRuntimeInput!) { result: provisionRuntime(config: $config) { ${fields} } }`,
      { config: { runtimeInput: { name, labels }, driver, ...rest } },
      headers,
    );
  const attemptDeprovision = (id: string) => attempt('mutation ($id: String!) { result: deprovisionRuntime(id: $id) }', { id });
  const attemptStatus = (id: string) => attempt(`query ($id: String!) { result: runtimeOperationStatus(id: $id) { ${fields} } }`, { id });
  const attemptRuntimeStatus = (id: string) =>
    attempt(
      `query ($id: String!) { result: runtimeStatus(id: $id) {
        lastOperationStatus { ${fields} }
        runtimeConnectionStatus { status errors { message } }
        runtimeConfiguration { clusterConfig } } }`,
      { id },
    );
  return {
    attemptProvision,
    attemptDeprovision,
    attemptStatus,
    attemptRuntimeStatus,
    provision: async (given: Provisioning, headers?: Headers): Promise<Data> => ok(await attemptProvision(given, headers)).result,
    reconnect: async (id: string): Promise<string> =>
      ok(await attempt('mutation ($id: String!) { result: reconnectRuntimeAgent(id: $id) }', { id })).result,
    deprovision: async (id: string): Promise<string> => ok(await attemptDeprovision(id)).result,
    runtimeStatus: async (id: string): Promise<Data> => ok(await attemptRuntimeStatus(id)).result,
    /** The final state of the operation. */
    outcome: (operationId: string): Promise<Data> =>
      eventually(async () => {
        const { result } = ok(await attemptStatus(operationId));
        expect(['Succeeded', 'Failed']).toContain(result.state);
        return result;
      }),
  };
}
