import { describe, expect, inject, it } from 'vitest';

const { publicUrl, consoleUrl, directorUrl, connectorUrl, provisionerUrl, issuer } = inject('system');

describe('the console of the running system', () => {
  it('learns where issuer and APIs are, at its own origin', async () => {
    expect(consoleUrl).toBe(`${publicUrl}/console/`);
    const answer = await fetch(`${consoleUrl}config.json`);
    expect(answer.headers.get('content-security-policy')).toContain("connect-src 'self';");
    expect(await answer.json()).toEqual({
      issuer,
      clientId: 'compass-console',
      scopes: ['openid'],
      director: directorUrl,
      connector: connectorUrl,
      provisioner: provisionerUrl,
    });
  });

  it('is at the address that the issuer sends its users back to', async () => {
    const page = new URL(`${issuer}/auth`);
    page.search = new URLSearchParams({
      response_type: 'code',
      client_id: 'compass-console',
      redirect_uri: consoleUrl,
      scope: 'openid',
      state: 'a-state',
      code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
      code_challenge_method: 'S256',
    }).toString();
    const { status, headers } = await fetch(page, { redirect: 'manual' });
    expect(status).toBe(303);
    expect(headers.get('location')).toMatch(/\/oidc\/sign-in\//);
  });
});
