import { fromEnv } from '@aws-sdk/credential-provider-env';

/** Stands in bundles for the SDK's search for credentials: Lambda gives a function its credentials as environment variables. */
export const defaultProvider = fromEnv;
