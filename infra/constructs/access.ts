import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

/**
 * A function's rights on a resource together with the variables that name it. A `ServiceFunction` takes both or neither, so that a name
 * without permission cannot be wired.
 */
export interface Access<E extends Record<string, string> = Record<string, string>> {
  readonly environment: E;
  readonly statements: readonly PolicyStatement[];
  /** Reasons for resources that end in a wildcard. */
  readonly wildcards?: readonly { readonly resource: string; readonly reason: string }[];
}

export const allow = (actions: string[], resources: string[], conditions?: Record<string, Record<string, string>>): PolicyStatement =>
  new PolicyStatement({ actions, resources, ...(conditions && { conditions }) });

/** Permission without a variable. */
export const permission = (...statements: PolicyStatement[]): Access<Record<never, string>> => ({ environment: {}, statements });
