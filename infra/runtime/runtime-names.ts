import { Aws, Fn } from 'aws-cdk-lib';

/** Names in the template of a Runtime, which knows the Runtime's id only when it is deployed. */
export interface RuntimeNames {
  /** The name of the stack: for what may have a long name. */
  readonly long: string;
  /** The beginning of names that may have 64 characters. */
  readonly short: (part: string) => string;
}

export const runtimeNames = (prefix: string): RuntimeNames => ({
  long: Aws.STACK_NAME,
  // As `runtimeShortName` does it: the last group of an id is random.
  short: (part) => Fn.join('-', [prefix, 'runtime', Fn.select(4, Fn.split('-', Fn.ref('RuntimeId'))), part]),
});
