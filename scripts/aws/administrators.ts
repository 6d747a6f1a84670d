import { randomInt } from 'node:crypto';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  type CognitoIdentityProviderClient,
  CreateGroupCommand,
  GroupExistsException,
} from '@aws-sdk/client-cognito-identity-provider';

export interface AdministratorWish {
  readonly poolId: string;
  readonly email: string;
  readonly tenants: readonly string[];
  readonly role: string;
}

/**
 * Makes a user of the pool with its groups. Returns the password of the first login, at which the user chooses another one.
 * The pool sends no mail: the administrator gives the user the password.
 */
export async function createAdministrator(pool: CognitoIdentityProviderClient, wish: AdministratorWish): Promise<string> {
  const { poolId, email, tenants, role } = wish;
  const password = firstPassword();
  await pool.send(
    new AdminCreateUserCommand({
      UserPoolId: poolId,
      Username: email,
      TemporaryPassword: password,
      MessageAction: 'SUPPRESS',
      UserAttributes: [
        { Name: 'email', Value: email },
        { Name: 'email_verified', Value: 'true' },
      ],
    }),
  );
  for (const group of [...tenants.map((tenant) => `tenant/${tenant}`), `role/${role}`]) {
    await provideGroup(pool, poolId, group);
    await pool.send(new AdminAddUserToGroupCommand({ UserPoolId: poolId, Username: email, GroupName: group }));
  }
  return password;
}

async function provideGroup(pool: CognitoIdentityProviderClient, poolId: string, name: string): Promise<void> {
  try {
    await pool.send(new CreateGroupCommand({ UserPoolId: poolId, GroupName: name }));
  } catch (error) {
    if (!(error instanceof GroupExistsException)) throw error;
  }
}

const alphabets = ['abcdefghijkmnopqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789', '-_.+'];

/** A password of 24 characters with each kind that the pool requires. */
function firstPassword(): string {
  const from = (alphabet: string) => alphabet[randomInt(alphabet.length)] ?? '';
  const characters = [...alphabets.map(from), ...Array.from({ length: 20 }, () => from(alphabets.join('')))];
  return characters
    .map((character) => ({ character, order: randomInt(2 ** 32) }))
    .sort((a, b) => a.order - b.order)
    .map(({ character }) => character)
    .join('');
}
