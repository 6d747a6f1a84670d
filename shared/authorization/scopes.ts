import type { ConsumerKind } from '../core/actor.ts';

const readScopes = [
  'api_spec.fetch_request:read',
  'application:read',
  'application.auths:read',
  'application.webhooks:read',
  'application.application_template:read',
  'application_template:read',
  'application_template.webhooks:read',
  'automatic_scenario_assignment:read',
  'bundle.instance_auths:read',
  'document.fetch_request:read',
  'event_spec.fetch_request:read',
  'fetch_request.auth:read',
  'formation:read',
  'formation_template:read',
  'health_checks:read',
  'integration_system:read',
  'integration_system.auths:read',
  'label_definition:read',
  'runtime:read',
  'runtime.auths:read',
  'runtime.webhooks:read',
  'tenant:read',
] as const;

const writeScopes = [
  'application:write',
  'application_template:write',
  'automatic_scenario_assignment:write',
  'bundle_instance_auth:write',
  'eventing:manage',
  'formation:write',
  'formation_template:write',
  'integration_system:write',
  'label_definition:write',
  'runtime:write',
  'tenant:write',
  'webhook:write',
] as const;

/**
 * Scopes on the platform: to see and describe every tenant, not just those that a token names, which gives no access to their objects; and, beside
 * `integration_system:write`, to administer integration systems that act in every described tenant.
 */
const platformScopes = ['tenants:manage', 'integration_systems:manage'] as const;

/** Every scope that an operation asks for. */
export const scopes = [...readScopes, ...writeScopes, ...platformScopes] as const;

export type Scope = (typeof scopes)[number];

/** Scopes of the roles of the identity provider. */
export const roleScopes: Readonly<Record<string, readonly Scope[]>> = {
  admin: [...readScopes, ...writeScopes],
  /** Rights on the platform, beside other roles or alone: no rights on objects of tenants. */
  operator: ['tenant:read', 'tenant:write', ...platformScopes],
  // Every read, except of credentials.
  viewer: [
    'application:read',
    'application.application_template:read',
    'application_template:read',
    'automatic_scenario_assignment:read',
    'formation:read',
    'formation_template:read',
    'health_checks:read',
    'integration_system:read',
    'label_definition:read',
    'runtime:read',
    'tenant:read',
  ],
};

/** Scopes of a role; none for an unknown name. */
export const scopesOfRole = (role: string): readonly Scope[] => (Object.hasOwn(roleScopes, role) ? (roleScopes[role] ?? []) : []);

/** Scopes for the state of specification fetches: in the original neither an Application nor its integration system can read it. */
const fetchRequestScopes = [
  'api_spec.fetch_request:read',
  'document.fetch_request:read',
  'event_spec.fetch_request:read',
  'fetch_request.auth:read',
] as const satisfies readonly Scope[];

/**
 * Scopes of the credentials that this system issues: an Application or Runtime acts on itself and on what it shares a formation with, an
 * integration system in its whole tenant.
 */
export const consumerScopes = {
  application: [
    'application:read',
    'application:write',
    'application.auths:read',
    'application.webhooks:read',
    'application.application_template:read',
    'bundle.instance_auths:read',
    ...fetchRequestScopes,
    'webhook:write',
  ],
  runtime: [
    'runtime:read',
    'runtime:write',
    'application:read',
    'runtime.auths:read',
    'bundle.instance_auths:read',
    'runtime.webhooks:read',
    'webhook:write',
  ],
  integration_system: [
    'application:read',
    'application:write',
    'application.auths:read',
    'application.webhooks:read',
    'application.application_template:read',
    'application_template:read',
    'application_template:write',
    'application_template.webhooks:read',
    'automatic_scenario_assignment:read',
    'bundle.instance_auths:read',
    ...fetchRequestScopes,
    'formation:read',
    'formation:write',
    'formation_template:read',
    'integration_system:read',
    'label_definition:read',
    'label_definition:write',
    'runtime:read',
    'runtime:write',
    'runtime.webhooks:read',
    'webhook:write',
  ],
} as const satisfies Record<ConsumerKind, readonly Scope[]>;

/** Scopes that clients of Applications, Runtimes and integration systems may have, in the order of their names. */
export const scopesOfClients: readonly Scope[] = [...new Set<Scope>(Object.values(consumerScopes).flat())].sort();
