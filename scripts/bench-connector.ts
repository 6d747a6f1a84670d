/**
 * Prints how many sequential exchanges a second the Connector makes, compared with the library calls that every Connector needs: `npm run
 * bench:connector`. The endpoint, the resolvers, the table's engine and the local authority are the real ones.
 */

import { Command } from 'commander';
import { Bench, type Task } from 'tinybench';
import { clientCertificateFields } from '#shared/certificates/authorities/client-certificate.ts';
import { type CheckedCsr, checkCsr } from '#shared/certificates/csr.ts';
import { Pkcs10CertificateRequest, X509CertificateGenerator } from '#shared/certificates/x509.ts';
import { days, later } from '#shared/core/clock.ts';
import type { Owner } from '#shared/pairing/system-auth.ts';
import { type ConnectorWorld, signMutation, startConnector } from '#test/support/connector-world.ts';
import { aCsr, csrPolicy, type KeyKind, keyKinds, subjectOf } from '#test/support/csr-builder.ts';

const kinds: readonly KeyKind[] = ['P-256', 'P-384', 'RSA 2048', 'RSA 4096'];
const { time } = new Command('npm run bench:connector --')
  .description('Prints how many sequential exchanges a second the Connector makes, beside the library calls that every Connector needs.')
  .option('--time <milliseconds>', 'how long each row is measured', Number, 3000)
  .allowExcessArguments(false)
  .parse()
  .opts<{ time: number }>();
const connector = await startConnector('P-256');

/** Parses, verifies and signs, and nothing else. */
function bareCalls(pem: string, csr: CheckedCsr, owner: Owner, { root, deps }: ConnectorWorld) {
  return async () => {
    const request = new Pkcs10CertificateRequest(pem);
    if (!(await request.verify())) throw new Error('the signature does not hold');
    const now = deps.clock();
    const order = { csr: { ...csr, request }, owner, notBefore: now, notAfter: later(now, days(90)) };
    const fields = await clientCertificateFields(order, root.certificate, 'https://compass.test/crl/bench.crl');
    const signing = { signingKey: root.keys.privateKey, signingAlgorithm: keyKinds['P-256'] };
    await X509CertificateGenerator.create({ ...fields, ...signing });
  };
}

async function measure(kind: KeyKind) {
  const bench = new Bench({ time, warmupTime: 300 });
  const prepared = { token: '', certificate: '', encoded: '' };
  const invited = async () => {
    const { token, authId } = await connector.invite();
    Object.assign(prepared, { token, encoded: (await aCsr({ name: subjectOf(authId), kind })).encoded });
  };
  const succeed = ({ error }: { error: string | undefined }) => {
    if (error) throw new Error(error);
  };
  const paired = await connector.pair('application', kind);
  const csr = await checkCsr(paired.csr.encoded, paired.authId, csrPolicy);
  bench
    .add('exchange', async () => succeed(await connector.sign(prepared.token, prepared.encoded)), { beforeEach: invited })
    .add('renewal', async () => succeed(await renew(prepared)), {
      beforeEach: async () => {
        const { certificate, csr } = await connector.pair('application', kind);
        Object.assign(prepared, { certificate, encoded: csr.encoded });
      },
    })
    .add('bare', bareCalls(paired.csr.pem, csr, paired.owner, connector));
  return (await bench.run()).map(medianOf);
}

const renew = ({ certificate, encoded }: { certificate: string; encoded: string }) =>
  connector.call(signMutation, { certificate, variables: { csr: encoded } });

/** The median, because other work of the machine changes the mean. */
function medianOf({ name, result }: Task): number {
  if (result.state !== 'completed') throw new Error(`${name}: ${result.state}`);
  return result.latency.p50;
}

console.log('| Key | Exchange | a second | Renewal | a second | Bare library calls | a second | Exchange / bare | Renewal / bare |');
console.log('|---|---|---|---|---|---|---|---|---|');
for (const kind of kinds) {
  const [exchange = 0, renewal = 0, bare = 0] = await measure(kind);
  const cells = [exchange, renewal, bare].flatMap((median) => [`${median.toFixed(1)} ms`, (1000 / median).toFixed(0)]);
  console.log(`| ${[kind, ...cells, (exchange / bare).toFixed(1), (renewal / bare).toFixed(1)].join(' | ')} |`);
}
await connector.stop();
