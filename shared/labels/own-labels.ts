import { isDeepStrictEqual } from 'node:util';
import { type Actor, actsForTenant, type OwnerKind } from '../core/actor.ts';
import { AppError, invalidData } from '../core/errors.ts';
import { isFixed } from './fixed-labels.ts';
import { type Labels, labelOf } from './label.ts';

/** The label with the subaccount of a Runtime. */
export const subaccountLabel = 'global_subaccount_id';

/** The labels with the type of an Application or Runtime, for formations that accept certain types. */
export const typeLabels = { application: 'applicationType', runtime: 'runtimeType' } as const;

/** Labels that decide what an object shares a formation with, or whose it is: its tenant's users and integration systems set them, the object never. */
const reserved: Readonly<Record<OwnerKind, readonly string[]>> = {
  application: [typeLabels.application, 'integrationSystemID'],
  runtime: [typeLabels.runtime, subaccountLabel],
};

/** Labels by which Runtime Agents report. A Runtime may set and delete them regardless of who set them before; they select nothing. */
const reported: readonly string[] = ['runtime_eventServiceUrl', 'runtime_eventServiceUrlForTokens', 'runtime_consoleUrl', 'isNormalized'];

export const isReported = (key: string): boolean => reported.includes(key);

/** The labels of a Runtime, and the keys that it set itself. Every other label was given to it by its tenant. */
export interface OwnedLabels {
  readonly labels: Labels;
  /**
   * Keys, in any order, since its tenant last set them one by one; also of labels that are gone, since a client may have read them before and send
   * them back. Default: none.
   */
  readonly ownLabels?: readonly string[];
}

/** The number of different labels that a Runtime may set itself. Known Agents set none but those by which they report. */
const maxOwnLabels = 100;

/** The labels that may select: those set by the tenant. */
export function givenLabels({ labels, ownLabels = [] }: OwnedLabels): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => !isReported(key) && !ownLabels.includes(key)));
}

/** Tells whether a label has exactly this value. */
export const hasLabel = (labels: Labels, key: string, value: unknown): boolean =>
  Object.hasOwn(labels, key) && isDeepStrictEqual(labels[key], value);

/** Throws InsufficientScopes for an Application or Runtime that sets or deletes a label that decides about itself, or that would be fixed from then on. */
export function requireNotReserved(key: string, kind: OwnerKind, actor: Actor): void {
  if (!actsForTenant(actor) && (reserved[kind].includes(key) || isFixed(key))) throw notItsOwn(key, kind);
}

/**
 * A Runtime's labels with one more, or one of another value. A label that a user or integration system sets is given from then on.
 * Throws InsufficientScopes for a Runtime that replaces what it was given, and InvalidData for one that sets too many.
 */
export function withLabel(current: OwnedLabels, key: string, value: Labels[string], actor: Actor): OwnedLabels {
  const labels = { ...current.labels, [key]: value };
  if (actsForTenant(actor)) return { labels, ownLabels: without(current.ownLabels, key) };
  if (hasLabel(current.labels, key, value)) return current;
  requireOwn(current, key, actor);
  return { labels, ownLabels: withOwn(current.ownLabels, [key]) };
}

/** Removes a label of a Runtime. Throws InsufficientScopes for a Runtime that deletes a label of its tenant. */
export function withoutLabel(current: OwnedLabels, key: string, actor: Actor): OwnedLabels {
  if (!actsForTenant(actor)) requireOwn(current, key, actor);
  const { [key]: _, ...labels } = current.labels;
  return { labels, ownLabels: current.ownLabels };
}

/**
 * A Runtime's labels, all replaced. Each stays whose it was, whatever its value, since clients send back what they read, and the Runtime may have
 * changed or deleted its own meanwhile. A Runtime keeps what it was given; throws InsufficientScopes where it would give that another value, and
 * InvalidData where it sets too many.
 */
export function withLabels(current: OwnedLabels, next: Labels, actor: Actor): OwnedLabels {
  if (actsForTenant(actor)) return { labels: next, ownLabels: current.ownLabels };
  const changed = Object.keys(next).filter((key) => !hasLabel(current.labels, key, next[key]));
  for (const key of changed) requireOwn(current, key, actor);
  return { labels: { ...givenLabels(current), ...next }, ownLabels: withOwn(current.ownLabels, changed) };
}

/** Those by which it reports are left out: they are the Runtime's anyway. */
function withOwn(keys: readonly string[] = [], more: readonly string[]): readonly string[] {
  const own = new Set([...keys, ...more.filter((key) => !isReported(key))]);
  if (own.size > maxOwnLabels)
    throw invalidData('LabelInput', { key: `a runtime may set at most ${maxOwnLabels} different labels itself` });
  return [...own];
}

const without = (keys: readonly string[] = [], key: string): string[] => keys.filter((one) => one !== key);

function requireOwn({ labels, ownLabels = [] }: OwnedLabels, key: string, actor: Actor): void {
  requireNotReserved(key, 'runtime', actor);
  if (labelOf(labels, key) === undefined || ownLabels.includes(key) || isReported(key)) return;
  throw notItsOwn(key, 'runtime');
}

const notItsOwn = (key: string, kind: OwnerKind): AppError =>
  new AppError('InsufficientScopes', `insufficient scopes provided: the label ${key} cannot be set or deleted by the ${kind} itself`);
