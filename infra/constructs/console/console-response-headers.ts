import { Duration } from 'aws-cdk-lib';
import { type HeadersFrameOption, type HeadersReferrerPolicy, ResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';
import { consoleHeaders } from '#shared/console/console-headers.ts';

/** A year, for which browsers come back by https only. */
const transportSecurityAge = Duration.days(365);

/** Headers that CloudFront sets by settings of their own, and refuses among the others. */
const settings = {
  'content-security-policy': (contentSecurityPolicy: string) => ({ contentSecurityPolicy: { contentSecurityPolicy, override: true } }),
  'x-content-type-options': () => ({ contentTypeOptions: { override: true } }),
  'x-frame-options': (value: string) => ({ frameOptions: { frameOption: value as HeadersFrameOption, override: true } }),
  'referrer-policy': (value: string) => ({ referrerPolicy: { referrerPolicy: value as HeadersReferrerPolicy, override: true } }),
};

const hasSetting = (name: string): name is keyof typeof settings => name in settings;

/** The headers of each answer that has a file of the console, the same as those of the system of one machine, and that https is to be used. */
export function addConsoleHeaders(
  scope: Construct,
  { name, connect }: { name: string; connect: readonly string[] },
): ResponseHeadersPolicy {
  const headers = Object.entries(consoleHeaders({ connect }));
  return new ResponseHeadersPolicy(scope, 'Headers', {
    responseHeadersPolicyName: name,
    securityHeadersBehavior: {
      ...Object.assign({}, ...headers.map(([header, value]) => (hasSetting(header) ? settings[header](value) : {}))),
      strictTransportSecurity: { accessControlMaxAge: transportSecurityAge, includeSubdomains: false, override: true },
    },
    customHeadersBehavior: {
      customHeaders: headers.filter(([header]) => !hasSetting(header)).map(([header, value]) => ({ header, value, override: true })),
    },
  });
}
