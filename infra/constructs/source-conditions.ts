import { Aws } from 'aws-cdk-lib';

/** Conditions of a resource policy: a service acts for a resource of this account whose ARN matches the pattern. */
export const onBehalfOf = (sourceArn: string) => ({
  StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
  ArnLike: { 'aws:SourceArn': sourceArn },
});
