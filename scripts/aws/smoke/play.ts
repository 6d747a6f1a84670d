import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import { type Caller, callerAt, clientToken } from './caller.ts';
import { FailedPart, type Lines } from './lines.ts';
import { type MadeObjects, madeObjects } from './made-objects.ts';
import { pair, useCertificate } from './pairing.ts';
import { awaitRevocation } from './revocation-list.ts';
import type { SmokeUrls } from './urls.ts';

const withId = z.object({ id: z.string() });
const credentials = z.object({ auth: z.object({ credential: z.object({ clientId: z.string(), clientSecret: z.string() }) }) });
const definition = {
  name: 'smoke',
  targetURL: 'https://smoke.example.com',
  spec: { type: 'OPEN_API', format: 'JSON', data: '{"openapi":"3.1.0","info":{"title":"smoke","version":"1"},"paths":{}}' },
};

export interface Smoke {
  /** Plays everything. Returns the titles of the parts that failed. */
  readonly play: () => Promise<string[]>;
  /** Removes what was made. Returns what could not be removed. */
  readonly remove: () => Promise<string[]>;
}

/** A test of a deployment through its APIs alone. It makes one Application and one Runtime. */
export function smokeTest(lines: Lines, caller: Caller, urls: SmokeUrls): Smoke {
  const made = madeObjects(caller, `smoke-${randomBytes(6).toString('hex')}`);
  const parts = [() => playApplication(lines, { caller, urls, made }), () => playRuntime(lines, { caller, made })];
  return {
    play: async () => {
      const failed: string[] = [];
      for (const part of parts) {
        await part().catch((error) => {
          if (!(error instanceof FailedPart)) throw error;
          failed.push(error.message);
        });
      }
      return failed;
    },
    remove: made.remove,
  };
}

interface Cast {
  readonly caller: Caller;
  readonly made: MadeObjects;
}

async function playApplication(lines: Lines, { caller, urls, made }: Cast & { urls: SmokeUrls }): Promise<void> {
  const { play, leftOut } = lines;
  const id = await play('Director: an Application is registered', () => made.register('Application', {}));
  await play('Director: a bundle with an API definition', async () => {
    const bundle = { name: 'smoke', apiDefinitions: [definition] };
    await caller.director(
      'mutation ($id: ID!, $in: BundleCreateInput!) { result: addBundle(applicationID: $id, in: $in) { id } }',
      withId,
      {
        id,
        in: bundle,
      },
    );
    const specification = z.object({
      bundles: z.object({
        data: z.tuple([z.object({ apiDefinitions: z.object({ data: z.tuple([z.object({ spec: z.object({ data: z.string() }) })]) }) })]),
      }),
    });
    const found = await caller.director(
      'query ($id: ID!) { result: application(id: $id) { bundles { data { apiDefinitions { data { spec { data } } } } } } }',
      specification,
      { id },
    );
    if (found.bundles.data[0].apiDefinitions.data[0].spec.data !== definition.spec.data) throw new Error('its text is not what was sent');
  });
  await playClient(lines, caller, urls, id);
  const identity = await pair(lines, caller, urls, id);
  if (!urls.mutualTls) return leftOut('mutual TLS and revocation', 'the stage has no domainName');
  await useCertificate(lines, urls.mutualTls, id, identity);
  await awaitRevocation(lines, identity.certificateChain);
}

/** The Application's own OAuth client: token endpoint, and the Director's route for its tokens. */
async function playClient({ play, leftOut }: Lines, { director }: Caller, { oauth }: SmokeUrls, id: string): Promise<void> {
  if (!oauth) return leftOut('OAuth clients', 'the issuer is external');
  const { clientId, clientSecret } = await play('Director: an OAuth client of the Application', async () => {
    const query = `mutation ($id: ID!) { result: requestClientCredentialsForApplication(id: $id) {
      auth { credential { ... on OAuthCredentialData { clientId clientSecret } } } } }`;
    return (await director(query, credentials, { id })).auth.credential;
  });
  const token = await play('token endpoint: a token for the client', () => clientToken(oauth.token, clientId, clientSecret));
  await play('OAuth, Director: the client is known as the Application', async () => {
    const client = callerAt('client', { authorization: `Bearer ${token}` }, oauth);
    const found = await client.director('{ result: viewer { id } }', withId);
    if (found.id !== id) throw new Error(`it is taken for ${found.id}`);
  });
}

const notProvisioned = z.object({ lastOperationStatus: z.object({ id: z.string() }).nullable() });

async function playRuntime({ play }: Lines, { caller, made }: Cast): Promise<void> {
  const id = await play('Director: a Runtime is registered', () => made.register('Runtime', {}));
  await play('Provisioner: it answers, and did not provision this Runtime', async () => {
    const query = 'query ($id: String!) { result: runtimeStatus(id: $id) { lastOperationStatus { id } } }';
    const { lastOperationStatus } = await caller.provisioner(query, notProvisioned, { id });
    if (lastOperationStatus) throw new Error(`expected no operation, not: ${lastOperationStatus.id}`);
  });
}
