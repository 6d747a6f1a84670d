import { setTimeout as pause } from 'node:timers/promises';
import { CRLDistributionPointsExtension, X509Certificate, X509Crl } from '#shared/certificates/x509.ts';
import type { Lines } from './lines.ts';

/** A list is published about ten seconds after the revocation; a cold start takes longer. */
const patienceMs = 120_000;
const intervalMs = 2000;

/** Waits until the list that a revoked certificate names has its serial number. */
export async function awaitRevocation({ play, leftOut }: Lines, chain: string): Promise<void> {
  const certificate = new X509Certificate(chain);
  const url = listUrlOf(certificate);
  const title = 'the list of revoked certificates has it';
  if (!url) return leftOut(title, 'the authority publishes a list of its own');
  await play(title, async () => {
    let latest = 'no answer';
    for (const deadline = Date.now() + patienceMs; Date.now() < deadline; await pause(intervalMs)) {
      const answer = await fetch(url, { signal: AbortSignal.timeout(intervalMs * 5) });
      if (answer.ok && new X509Crl(await answer.arrayBuffer()).findRevoked(certificate.serialNumber)) return;
      latest = answer.ok ? 'not in the list' : `HTTP ${answer.status}`;
    }
    throw new Error(`${url}: ${latest} after ${patienceMs / 1000} s; see docs/runbook.md#dead-letters`);
  });
}

function listUrlOf(certificate: X509Certificate): string | undefined {
  const [point] = certificate.getExtension(CRLDistributionPointsExtension)?.distributionPoints ?? [];
  const [name] = point?.distributionPoint?.fullName ?? [];
  return name?.uniformResourceIdentifier;
}
