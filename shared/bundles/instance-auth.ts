import { AppError } from '../core/errors.ts';
import type { TenantId } from '../core/tenant-id.ts';
import type { Owned } from './bundle.ts';

type InstanceAuthCondition = 'PENDING' | 'SUCCEEDED' | 'FAILED' | 'UNUSED';

export interface InstanceAuthStatus {
  readonly condition: InstanceAuthCondition;
  readonly timestamp: string;
  readonly message: string;
  readonly reason: string;
}

/** Credentials of one Runtime for a bundle: requested by the Runtime, set by the Application. */
export interface BundleInstanceAuth extends Owned {
  readonly bundleId: string;
  /** JSON of the Runtime, returned unchanged. */
  readonly context?: string;
  /** JSON that satisfies the bundle's schema for requests. */
  readonly inputParams?: string;
  /** Sealed JSON of the credentials. */
  readonly auth?: string;
  readonly status: InstanceAuthStatus;
  /** Absent if a user asked for it on behalf of no Runtime, and after the Runtime was unregistered. */
  readonly runtimeId?: string;
}

const standing = {
  PENDING: { reason: 'CredentialsNotProvided', message: 'Credentials were not yet provided.' },
  SUCCEEDED: { reason: 'CredentialsProvided', message: 'Credentials were provided.' },
  UNUSED: { reason: 'PendingDeletion', message: 'Credentials are not used any more and can be deleted.' },
} as const;

/** Default reason and message of each condition. */
export const standingStatus = (condition: keyof typeof standing, now: Date): InstanceAuthStatus => ({
  condition,
  timestamp: now.toISOString(),
  ...standing[condition],
});

interface Sealed {
  readonly tenant: TenantId;
  readonly bundleId: string;
  readonly id: string;
}

/** Sealing context of the credentials. */
export const instanceAuthSealingContext = ({ tenant, bundleId, id }: Sealed): string => `${tenant}/bundle/${bundleId}/instance-auth/${id}`;

/** Maximum number per Runtime and bundle. Every reader of the Application reads them, so no Runtime may use all the space. */
export const maxPerRuntime = 20;

export const tooManyInstanceAuths = (bundleId: string, runtimeId: string): AppError =>
  new AppError(
    'QuotaExceeded',
    `runtime ${runtimeId} has ${maxPerRuntime} instance auths of bundle ${bundleId}, which is the most there can be; ` +
      'one has to be given back, and deleted by the application, first',
  );

export const notUniqueInstanceAuth = (id: string): AppError =>
  new AppError('NotUnique', 'Object is not unique', { details: { object: 'bundleInstanceAuth', ID: id } });
