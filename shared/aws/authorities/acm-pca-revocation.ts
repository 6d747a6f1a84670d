import { type ACMPCAClient, RequestAlreadyProcessedException, RevokeCertificateCommand } from '@aws-sdk/client-acm-pca';
import type { RevokingAuthority } from '#shared/certificates/revocation/revoking-authority.ts';
import { authorityIdOf } from '#shared/certificates/trust-anchors.ts';
import { acmPcaCertificate } from './acm-pca-authority.ts';

export interface PrivateAuthority {
  readonly client: ACMPCAClient;
  readonly arn: string;
  /** A short-lived authority revokes nothing: its certificates end within a week. */
  readonly revocable: boolean;
}

/** ACM Private CA as the one who tells the world what was revoked: by its own lists or OCSP. */
export function acmPcaRevocation({ client, arn, revocable }: PrivateAuthority): RevokingAuthority {
  let known: string | undefined;
  return {
    id: async () => {
      known ??= authorityIdOf(await acmPcaCertificate(client, arn));
      return known;
    },
    revoke: async ({ serialNumber }) => {
      if (!revocable) return;
      const request = {
        CertificateAuthorityArn: arn,
        CertificateSerial: serialNumber,
        RevocationReason: 'CESSATION_OF_OPERATION',
      } as const;
      try {
        await client.send(new RevokeCertificateCommand(request));
      } catch (error) {
        if (!(error instanceof RequestAlreadyProcessedException)) throw error;
      }
    },
  };
}
