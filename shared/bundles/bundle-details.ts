import type { BundleContents } from './bundle.ts';
import type { BundleInstanceAuth } from './instance-auth.ts';

/** A bundle with everything in it but the texts. */
export interface BundleDetails extends Omit<BundleContents, 'texts'> {
  /** In the order of their ids. */
  readonly instanceAuths: readonly BundleInstanceAuth[];
}
