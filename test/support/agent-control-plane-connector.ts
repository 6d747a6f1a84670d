import { randomUUID } from 'node:crypto';
import { type ControlPlaneState, mayCall, type SeenRequest, unauthorized } from './agent-control-plane-state.ts';
import { publicKeyOf, type TestCertificateAuthority } from './test-certificate-authority.ts';

type Purpose = 'configuration' | 'sign';

interface IssuedToken {
  readonly purpose: Purpose;
  usedFor?: string;
  answer?: unknown;
}

/** The certificates of the one System Auth. */
export interface Lineages {
  /** Certificates that one-time tokens were turned into. */
  pairings: number;
  /** Public keys that got a certificate, in that order. */
  readonly keys: string[];
  /** A renewal came from neither the latest certificate nor the one before. */
  cloneSuspected: boolean;
}

/** Answers the repetition of the very same request again, and no other; counts renewals like the real Connector. */
export function connectorResolvers(state: ControlPlaneState, authority: TestCertificateAuthority, securedUrl: () => string) {
  const tokens = new Map<string, IssuedToken>();
  const lineages: Lineages = { pairings: 0, keys: [], cloneSuspected: false };

  function issueToken(purpose: Purpose): string {
    const token = randomUUID();
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
        subject: state.subject ?? `O=Org,OU=OrgUnit,L=Locality,ST=State,C=DE,CN=${state.authId}`,
        keyAlgorithm: 'rsa2048',
      },
      managementPlaneInfo: state.named ?? {
        directorURL: securedUrl() + state.directorPath,
        certificateSecuredConnectorURL: `${securedUrl()}/connector/graphql`,
      },
    };
  }

  async function sign(csr: string, caller: SeenRequest) {
    const { certificateName: subject, tenant, runtimeId } = state;
    const holder = { subject, uri: `urn:compass:${tenant}:runtime:${runtimeId}` };
    const client = await authority.signRequest(Buffer.from(csr, 'base64').toString(), state.validity(state.now()), holder);
    record(publicKeyOf(client), caller);
    const encode = (pem: string) => Buffer.from(pem).toString('base64');
    return {
      certificateChain: encode(state.chain(client + authority.certificate)),
      caCertificate: encode(authority.certificate),
      clientCertificate: encode(client),
    };
  }

  function record(key: string, { endpoint, clientKey = '' }: SeenRequest): void {
    if (endpoint === 'token') lineages.pairings += 1;
    else if (!lineages.keys.slice(-2).includes(clientKey)) lineages.cloneSuspected = true;
    if (lineages.keys.at(-1) !== key) lineages.keys.push(key);
  }

  return {
    issueToken,
    lineages,
    resolversFor: (caller: SeenRequest) => ({
      configuration: () => spend(caller, 'configuration', String(caller.headers['idempotency-key'] ?? randomUUID()), configuration),
      signCertificateSigningRequest: ({ csr }: { csr: string }) => spend(caller, 'sign', csr, () => sign(csr, caller)),
    }),
  };
}
