import type { Subjects } from './subjects.ts';

/** The roles that the access tests play; `administrator` and `viewer` are roles of users. */
export const roles = ['administrator', 'viewer', 'integration system', 'application', 'runtime'] as const;
export type Role = (typeof roles)[number];

/**
 * The right of a role on an operation. `own`: on its own objects and those shared with it; all others answer as if they did not exist.
 * `refused`: insufficient scopes for any object. `own refused`: insufficient scopes for its own objects; all others answer as if they did
 * not exist. `nothing`: all objects answer as if they did not exist.
 */
type May = 'own' | 'refused' | 'own refused' | 'nothing';

/** The requests of an operation: at an object of another owner (`there`) and, if it takes two ids, at one of each. */
export type Documents = (there: Subjects, own: Subjects) => string[];

export interface Access {
  readonly may: Readonly<Record<Role, May>>;
  readonly documents: Documents;
}

const who =
  (may: Access['may']) =>
  (documents: Documents): Access => ({ may, documents });

export const anybody = who({ administrator: 'own', viewer: 'own', 'integration system': 'own', application: 'own', runtime: 'own' });

/** A Runtime reads the Applications that share a formation with it. */
export const readsApplication = anybody;
export const changesApplication = who({
  administrator: 'own',
  viewer: 'refused',
  'integration system': 'own',
  application: 'own',
  runtime: 'refused',
});

export const readsRuntime = who({
  administrator: 'own',
  viewer: 'own',
  'integration system': 'own',
  application: 'refused',
  runtime: 'own',
});
export const changesRuntime = who({
  administrator: 'own',
  viewer: 'refused',
  'integration system': 'own',
  application: 'refused',
  runtime: 'own',
});

/** Operations on a tenant as a whole. */
export const readsTenant = who({
  administrator: 'own',
  viewer: 'own',
  'integration system': 'own',
  application: 'refused',
  runtime: 'refused',
});
export const changesTenant = who({
  administrator: 'own',
  viewer: 'refused',
  'integration system': 'own',
  application: 'refused',
  runtime: 'refused',
});

/** Changes that are reserved for administrators. */
export const administers = who({
  administrator: 'own',
  viewer: 'refused',
  'integration system': 'refused',
  application: 'refused',
  runtime: 'refused',
});

/** Both may call it, and each may change its own only; webhooks of a template belong to neither. */
export const changesWebhookOf = (owner: 'application' | 'runtime' | 'template') =>
  who({
    administrator: 'own',
    viewer: 'refused',
    'integration system': 'own',
    application: 'nothing',
    runtime: 'nothing',
    ...(owner !== 'template' && { [owner]: 'own' }),
  });

/** Ids of another kind of object, of which no caller owns one. */
export const ofAnotherKind = ({ may, documents }: Access): Access => {
  const outcomes = Object.entries(may).map(([role, outcome]) => [role, outcome === 'own' ? 'nothing' : outcome]);
  return { may: Object.fromEntries(outcomes), documents };
};

export const except = ({ may, documents }: Access, changed: Partial<Access['may']>): Access => ({ may: { ...may, ...changed }, documents });

/** Through the label `scenarios`; what is in no formation of theirs must not get in by itself. */
export const movesBetweenFormations = (whoMay: (documents: Documents) => Access, documents: Documents): Access => {
  const { may } = whoMay(documents);
  return except({ may, documents }, { application: orRefused(may.application), runtime: orRefused(may.runtime) });
};

const orRefused = (may: May): May => (may === 'own' ? 'own refused' : may);
