import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Duration, Validations } from 'aws-cdk-lib';
import {
  AllowedMethods,
  type BehaviorOptions,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  type ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

interface Site {
  readonly prefix: string;
  readonly bucket: Bucket;
  readonly headers: ResponseHeadersPolicy;
  /** The host of the public API. */
  readonly publicHost: string;
}

/** The endpoints that the console asks. No other path of the public API is found at its address. */
const endpoints = ['/director/graphql', '/connector/graphql', '/provisioner/graphql'];

/** The gateway ends a call after 30 seconds: its answer is better than none. */
const originTimeout = Duration.seconds(35);

/** Reasons for what the rules of cdk-nag miss. */
const reasons = {
  'AwsSolutions-CFR1': 'Administrators are all over the world.',
  'AwsSolutions-CFR2': 'The files are public and cached; the APIs limit requests themselves, and are behind a firewall where there is one.',
  'AwsSolutions-CFR3': 'The gateway behind it has an access log; who reads the public files need not be known.',
  'AwsSolutions-CFR4': 'The name that CloudFront gives comes with its certificate, which allows no other choice.',
};

/** Serves the files of the console, and the endpoints that it asks at the same address. */
export function addConsoleDistribution(scope: Construct, { prefix, bucket, headers, publicHost }: Site): Distribution {
  const asking = askingAt(publicHost);
  const distribution = new Distribution(scope, 'Distribution', {
    comment: `${prefix}: console`,
    httpVersion: HttpVersion.HTTP2_AND_3,
    enableIpv6: true,
    // The edges of Europe and North America; from elsewhere they are farther, but cost the same.
    priceClass: PriceClass.PRICE_CLASS_100,
    defaultBehavior: {
      origin: S3BucketOrigin.withOriginAccessControl(bucket),
      allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
      // For as long as the object says: files with a hash for good, the page and the configuration not at all.
      cachePolicy: CachePolicy.CACHING_OPTIMIZED,
      responseHeadersPolicy: headers,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      compress: true,
      functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: viewerRequest(scope, prefix) }],
    },
    additionalBehaviors: Object.fromEntries(endpoints.map((path) => [path, asking])),
  });
  for (const [id, reason] of Object.entries(reasons)) Validations.of(distribution).acknowledge({ id, reason });
  return distribution;
}

const viewerRequest = (scope: Construct, prefix: string): EdgeFunction =>
  new EdgeFunction(scope, 'ViewerRequest', {
    functionName: `${prefix}-console`,
    comment: 'Leads addresses of the console to its page',
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromInline(readFileSync(join(import.meta.dirname, 'viewer-request.js'), 'utf8')),
  });

const askingAt = (publicHost: string): BehaviorOptions => ({
  origin: new HttpOrigin(publicHost, {
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    readTimeout: originTimeout,
  }),
  // CloudFront knows POST only together with all others; the gateway has a route for POST alone.
  allowedMethods: AllowedMethods.ALLOW_ALL,
  cachePolicy: CachePolicy.CACHING_DISABLED,
  // The gateway knows its API by the host of the origin.
  originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
  viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
  compress: false,
});
