import { randomBytes } from 'node:crypto';
import { GetParameterCommand, ParameterAlreadyExists, ParameterNotFound, PutParameterCommand, type SSMClient } from '@aws-sdk/client-ssm';
import { AgentError } from '../agent-error.ts';

const keyBytes = 32;

/** The text of a SecureString parameter; undefined if there is none. */
export async function readParameter(client: SSMClient, Name: string): Promise<string | undefined> {
  try {
    const { Parameter } = await client.send(new GetParameterCommand({ Name, WithDecryption: true }));
    return Parameter?.Value;
  } catch (error) {
    if (error instanceof ParameterNotFound) return undefined;
    throw error;
  }
}

/** The key that seals private keys. The first to ask makes it; it is never replaced. */
export async function sealingKey(client: SSMClient, Name: string): Promise<Buffer> {
  const text = (await readParameter(client, Name)) ?? (await newKey(client, Name)) ?? (await readParameter(client, Name)) ?? '';
  const key = Buffer.from(text, 'base64');
  if (key.length !== keyBytes) throw new AgentError('misconfigured', `the parameter ${Name} does not hold a sealing key`);
  return key;
}

/** Undefined if another invocation was faster. */
async function newKey(client: SSMClient, Name: string): Promise<string | undefined> {
  const Value = randomBytes(keyBytes).toString('base64');
  try {
    await client.send(new PutParameterCommand({ Name, Value, Type: 'SecureString', Description: 'Seals private keys of a Runtime Agent' }));
    return Value;
  } catch (error) {
    if (error instanceof ParameterAlreadyExists) return undefined;
    throw error;
  }
}
