import { Validations } from 'aws-cdk-lib';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HttpVersion,
  OriginProtocolPolicy,
  OriginSslPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Construct } from 'constructs';
import { revocationListFolder } from '#shared/certificates/authorities/revocation-list-url.ts';

/** Reasons for what the rules of cdk-nag miss. */
const reasons = {
  'AwsSolutions-CFR1': 'Those who check certificates are all over the world.',
  'AwsSolutions-CFR2': 'Lists are public, cached, and without input.',
  'AwsSolutions-CFR3': 'The gateway behind it has an access log; who reads a public list need not be known.',
  'AwsSolutions-CFR4': 'RFC 5280, 8: lists are signed, and are fetched by http, so that no certificate is needed to check a certificate.',
};

/**
 * Serves the revocation lists of the public API by http, which the gateway does not speak, and nothing else of it. Returns the base URL of the lists.
 */
export function addRevocationListEdge(scope: Construct, { prefix, publicHost }: { prefix: string; publicHost: string }): string {
  const distribution = new Distribution(scope, 'RevocationListEdge', {
    comment: `${prefix}: revocation lists by http`,
    httpVersion: HttpVersion.HTTP2,
    enableIpv6: true,
    defaultBehavior: {
      origin: new HttpOrigin(publicHost, {
        // No other path of the public API can be asked through it.
        originPath: revocationListFolder,
        protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
        originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      }),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      // For as long as the answer of the endpoint says. No header, cookie or query of a client is passed on.
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      viewerProtocolPolicy: ViewerProtocolPolicy.ALLOW_ALL,
      compress: false,
    },
  });
  for (const [id, reason] of Object.entries(reasons)) Validations.of(distribution).acknowledge({ id, reason });
  return `http://${distribution.distributionDomainName}`;
}
