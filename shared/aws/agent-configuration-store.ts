import {
  CreateSecretCommand,
  DeleteSecretCommand,
  GetSecretValueCommand,
  InvalidRequestException,
  PutSecretValueCommand,
  ResourceExistsException,
  ResourceNotFoundException,
  SecretsManagerClient,
} from '@aws-sdk/client-secrets-manager';
import * as z from 'zod';
import type { AgentConfiguration, AgentConfigurationStore } from '../provisioning/agent-configuration.ts';
import { requestTimeouts } from './request-timeouts.ts';

const stored = z.object({ CONNECTOR_URL: z.string(), TOKEN: z.string(), RUNTIME_ID: z.string(), TENANT: z.string() });

/** One secret per Runtime, named `<prefix><runtime id>`. */
export function secretsManagerAgentConfigurations(prefix: string, client = secretsManager()): AgentConfigurationStore {
  const nameOf = (runtimeId: string): string => prefix + runtimeId;
  return {
    save: async (configuration) => {
      const SecretString = JSON.stringify(configuration);
      const SecretId = nameOf(configuration.RUNTIME_ID);
      try {
        await client.send(new CreateSecretCommand({ Name: SecretId, SecretString, Description: 'What a Runtime Agent needs to pair' }));
      } catch (error) {
        // Secrets Manager deletes in the background; until then the name is taken, and the step is to be repeated.
        if (error instanceof InvalidRequestException) throw Object.assign(error, { $retryable: {} });
        if (!(error instanceof ResourceExistsException)) throw error;
        await client.send(new PutSecretValueCommand({ SecretId, SecretString }));
      }
    },

    find: async (runtimeId) => {
      try {
        const { SecretString } = await client.send(new GetSecretValueCommand({ SecretId: nameOf(runtimeId) }));
        return parse(SecretString);
      } catch (error) {
        if (error instanceof ResourceNotFoundException) return undefined;
        throw error;
      }
    },

    delete: async (runtimeId) => {
      try {
        // A spent token has no value, and the name must be free if the Runtime is provisioned again.
        await client.send(new DeleteSecretCommand({ SecretId: nameOf(runtimeId), ForceDeleteWithoutRecovery: true }));
      } catch (error) {
        if (!(error instanceof ResourceNotFoundException)) throw error;
      }
    },
  };
}

/** A parser's own error would quote the secret. */
function parse(text = ''): AgentConfiguration {
  try {
    return stored.parse(JSON.parse(text));
  } catch {
    throw new Error('an agent-configuration secret does not hold an agent configuration');
  }
}

const secretsManager = (): SecretsManagerClient => new SecretsManagerClient({ maxAttempts: 4, requestHandler: requestTimeouts });
