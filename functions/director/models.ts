import type { ApplicationTemplate } from '#shared/application-templates/application-template.ts';
import type { Application } from '#shared/applications/application.ts';
import type { ApplicationDetails } from '#shared/applications/application-repository.ts';
import type { ApiDefinition, Bundle, Document, EventDefinition, SpecHeader } from '#shared/bundles/bundle.ts';
import type { BundleDetails } from '#shared/bundles/bundle-details.ts';
import type { FetchRequest } from '#shared/bundles/fetch-request.ts';
import type { BundleInstanceAuth } from '#shared/bundles/instance-auth.ts';
import type { WithText } from '#shared/bundles/text.ts';
import type { Page, PageRequest } from '#shared/core/page.ts';
import type { AuthValue } from '#shared/credentials/auth-value.ts';
import type { FormationAssignment } from '#shared/formation-assignments/formation-assignment.ts';
import type { Formation } from '#shared/formations/formation.ts';
import type { FormationTemplate } from '#shared/formations/formation-template.ts';
import type { ProbedHealthCheck } from '#shared/health-checks/health-check.ts';
import type { IntegrationSystem } from '#shared/integration-systems/integration-system.ts';
import type { CertificateOf, Suspicion } from '#shared/pairing/certificates-of.ts';
import type { Origin } from '#shared/pairing/origin.ts';
import type { SystemAuth } from '#shared/pairing/system-auth.ts';
import type { Runtime } from '#shared/runtimes/runtime.ts';
import type { Tenant } from '#shared/tenants/tenant.ts';
import type { LoggedAttempt, LoggedDelivery } from '#shared/webhooks/delivery-log.ts';
import type { TestedWebhook } from '#shared/webhooks/test-webhook.ts';
import type { Webhook } from '#shared/webhooks/webhook.ts';

/** With its bundle where that was read already. */
export type ApiDefinitionModel = ApiDefinition & { readonly inBundle?: BundleDetails | undefined };
export type ApplicationTemplateModel = ApplicationTemplate;
export type BundleInstanceAuthModel = BundleInstanceAuth;
export type CertificateModel = CertificateOf;
export type CloneSuspicionModel = Suspicion;
export type DeliveryModel = LoggedDelivery;
export type DeliveryAttemptModel = LoggedAttempt;
export type WebhookTestModel = TestedWebhook;
export type DocumentModel = Document;
export type EventDefinitionModel = EventDefinition;
export type FormationModel = Formation;
export type FormationAssignmentModel = FormationAssignment;
export type FormationTemplateModel = FormationTemplate;
export type IntegrationSystemModel = IntegrationSystem;
export type HealthCheckModel = ProbedHealthCheck;
export type RuntimeModel = Runtime;
/** A System Auth with the secret of its client, in the answer that creates it. */
export type SystemAuthOriginModel = Origin;
export type SystemAuthModel = SystemAuth & { readonly clientSecret?: string };
export type TenantModel = Tenant;
export type WebhookModel = Webhook;

/** An Application whose parts are read on demand, each at most once. */
export interface ApplicationModel {
  readonly application: Application;
  readonly webhooks: () => Promise<readonly Webhook[]>;
  readonly auths: () => Promise<readonly SystemAuth[]>;
  /** Null if `error` has the reason. Throws AnswerTooLarge for a bundle that is larger than can be read at once. */
  readonly bundles: (page: PageRequest) => Promise<Page<BundleDetails> | null>;
  readonly bundleCount: () => Promise<number>;
  readonly bundle: (id: string) => Promise<BundleDetails | undefined>;
  readonly apiDefinition: (id: string) => Promise<ApiDefinition | undefined>;
  readonly eventDefinition: (id: string) => Promise<EventDefinition | undefined>;
  /** Everything in it by one query. */
  readonly details: () => Promise<ApplicationDetails>;
  readonly error?: string;
}

/** A bundle whose contents are read on demand, at most once. */
export interface BundleModel {
  readonly bundle: Bundle;
  readonly contents: () => Promise<BundleDetails>;
}

/** The definition that it specifies, whose header is there. */
export type SpecModel = EventDefinition & { readonly spec: SpecHeader };

/** A definition or document with a fetch request. */
export type FetchRequestModel = WithText & { readonly fetchRequest: FetchRequest };

export type CredentialModel =
  | { readonly username: string; readonly password: string }
  | { readonly clientId: string; readonly clientSecret: string; readonly url: string }
  | { readonly clientId: string; readonly certificate: string; readonly url: string };

/** Credentials in clear; for System Auths the readable part of the pairing. */
export interface AuthModel {
  readonly value?: AuthValue;
  readonly pairing?: { readonly certCommonName?: string; readonly oneTimeToken?: OneTimeTokenState };
}

interface OneTimeTokenState {
  readonly kind: 'application' | 'runtime';
  readonly used: boolean;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly usedAt?: string;
}
