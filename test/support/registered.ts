import { randomUUID } from 'node:crypto';
import type { LocalDescription } from '#local/local-description.ts';
import { administrator } from './clients.ts';
import { pair } from './pairing.ts';

type Kind = 'Application' | 'Runtime';

const generate = { Application: 'generateApplicationToken(appID', Runtime: 'generateRuntimeToken(runtimeID' };

export async function register(system: LocalDescription, kind: Kind, tenant?: string): Promise<string> {
  const { result } = await administrator(system, tenant).director(
    `mutation { result: register${kind}(in: {name: "one-${randomUUID()}"}) { id } }`,
  );
  return result.id;
}

export async function aToken(system: LocalDescription, kind: Kind, id: string, tenant?: string): Promise<string> {
  const { result } = await administrator(system, tenant).connector(`mutation { result: ${generate[kind]}: "${id}") { token } }`);
  return result.token;
}

/** A newly registered Application or Runtime that is paired. */
export async function aPaired(system: LocalDescription, kind: Kind = 'Application', tenant?: string) {
  const id = await register(system, kind, tenant);
  return { id, ...(await pair(system, await aToken(system, kind, id, tenant))) };
}
