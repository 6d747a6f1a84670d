import * as z from 'zod';
import { baseUrlOf } from '../bundles/base-url.ts';
import { newRegisteredBundle } from '../bundles/bundle-input.ts';
import { storeTexts } from '../bundles/store-texts.ts';
import type { TextObjects } from '../bundles/text-objects.ts';
import { type Actor, describeActor } from '../core/actor.ts';
import type { Clock } from '../core/clock.ts';
import { notFound } from '../core/errors.ts';
import { isUuid, newId } from '../core/ids.ts';
import { type Limits, requireQuota } from '../core/quotas.ts';
import type { Sealer } from '../core/sealer.ts';
import { optional, required, validate } from '../core/validate.ts';
import type { FormationRepository } from '../formations/formation-repository.ts';
import { initialAssignments, retryOnFormationRace } from '../formations/initial-assignments.ts';
import { type Labels, splitScenarios } from '../labels/label.ts';
import type { LabelDefinitionRepository } from '../labels/label-definition-repository.ts';
import { requireDefinedValues } from '../labels/require-defined-values.ts';
import { configurationChanged } from '../webhooks/webhook.ts';
import { newWebhook, type WebhookFields } from '../webhooks/webhook-input.ts';
import { type Application, applicationConditions, descriptionRules } from './application.ts';
import { normalizedName } from './application-name.ts';
import type { ApplicationDetails, ApplicationRepository, Registration } from './application-repository.ts';

export const applicationFields = { ...descriptionRules, statusCondition: optional(z.enum(applicationConditions)) };

const registration = z.object({
  name: required(100),
  ...applicationFields,
  integrationSystemID: optional(z.string()),
  labels: optional(z.record(z.string(), z.json())),
  webhooks: optional(z.array(z.unknown())),
  bundles: optional(z.array(z.unknown())),
});

type Input = z.output<typeof registration>;

export interface RegisterDeps {
  readonly applications: Pick<ApplicationRepository, 'insert'>;
  readonly formations: Pick<FormationRepository, 'findByName' | 'templateOf'>;
  readonly labelDefinitions: Pick<LabelDefinitionRepository, 'list'>;
  readonly textObjects: TextObjects;
  readonly sealer: Sealer;
  readonly limits: Limits;
  readonly clock: Clock;
}

/**
 * Registers an Application with its webhooks, bundles and definitions, of which the first API gives it a base URL if it has none, assigned to the formations that the `scenarios` label names.
 * Throws InvalidData, NotFound for the integration system that it names, and NotUniqueName when the normalised name is taken.
 */
export async function registerApplication(
  given: object,
  actor: Actor,
  deps: RegisterDeps,
  applicationTemplateID?: string,
): Promise<ApplicationDetails> {
  const input = validate('ApplicationRegisterInput', registration, given);
  requireSystemId(input.integrationSystemID);
  return retryOnFormationRace(async () => {
    const made = await registrationOf({ ...input, applicationTemplateID }, actor, deps);
    const texts = made.bundles.flatMap((bundle) => bundle.texts);
    await storeTexts(texts, deps.textObjects, () => deps.applications.insert(made));
    const bundles = made.bundles.map((bundle) => ({ ...bundle, instanceAuths: [] }));
    return { ...made, bundles, apiDefinitions: [], eventDefinitions: [], auths: [] };
  });
}

async function registrationOf(
  input: Input & { applicationTemplateID?: string },
  actor: Actor,
  { formations, labelDefinitions, sealer, limits, clock }: RegisterDeps,
): Promise<Registration> {
  const { tenant } = actor;
  const [id, now, changedBy] = [newId(), clock(), describeActor(actor)];
  const owner = { kind: 'application', id };
  requireQuota('webhooks', input.webhooks?.length ?? 0, owner, limits);
  requireQuota('bundles', input.bundles?.length ?? 0, owner, limits);
  const { stored, scenarios = [] } = splitScenarios((input.labels ?? {}) as Labels);
  await requireDefinedValues(stored, tenant, { labelDefinitions });
  const initial = await initialAssignments(
    scenarios,
    { tenant, objectType: 'APPLICATION', objectId: id, changedBy, labels: stored },
    { formations },
  );
  const bundles = await Promise.all(
    (input.bundles ?? []).map((one) => newRegisteredBundle(one, { tenant, applicationId: id, changedBy, now }, { sealer, limits })),
  );
  const webhooks = await Promise.all(
    (input.webhooks ?? []).map((one) =>
      newWebhook(one as WebhookFields, { owner: { tenant, kind: 'application', id }, changedBy, now }, sealer),
    ),
  );
  const { statusCondition, labels, webhooks: _, bundles: __, ...fields } = input;
  const application: Application = {
    ...fields,
    baseUrl: fields.baseUrl || baseUrlOf(bundles.flatMap(({ apiDefinitions }) => apiDefinitions.map(({ targetURL }) => targetURL))),
    tenant,
    id,
    labels: { ...automaticLabels(input), ...stored },
    status: { condition: statusCondition ?? 'INITIAL', timestamp: now.toISOString() },
    formations: initial.formations,
    configurationWebhookIds: webhooks.filter(({ type }) => type === configurationChanged).map((webhook) => webhook.id),
    createdAt: now.toISOString(),
    updatedAt: now.toISOString(),
    version: 1,
    changedBy,
  };
  return { application, bundles, webhooks, assignments: initial.assignments };
}

/** Refuses a string that is not an id. The write checks whether the integration system exists. Throws NotFound. */
export function requireSystemId(id: string | null | undefined): void {
  if (typeof id === 'string' && !isUuid(id)) throw notFound('integrationSystem', id);
}

/** Sets the label that names the Application's integration system. */
export const systemLabel = (integrationSystemID: string | undefined): Labels => (integrationSystemID ? { integrationSystemID } : {});

const automaticLabels = ({ name, integrationSystemID }: Input): Labels => ({
  name: normalizedName(name),
  managed: 'false',
  ...systemLabel(integrationSystemID),
});
