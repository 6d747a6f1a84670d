import { randomUUID } from 'node:crypto';
import { type ControlPlaneState, mayCall, type SeenRequest, unauthorized } from './agent-control-plane-state.ts';
import type { TestCertificateAuthority } from './test-certificate-authority.ts';

type Purpose = 'configuration' | 'sign';

interface IssuedToken {
  readonly purpose: Purpose;
  usedFor?: string;
  answer?: unknown;
}

/** One-time tokens that answer a repetition of the very same request, and nothing else, again. */
export function connectorResolvers(state: ControlPlaneState, authority: TestCertificateAuthority, securedUrl: () => string) {
  const tokens = new Map<string, IssuedToken>();

  function issueToken(purpose: Purpose): string {
    const token = randomUUID() + randomUUID();
    tokens.set(token, { purpose });
    return token;
  }

  async function spend(caller: SeenRequest, purpose: Purpose, repetition: string, answer: () => unknown): Promise<unknown> {
    if (caller.endpoint !== 'token') {
      if (!mayCall(caller, state)) throw unauthorized();
      return await answer();
    }
    const token = tokens.get(String(caller.headers['connector-token']));
    if (token?.purpose !== purpose || (token.usedFor ?? repetition) !== repetition) throw unauthorized();
    token.usedFor = repetition;
    token.answer ??= await answer();
    return token.answer;
  }

  function configuration() {
    return {
      token: { token: issueToken('sign') },
      certificateSigningRequestInfo: {
        subject: `O=Org,OU=OrgUnit,L=Locality,ST=State,C=DE,CN=${state.authId}`,
        keyAlgorithm: 'rsa2048',
      },
      managementPlaneInfo: {
        directorURL: securedUrl() + state.directorPath,
        certificateSecuredConnectorURL: `${securedUrl()}/connector/graphql`,
      },
    };
  }

  async function sign(csr: string) {
    const client = await authority.signRequest(Buffer.from(csr, 'base64').toString(), state.validity);
    const encode = (pem: string) => Buffer.from(pem).toString('base64');
    return {
      certificateChain: encode(client + authority.certificate),
      caCertificate: encode(authority.certificate),
      clientCertificate: encode(client),
    };
  }

  return {
    issueToken,
    resolversFor: (caller: SeenRequest) => ({
      configuration: () => spend(caller, 'configuration', String(caller.headers['idempotency-key'] ?? randomUUID()), configuration),
      signCertificateSigningRequest: ({ csr }: { csr: string }) => spend(caller, 'sign', csr, () => sign(csr)),
    }),
  };
}
