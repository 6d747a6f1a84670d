import { RemovalPolicy } from 'aws-cdk-lib';

/**
 * For data that cannot be made again, and for what it cannot be read without. It stays when its stack is deleted or replaces it. It goes when the
 * deployment that made it fails, so that the next one finds its name free.
 */
export const outlivesItsStack = RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE;
