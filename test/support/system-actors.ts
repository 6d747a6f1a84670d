import { randomUUID } from 'node:crypto';
import type { LocalDescription } from '#local/local-description.ts';
import { administrator, type Data, type Headers, ok, postSecurely, type WireAnswer } from './clients.ts';
import { type Paired, pair } from './pairing.ts';

/** A registered and paired Application or Runtime, at the Director over mutual TLS. */
export interface SystemClient {
  readonly id: string;
  readonly name: string;
  readonly paired: Paired;
  ask(query: string, variables?: object, headers?: Headers): Promise<WireAnswer>;
  /** The data; throws when the operation fails. */
  do(query: string, variables?: object, headers?: Headers): Promise<Data>;
}

interface Given {
  readonly scenarios?: readonly string[];
  readonly labels?: object;
}

const mutations = {
  application: 'mutation ($in: ApplicationRegisterInput!) { result: registerApplication(in: $in) { id } }',
  runtime: 'mutation ($in: RuntimeRegisterInput!) { result: registerRuntime(in: $in) { id } }',
};

export async function pairedSystem(system: LocalDescription, kind: 'application' | 'runtime', given: Given = {}): Promise<SystemClient> {
  const admin = administrator(system);
  const name = `${kind}-${randomUUID()}`;
  const labels = { ...given.labels, ...(given.scenarios ? { scenarios: given.scenarios } : {}) };
  const { result } = await admin.director(mutations[kind], { in: { name, labels } });
  const operation = kind === 'application' ? 'requestOneTimeTokenForApplication' : 'requestOneTimeTokenForRuntime';
  const { token } = await admin.director(`mutation { token: ${operation}(id: "${result.id}") { token } }`);
  const paired = await pair(system, token.token);
  const ask = (query: string, variables?: object, headers?: Headers) =>
    postSecurely(system, system.mtlsDirectorUrl, paired, query, variables, headers);
  return { id: result.id, name, paired, ask, do: async (...call) => ok(await ask(...call)) };
}
