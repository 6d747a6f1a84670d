import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { buildSchema } from 'graphql';
import { describe, expect, inject, it } from 'vitest';

const system = inject('system');
const [tenant = ''] = system.tenants;
const asAdministrator = { authorization: `Bearer ${system.adminTokens[tenant]}`, tenant };
const get = (path: string, headers: Record<string, string> = asAdministrator) => fetch(`${system.publicUrl}${path}`, { headers });

describe('a running system', () => {
  it.each(['director', 'connector', 'provisioner'])(
    'hands its %s schema with descriptions to administrators, and to no stranger',
    async (api) => {
      const answer = await get(`/${api}/schema.graphql`);
      expect(answer.status).toBe(200);
      const sdl = await answer.text();
      expect(sdl).toBe(await readFile(`test/contract/${api}.graphql`, 'utf8'));
      expect(buildSchema(sdl).getQueryType()?.description).toBeTruthy();
      expect((await get(`/${api}/schema.graphql`, {})).status).toBe(api === 'connector' ? 403 : 401);
    },
  );

  it('hands out its OpenAPI and AsyncAPI documents', async () => {
    const names = (await readdir('docs/api')).filter((name) => name.endsWith('.yaml'));
    expect(names.length).toBeGreaterThan(3);
    for (const name of names) {
      const answer = await get(`/director/documents/${name}`);
      expect(answer.headers.get('content-type')).toBe('application/yaml; charset=utf-8');
      expect(await answer.text()).toBe(await readFile(`docs/api/${name}`, 'utf8'));
    }
    expect((await get('/director/documents/absent.yaml')).status).toBe(404);
    expect((await get('/director/documents/toString')).status).toBe(404);
    expect((await get('/director/documents/events.asyncapi.yaml', {})).status).toBe(401);
  });
});

describe('GraphiQL', () => {
  /** The page as a browser of this machine gets it that calls the system by a name. */
  async function page(host: string): Promise<string> {
    const { hostname, port } = new URL(system.directorUrl);
    return await new Promise((resolve, reject) => {
      const headers = { accept: 'text/html', host };
      request({ hostname, port, path: '/director/graphql', headers }, (response) => resolve(text(response)))
        .once('error', reject)
        .end();
    });
  }

  it('has a token that works', async () => {
    const [, token = ''] = /"authorization":"Bearer ([^"]+)"/.exec(await page('127.0.0.1:4000')) ?? [];
    const headers = { authorization: `Bearer ${token}`, tenant, 'content-type': 'application/json' };
    const answer = await fetch(system.directorUrl, { method: 'POST', headers, body: '{"query":"{ viewer { type } }"}' });
    expect(await answer.json()).toEqual({ data: { viewer: { type: 'USER' } } });
  });

  it('has no token for a page of a foreign name that leads to this machine', async () => {
    expect(await page('rebound.example.com')).not.toContain('"authorization":"Bearer');
  });
});
