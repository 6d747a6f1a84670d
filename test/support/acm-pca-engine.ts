import { randomBytes } from 'node:crypto';
import {
  ACMPCAClient,
  GetCertificateAuthorityCertificateCommand,
  GetCertificateCommand,
  IssueCertificateCommand,
  type IssueCertificateCommandInput,
  RequestInProgressException,
  RevokeCertificateCommand,
  type RevokeCertificateCommandInput,
} from '@aws-sdk/client-acm-pca';
import { type AwsStub, mockClient } from 'aws-sdk-client-mock';
import {
  AuthorityKeyIdentifierExtension,
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  KeyUsageFlags,
  KeyUsagesExtension,
  Pkcs10CertificateRequest,
  SubjectAlternativeNameExtension,
  SubjectKeyIdentifierExtension,
  X509CertificateGenerator,
} from '#shared/certificates/x509.ts';
import type { TestRoot } from './client-certificates.ts';
import { keyKinds } from './csr-builder.ts';

export const authorityArn = 'arn:aws:acm-pca:eu-central-1:000000000000:certificate-authority/test';

/** This client is of an older generation of the SDK than the mock's types. */
const stub = () =>
  mockClient(ACMPCAClient as never) as unknown as AwsStub<object, { $metadata: object }, unknown> & {
    on: (command: unknown, input?: object) => Behaviour;
  };

interface Behaviour {
  callsFake(answer: (input: never) => unknown): Behaviour;
  rejects(error: Error): Behaviour;
}

/** ACM PCA as our adapter meets it, with a root of ours behind it: asynchronous, idempotent by token, its template deciding the extensions. */
export function acmPcaEngine(root: TestRoot) {
  const mock = stub();
  const byToken = new Map<string, string>();
  const certificates = new Map<string, { pem: string; pending: number }>();
  const engine = {
    client: new ACMPCAClient({ region: 'eu-central-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } }),
    /** Number of polls that a new certificate is not ready for. */
    pending: 0,
    orders: [] as IssueCertificateCommandInput[],
    revocations: [] as RevokeCertificateCommandInput[],
    /** Errors of the next revocations. */
    refusals: [] as Error[],
    restore: () => mock.restore(),
  };

  mock.on(IssueCertificateCommand).callsFake(async (input: IssueCertificateCommandInput) => {
    engine.orders.push(input);
    const token = input.IdempotencyToken ?? randomBytes(8).toString('hex');
    const CertificateArn = byToken.get(token) ?? `${authorityArn}/certificate/${byToken.size}`;
    if (!byToken.has(token)) certificates.set(CertificateArn, { pem: await sign(root, input), pending: engine.pending });
    byToken.set(token, CertificateArn);
    return { CertificateArn };
  });

  mock.on(GetCertificateCommand).callsFake(({ CertificateArn }: { CertificateArn: string }) => {
    const found = certificates.get(CertificateArn);
    if (!found) throw new Error(`there is no certificate ${CertificateArn}`);
    if (found.pending-- > 0) throw new RequestInProgressException({ message: 'in progress', $metadata: {} });
    return { Certificate: found.pem, CertificateChain: root.certificate.toString('pem') };
  });

  mock.on(GetCertificateAuthorityCertificateCommand).callsFake(() => ({ Certificate: root.certificate.toString('pem') }));
  mock.on(RevokeCertificateCommand).callsFake((input: RevokeCertificateCommandInput) => {
    const refusal = engine.refusals.shift();
    if (refusal) throw refusal;
    engine.revocations.push(input);
    return {};
  });
  return engine;
}

/** Issues a certificate by the template EndEntityClientAuthCertificate_APIPassthrough/V1. */
async function sign(root: TestRoot, { Csr, Validity, ValidityNotBefore, ApiPassthrough }: IssueCertificateCommandInput): Promise<string> {
  const request = new Pkcs10CertificateRequest(Buffer.from(Csr ?? []).toString());
  const uris = ApiPassthrough?.Extensions?.SubjectAlternativeNames ?? [];
  const certificate = await X509CertificateGenerator.create({
    serialNumber: `4${randomBytes(16).toString('hex').slice(1)}`,
    subject: request.subjectName,
    issuer: root.certificate.subjectName,
    notBefore: new Date((ValidityNotBefore?.Value ?? 0) * 1000),
    notAfter: new Date((Validity?.Value ?? 0) * 1000),
    publicKey: request.publicKey,
    signingKey: root.keys.privateKey,
    signingAlgorithm: keyKinds[root.kind],
    extensions: [
      new BasicConstraintsExtension(false),
      await AuthorityKeyIdentifierExtension.create(root.certificate.publicKey),
      await SubjectKeyIdentifierExtension.create(request.publicKey),
      new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
      new ExtendedKeyUsageExtension([ExtendedKeyUsage.clientAuth]),
      new SubjectAlternativeNameExtension(
        uris.map(({ UniformResourceIdentifier = '' }) => ({ type: 'url', value: UniformResourceIdentifier })),
      ),
    ],
  });
  return certificate.toString('pem');
}
