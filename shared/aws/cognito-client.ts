import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { requestTimeouts } from './request-timeouts.ts';

/** Cognito takes few changes of clients a second; throttled ones are tried again. */
export const cognitoClient = (): CognitoIdentityProviderClient =>
  new CognitoIdentityProviderClient({ maxAttempts: 5, requestHandler: requestTimeouts });
