import { createHash, randomInt } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { epochSeconds, systemClock } from '#shared/core/clock.ts';
import { newId } from '#shared/core/ids.ts';
import { readFileIfPresent, writePrivateJson } from '../private-file.ts';
import { account, region } from '../template/local-identities.ts';
import type { LocalSecret } from '../template/local-system.ts';
import type { AwsOperations } from './aws-endpoint.ts';
import { AwsError } from './aws-error.ts';

const arnPrefix = `arn:aws:secretsmanager:${region}:${account}:secret:`;
const storedSecret = z.object({ name: z.string(), value: z.string(), versionId: z.string(), createdAt: z.number(), changedAt: z.number() });
type StoredSecret = z.infer<typeof storedSecret>;

const namedBy = z.object({ SecretId: z.string().min(1) });
const created = z.object({ Name: z.string().min(1), SecretString: z.string(), ClientRequestToken: z.string().optional() });
const put = z.object({ SecretId: z.string().min(1), SecretString: z.string(), ClientRequestToken: z.string().optional() });

/** Secrets Manager on files that only their owner may read, one per secret. */
export function secretOperations(folder: string): AwsOperations {
  const find = (id: string) => findSecret(folder, nameOf(id));
  const save = (secret: StoredSecret) => writePrivateJson(pathOf(folder, secret.name), secret);
  const get = async (input: unknown): Promise<StoredSecret> => {
    const found = await find(namedBy.parse(input).SecretId);
    if (!found) throw new AwsError('ResourceNotFoundException', "Secrets Manager can't find the specified secret.");
    return found;
  };

  return {
    'secretsmanager.CreateSecret': async (input) => {
      const { Name, SecretString, ClientRequestToken = newId() } = created.parse(input);
      const existing = await find(Name);
      if (existing && !(existing.versionId === ClientRequestToken && existing.value === SecretString)) {
        throw new AwsError('ResourceExistsException', `The operation failed because the secret ${Name} already exists.`);
      }
      const now = epochSeconds(systemClock());
      if (!existing) await save({ name: Name, value: SecretString, versionId: ClientRequestToken, createdAt: now, changedAt: now });
      return { ARN: arnPrefix + Name, Name, VersionId: ClientRequestToken };
    },
    'secretsmanager.PutSecretValue': async (input) => {
      const secret = await get(input);
      const { SecretString, ClientRequestToken = newId() } = put.parse(input);
      await save({ ...secret, value: SecretString, versionId: ClientRequestToken, changedAt: epochSeconds(systemClock()) });
      return { ARN: arnPrefix + secret.name, Name: secret.name, VersionId: ClientRequestToken, VersionStages: ['AWSCURRENT'] };
    },
    'secretsmanager.GetSecretValue': async (input) => {
      const { name, value, versionId, changedAt } = await get(input);
      return {
        ARN: arnPrefix + name,
        Name: name,
        SecretString: value,
        VersionId: versionId,
        VersionStages: ['AWSCURRENT'],
        CreatedDate: changedAt,
      };
    },
    'secretsmanager.DescribeSecret': async (input) => {
      const { name, versionId, createdAt, changedAt } = await get(input);
      return {
        ARN: arnPrefix + name,
        Name: name,
        CreatedDate: createdAt,
        LastChangedDate: changedAt,
        VersionIdsToStages: { [versionId]: ['AWSCURRENT'] },
      };
    },
    'secretsmanager.DeleteSecret': async (input) => {
      const { name } = await get(input);
      await rm(pathOf(folder, name), { force: true });
      return { ARN: arnPrefix + name, Name: name, DeletionDate: epochSeconds(systemClock()) };
    },
  };
}

/** Makes the first value of a generated secret of the template, once. */
export async function generateSecretIfAbsent(folder: string, { arn, properties }: LocalSecret): Promise<void> {
  const name = nameOf(arn);
  if (await findSecret(folder, name)) return;
  const now = epochSeconds(systemClock());
  const value = typeof properties.SecretString === 'string' ? properties.SecretString : generated(properties.GenerateSecretString);
  await writePrivateJson(pathOf(folder, name), { name, value, versionId: newId(), createdAt: now, changedAt: now } satisfies StoredSecret);
}

const generation = z
  .object({
    PasswordLength: z.coerce.number().default(32),
    ExcludeCharacters: z.string().default(''),
    ExcludeLowercase: z.boolean().default(false),
    ExcludeUppercase: z.boolean().default(false),
    ExcludeNumbers: z.boolean().default(false),
    ExcludePunctuation: z.boolean().default(false),
  })
  .prefault({});

function generated(options: unknown): string {
  const { PasswordLength, ExcludeCharacters, ...exclude } = generation.parse(options ?? {});
  const alphabet = [
    exclude.ExcludeLowercase ? '' : 'abcdefghijklmnopqrstuvwxyz',
    exclude.ExcludeUppercase ? '' : 'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    exclude.ExcludeNumbers ? '' : '0123456789',
    exclude.ExcludePunctuation ? '' : '!#$%&()*+,-./:;<=>?@[]^_{|}~',
  ]
    .join('')
    .split('')
    .filter((character) => !ExcludeCharacters.includes(character));
  return Array.from({ length: PasswordLength }, () => alphabet[randomInt(alphabet.length)]).join('');
}

const nameOf = (id: string): string => (id.startsWith(arnPrefix) ? id.slice(arnPrefix.length) : id);

/** Names may hold slashes and be longer than a file's name. */
const pathOf = (folder: string, name: string): string => join(folder, `${createHash('sha256').update(name).digest('hex')}.json`);

async function findSecret(folder: string, name: string): Promise<StoredSecret | undefined> {
  const text = await readFileIfPresent(pathOf(folder, name));
  return text === undefined ? undefined : storedSecret.parse(JSON.parse(text));
}
