import type * as z from 'zod';
import type { TenantId } from '../core/tenant-id.ts';
import { optional, text } from '../core/validate.ts';
import { calledUrl } from '../http/sendable.ts';
import type { Labels } from '../labels/label.ts';

export const applicationConditions = [
  'INITIAL',
  'CONNECTED',
  'FAILED',
  'CREATING',
  'CREATE_FAILED',
  'CREATE_SUCCEEDED',
  'UPDATING',
  'UPDATE_FAILED',
  'UPDATE_SUCCEEDED',
  'DELETING',
  'DELETE_FAILED',
  'DELETE_SUCCEEDED',
  'UNPAIRING',
  'UNPAIR_FAILED',
] as const;
export type ApplicationCondition = (typeof applicationConditions)[number];

/** The fields that describe an Application, with their rules. Clients set and read them by these names, and ApplicationUpdated reports them. */
export const descriptionRules = {
  providerName: optional(text(256)),
  description: optional(text(2000)),
  healthCheckURL: optional(calledUrl()),
  baseUrl: optional(text(2048)),
  applicationNamespace: optional(text(256)),
  localTenantID: optional(text(256)),
};

export type Description = Readonly<z.output<z.ZodObject<typeof descriptionRules>>>;

export const descriptionFields = Object.keys(descriptionRules) as (keyof Description)[];

/** A system that offers APIs and Events. */
export interface Application extends Description {
  readonly tenant: TenantId;
  readonly id: string;
  readonly name: string;
  readonly integrationSystemID?: string;
  /** The template that it was made from. */
  readonly applicationTemplateID?: string;
  readonly labels: Labels;
  readonly status: { readonly condition: ApplicationCondition; readonly timestamp: string };
  /** The formations it is assigned to: id to name. */
  readonly formations: Readonly<Record<string, string>>;
  /** Its webhooks of type CONFIGURATION_CHANGED, so that a fan-out needs no query per Application. */
  readonly configurationWebhookIds: readonly string[];
  /** The Runtime chosen as the target of its events. */
  readonly defaultEventingRuntimeId?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly version: number;
  /** Author of the latest change, as `kind/id`. */
  readonly changedBy: string;
}

type Change = Partial<
  Pick<
    Application,
    keyof Description | 'integrationSystemID' | 'labels' | 'status' | 'configurationWebhookIds' | 'defaultEventingRuntimeId'
  >
>;

/** The next version of an Application, stamped with who changed it and when. */
export function changeApplication(application: Application, change: Change, changedBy: string, now: Date): Application {
  return { ...application, ...change, version: application.version + 1, updatedAt: now.toISOString(), changedBy };
}

/** Returns the Application with another condition. The timestamp changes only with the condition. */
export function withCondition(application: Application, condition: ApplicationCondition, now: Date): Application {
  return application.status.condition === condition ? application : { ...application, status: { condition, timestamp: now.toISOString() } };
}
