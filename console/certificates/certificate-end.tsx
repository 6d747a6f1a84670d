import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import { Time } from '../parts/time.tsx';
import { type CertificateTerm, termOf } from './certificate-terms.ts';

const types: Readonly<Record<CertificateTerm, StatusIndicatorProps.Type>> = { valid: 'success', soon: 'warning', ended: 'error' };
const words: Readonly<Record<CertificateTerm, string>> = { valid: 'ends', soon: 'ends soon:', ended: 'ended' };

/** The end of a certificate, pointed out if it is near or past. */
export function CertificateEnd({ notAfter, notBefore }: { readonly notAfter: string; readonly notBefore: string | null }) {
  const term = termOf(notAfter, notBefore);
  return (
    <StatusIndicator type={types[term]}>
      {words[term]} <Time at={notAfter} />
    </StatusIndicator>
  );
}
