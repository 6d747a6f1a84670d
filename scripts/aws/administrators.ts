import { randomInt } from 'node:crypto';
import {
  AdminAddUserToGroupCommand,
  AdminCreateUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  type CognitoIdentityProviderClient,
  CreateGroupCommand,
  GroupExistsException,
  UsernameExistsException,
} from '@aws-sdk/client-cognito-identity-provider';

export interface AdministratorWish {
  readonly poolId: string;
  readonly email: string;
  readonly tenants: readonly string[];
  readonly role: string;
}

/** `password` is that of the first sign-in; absent for a user who has chosen one already. */
export interface Administrator {
  readonly existed: boolean;
  readonly password?: string;
}

/**
 * Makes a user of the pool with its groups. The pool sends no mail: give the user the password, who chooses another one with it. For a user who is
 * there already, groups are added, and the first password is replaced unless the user has chosen one.
 */
export async function createAdministrator(pool: CognitoIdentityProviderClient, wish: AdministratorWish): Promise<Administrator> {
  const { poolId, email, tenants, role } = wish;
  const administrator = await provideUser(pool, wish);
  for (const group of [...tenants.map((tenant) => `tenant/${tenant}`), `role/${role}`]) {
    await provideGroup(pool, poolId, group);
    await pool.send(new AdminAddUserToGroupCommand({ UserPoolId: poolId, Username: email, GroupName: group }));
  }
  return administrator;
}

async function provideUser(pool: CognitoIdentityProviderClient, { poolId, email }: AdministratorWish): Promise<Administrator> {
  const user = { UserPoolId: poolId, Username: email };
  const password = firstPassword();
  try {
    const UserAttributes = [
      { Name: 'email', Value: email },
      { Name: 'email_verified', Value: 'true' },
    ];
    await pool.send(new AdminCreateUserCommand({ ...user, TemporaryPassword: password, MessageAction: 'SUPPRESS', UserAttributes }));
    return { existed: false, password };
  } catch (error) {
    if (!(error instanceof UsernameExistsException)) throw error;
  }
  const { UserStatus } = await pool.send(new AdminGetUserCommand(user));
  if (UserStatus !== 'FORCE_CHANGE_PASSWORD') return { existed: true };
  await pool.send(new AdminSetUserPasswordCommand({ ...user, Password: password, Permanent: false }));
  return { existed: true, password };
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
