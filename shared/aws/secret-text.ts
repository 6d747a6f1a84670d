import { GetSecretValueCommand, SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { requestTimeouts } from './request-timeouts.ts';

/** Reads the current version of a secret; undefined if it is not text. */
export async function secretText(secretId: string): Promise<string | undefined> {
  const client = new SecretsManagerClient({ requestHandler: requestTimeouts });
  try {
    return (await client.send(new GetSecretValueCommand({ SecretId: secretId }))).SecretString;
  } finally {
    client.destroy();
  }
}
