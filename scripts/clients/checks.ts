import type { ClientCheck } from './client-check.ts';
import { gnutlsCertificates } from './gnutls/certificates.ts';
import { goCertificates } from './go/certificates.ts';
import { javaCertificates } from './java/certificates.ts';
import { javascriptTraps } from './javascript/webhook-traps.ts';
import { opensslCertificates } from './openssl/certificates.ts';
import { pythonCertificates } from './python/certificates.ts';
import { pythonTraps } from './python/webhook-traps.ts';
import { receivers } from './webhooks/receivers.ts';

export const checks: readonly ClientCheck[] = [
  opensslCertificates,
  gnutlsCertificates,
  goCertificates,
  javaCertificates,
  pythonCertificates,
  ...receivers,
  javascriptTraps,
  pythonTraps,
];
