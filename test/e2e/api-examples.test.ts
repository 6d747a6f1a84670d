import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { dataFolder } from '#local/data-folder.ts';
import { storedLocalIssuer } from '#local/identity/local-issuer.ts';
import {
  type Api,
  type Captures,
  differences,
  type Example,
  type ExampleCaller,
  examplePages,
  examplesOf,
  filled,
} from '#test/support/api-examples.ts';
import { administrator, post, postSecurely, type WireAnswer } from '#test/support/clients.ts';
import { eventually } from '#test/support/eventually.ts';
import { makeCsr, type Paired, pair } from '#test/support/pairing.ts';
import { startWebhookEndpoint, type WebhookEndpoint } from '#test/support/webhook-endpoint.ts';

const system = inject('system');
const admin = administrator(system);
const publicUrls: Readonly<Record<Api, string>> = {
  director: system.directorUrl,
  connector: system.connectorUrl,
  provisioner: system.provisionerUrl,
};
const mtlsUrls: Readonly<Record<Api, string>> = { ...publicUrls, director: system.mtlsDirectorUrl, connector: system.mtlsConnectorUrl };

/** The callers of a page: the one that `{{applicationId}}` or `{{runtimeId}}` names is paired when it is needed first. */
function players(captures: Captures) {
  const identities = new Map<ExampleCaller, Promise<Paired>>();
  const identity = (kind: 'application' | 'runtime') => {
    const found = identities.get(kind) ?? pairing(kind, captures.get(`${kind}Id`) ?? '');
    identities.set(kind, found);
    return found;
  };
  return async ({ api, caller }: Example, request: string): Promise<WireAnswer> => {
    if (caller === 'application' || caller === 'runtime') return postSecurely(system, mtlsUrls[api], await identity(caller), request);
    if (caller === 'token') return post(publicUrls[api], request, undefined, { 'connector-token': captures.get('token') ?? '' });
    if (caller === 'operator')
      return post(publicUrls[api], request, undefined, { ...admin.headers, authorization: `Bearer ${await operatorToken()}` });
    return post(publicUrls[api], request, undefined, admin.headers);
  };
}

async function operatorToken(): Promise<string> {
  const issuer = await storedLocalIssuer(dataFolder(inject('dataFolder')).issuer);
  return issuer?.mint({ tenant: admin.tenant, role: 'operator', scopes: undefined, expiresInSeconds: 60 }) ?? '';
}

async function pairing(kind: 'application' | 'runtime', id: string): Promise<Paired> {
  const operation = kind === 'application' ? 'requestOneTimeTokenForApplication' : 'requestOneTimeTokenForRuntime';
  const { given } = await admin.director(`mutation { given: ${operation}(id: "${id}") { token } }`);
  return pair(system, given.token);
}

async function play(example: Example, captures: Captures, ask: ReturnType<typeof players>): Promise<string[]> {
  const subject = captures.get('subject');
  if (subject && !captures.has('csr')) captures.set('csr', (await makeCsr(subject)).encoded);
  if (captures.has('nextToken')) captures.set('token', captures.get('nextToken') ?? '');
  const { data, errors } = await ask(example, filled(example.request, captures));
  const problems = errors.map(({ message }) => message);
  if (problems.length > 0) return problems;
  // An answer that does not match yet must not decide what the placeholders stand for.
  const found: Captures = new Map(captures);
  const unlike = differences(example.answer, data, found);
  if (unlike.length === 0) for (const [name, value] of found) captures.set(name, value);
  return unlike;
}

let endpoint: WebhookEndpoint;
beforeAll(async () => {
  endpoint = await startWebhookEndpoint();
});
afterAll(() => endpoint.stop());

describe.each(examplePages)('%s', (page) => {
  it('is true from top to bottom', async () => {
    const captures: Captures = new Map([
      ['mark', randomUUID().slice(0, 8)],
      ['tenant', admin.tenant],
      ['endpoint', endpoint.url],
    ]);
    const ask = players(captures);
    for (const example of examplesOf(page)) {
      const attempt = async () => {
        const problems = await play(example, captures, ask);
        expect([`${page}:${example.line}`, ...problems]).toEqual([`${page}:${example.line}`]);
      };
      await (example.eventually ? eventually(attempt) : attempt());
    }
    // One page provisions and removes a Runtime.
  }, 120_000);
});
