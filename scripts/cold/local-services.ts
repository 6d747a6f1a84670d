import { startIssuer } from '#test/support/client-issuer.ts';
import { answeringServer } from '../bench/answering-server.ts';

/** An AWS endpoint of an empty deployment, and the issuer of an administrator's token, on the loopback interface. */
export async function localServices() {
  const aws = await answeringServer(200, '{}');
  const { issuer, sign, stop } = await startIssuer();
  const claims = { 'cognito:groups': [`tenant/${tenant}`, 'role/admin'], token_use: 'access', client_id: audience };
  const token = await sign({ ...claims, aud: audience, sub: 'administrator', exp: Math.floor(Date.now() / 1000) + 3600 });
  return {
    endpoint: aws.url,
    issuer,
    audience,
    token,
    claims,
    stop: async () => {
      stop();
      await aws.stop();
    },
  };
}

export const tenant = '3e64ebae-38b5-46a0-b1ed-9ccee153a0ae';
const audience = 'console';
