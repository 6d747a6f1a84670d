/** The rules of membership, which share no code with the product. */

export type Refusal = 'InsufficientScopes' | 'InvalidData' | 'InvalidOperation' | 'NotFound' | 'NotUnique' | 'NotUniqueName';

/** The sender of a request: `itself` is the Runtime or Application that it is about, `another` a system of the same kind. */
export type Sender = 'user' | 'integration system' | 'itself' | 'another' | 'the other kind';

export const actsForTenant = (sender: Sender): boolean => sender === 'user' || sender === 'integration system';

export interface RuntimeState {
  readonly id: string;
  labels: Map<string, string>;
  /** Keys that it has set since its tenant last set them one by one, whether or not there is such a label now. */
  readonly own: Set<string>;
  readonly formations: Set<string>;
}

export interface ApplicationState {
  readonly id: string;
  labels: Map<string, string>;
  readonly formations: Set<string>;
}

export interface Selector {
  readonly key: string;
  readonly value: string;
}

export interface Model {
  readonly runtimes: RuntimeState[];
  readonly applications: ApplicationState[];
  /** By name; an automatic assignment where there is one. */
  readonly formations: Map<string, Selector | undefined>;
  /** Labels that a client has read and may send back at any later time, by the id of their Runtime. */
  readonly read: Map<string, Readonly<Record<string, string>>>;
  /** Values that a label may have, by its key. */
  readonly definitions: Map<string, readonly string[]>;
}

export const emptyModel = (): Model => ({ runtimes: [], applications: [], formations: new Map(), read: new Map(), definitions: new Map() });

/** Reported by Agents: the Runtime's in any case, and nothing to select by. */
const reported = ['runtime_eventServiceUrl', 'runtime_eventServiceUrlForTokens', 'runtime_consoleUrl', 'isNormalized'];
const forbidden = ['global_subaccount_id', 'runtimeType'];

const isReported = (key: string): boolean => reported.includes(key);

type Labelled = Pick<RuntimeState, 'labels' | 'own'>;

const isSelected = ({ labels, own }: Labelled, { key, value }: Selector): boolean =>
  !own.has(key) && !isReported(key) && labels.get(key) === value;

const assignments = ({ formations }: Model): [string, Selector][] =>
  [...formations].flatMap(([name, selector]): [string, Selector][] => (selector ? [[name, selector]] : []));

/** Gives a Runtime other labels, and moves it where that selects it or no longer does. */
function relabel(model: Model, runtime: RuntimeState, change: () => void): void {
  const before = { labels: new Map(runtime.labels), own: new Set(runtime.own) };
  change();
  for (const [name, selector] of assignments(model)) {
    const [was, is] = [isSelected(before, selector), isSelected(runtime, selector)];
    if (!was && is) runtime.formations.add(name);
    if (was && !is) runtime.formations.delete(name);
  }
}

/** Tells whether a Runtime may set or delete this label of its own. */
const isItsOwn = ({ labels, own }: RuntimeState, key: string): boolean =>
  !forbidden.includes(key) && (!labels.has(key) || own.has(key) || isReported(key));

const wouldEnter = (model: Model, { formations }: RuntimeState, key: string, value: string): boolean =>
  assignments(model).some(([name, selector]) => selector.key === key && selector.value === value && !formations.has(name));

function foreignTo(sender: Sender): Refusal | undefined {
  if (sender === 'another') return 'NotFound';
  return sender === 'the other kind' ? 'InsufficientScopes' : undefined;
}

const violates = ({ definitions }: Model, labels: Readonly<Record<string, string>>): boolean =>
  Object.entries(labels).some(([key, value]) => definitions.get(key)?.includes(value) === false);

export function setRuntimeLabel(model: Model, sender: Sender, runtime: RuntimeState, key: string, value: string): Refusal | undefined {
  const refusal = foreignTo(sender);
  if (refusal) return refusal;
  if (violates(model, { [key]: value })) return 'InvalidData';
  const byTenant = actsForTenant(sender);
  if (!byTenant && runtime.labels.get(key) === value) return undefined;
  if (!byTenant && (!isItsOwn(runtime, key) || wouldEnter(model, runtime, key, value))) return 'InsufficientScopes';
  relabel(model, runtime, () => {
    runtime.labels.set(key, value);
    if (byTenant) runtime.own.delete(key);
    else runtime.own.add(key);
  });
  return undefined;
}

export function deleteRuntimeLabel(model: Model, sender: Sender, runtime: RuntimeState, key: string): Refusal | undefined {
  const refusal = foreignTo(sender);
  if (refusal) return refusal;
  if (!runtime.labels.has(key)) return 'NotFound';
  if (!actsForTenant(sender) && !isItsOwn(runtime, key)) return 'InsufficientScopes';
  relabel(model, runtime, () => void runtime.labels.delete(key));
  return undefined;
}

export interface Given {
  readonly labels: Readonly<Record<string, string>>;
  readonly scenarios?: readonly string[];
}

const sameNames = (one: Iterable<string>, other: Iterable<string>): boolean =>
  JSON.stringify([...one].sort()) === JSON.stringify([...other].sort());

export function updateRuntime(model: Model, sender: Sender, runtime: RuntimeState, { labels, scenarios }: Given): Refusal | undefined {
  const refusal = foreignTo(sender);
  if (refusal) return refusal;
  if (violates(model, labels)) return 'InvalidData';
  const byTenant = actsForTenant(sender);
  const before = new Map(runtime.labels);
  const given = { isNormalized: before.get('isNormalized') ?? 'true', ...labels };
  const changed = Object.entries(given).filter(([key, value]) => before.get(key) !== value);
  if (!byTenant && scenarios && !sameNames(scenarios, runtime.formations)) return 'InsufficientScopes';
  if (!byTenant && changed.some(([key, value]) => !isItsOwn(runtime, key) || wouldEnter(model, runtime, key, value)))
    return 'InsufficientScopes';
  const kept = byTenant ? [] : [...before].filter(([key]) => !runtime.own.has(key) && !isReported(key));
  relabel(model, runtime, () => {
    runtime.labels = new Map([...kept, ...Object.entries(given)]);
    if (!byTenant) for (const [key] of changed) runtime.own.add(key);
  });
  if (byTenant && scenarios) nameScenarios(model, runtime, [...scenarios, ...selecting(model, runtime)]);
  return undefined;
}

const selecting = (model: Model, runtime: RuntimeState): string[] =>
  assignments(model).flatMap(([name, selector]) => (runtime.formations.has(name) && isSelected(runtime, selector) ? [name] : []));

/** Formations that were missing are created. */
function nameScenarios(model: Model, object: { readonly formations: Set<string> }, names: readonly string[]): void {
  for (const name of names) if (!model.formations.has(name)) model.formations.set(name, undefined);
  object.formations.clear();
  for (const name of names) object.formations.add(name);
}

export function setScenarios(
  model: Model,
  sender: Sender,
  object: { readonly formations: Set<string> },
  names: readonly string[],
): Refusal | undefined {
  const refusal = foreignTo(sender);
  if (refusal) return refusal;
  if (!actsForTenant(sender)) return 'InsufficientScopes';
  nameScenarios(model, object, names);
  return undefined;
}

export const mayRegister = (model: Model, { labels }: Given): Refusal | undefined => (violates(model, labels) ? 'InvalidData' : undefined);

export function registerRuntime(model: Model, id: string, { labels, scenarios = [] }: Given): void {
  const all = new Map(Object.entries({ isNormalized: 'true', ...labels }));
  const runtime: RuntimeState = { id, labels: all, own: new Set(), formations: new Set() };
  const selected = assignments(model).flatMap(([name, selector]) => (isSelected(runtime, selector) ? [name] : []));
  nameScenarios(model, runtime, [...scenarios, ...selected]);
  model.runtimes.push(runtime);
}

export function registerApplication(model: Model, id: string, scenarios: readonly string[]): void {
  const application: ApplicationState = { id, labels: new Map(), formations: new Set() };
  nameScenarios(model, application, scenarios);
  model.applications.push(application);
}

const obeys = ({ runtimes }: Model, key: string, values: readonly string[]): boolean =>
  runtimes.every(({ labels }) => values.includes(labels.get(key) ?? values[0] ?? ''));

export function createDefinition(model: Model, key: string, values: readonly string[]): Refusal | undefined {
  if (!obeys(model, key, values)) return 'InvalidOperation';
  if (model.definitions.has(key)) return 'NotUnique';
  model.definitions.set(key, values);
  return undefined;
}

export function updateDefinition(model: Model, key: string, values: readonly string[]): Refusal | undefined {
  if (!model.definitions.has(key)) return 'NotFound';
  if (!obeys(model, key, values)) return 'InvalidOperation';
  model.definitions.set(key, values);
  return undefined;
}

export function deleteDefinition(model: Model, key: string, withLabels: boolean): Refusal | undefined {
  if (!model.definitions.has(key)) return 'NotFound';
  if (withLabels) for (const runtime of model.runtimes) deleteRuntimeLabel(model, 'user', runtime, key);
  model.definitions.delete(key);
  return undefined;
}

export function createFormation({ formations }: Model, name: string): Refusal | undefined {
  if (formations.has(name)) return 'NotUniqueName';
  formations.set(name, undefined);
  return undefined;
}

export function deleteFormation({ formations, runtimes, applications }: Model, name: string): Refusal | undefined {
  if (!formations.has(name)) return 'NotFound';
  if ([...runtimes, ...applications].some((one) => one.formations.has(name))) return 'InvalidOperation';
  formations.delete(name);
  return undefined;
}

export function assign(model: Model, object: { readonly formations: Set<string> }, name: string): Refusal | undefined {
  if (!model.formations.has(name)) return 'NotFound';
  object.formations.add(name);
  return undefined;
}

export function unassign(model: Model, object: { readonly formations: Set<string> }, name: string): Refusal | undefined {
  if (!model.formations.has(name)) return 'NotFound';
  object.formations.delete(name);
  return undefined;
}

export function beginAutomatic(model: Model, name: string, selector: Selector): Refusal | undefined {
  if (isReported(selector.key)) return 'InvalidData';
  if (!model.formations.has(name)) return 'NotFound';
  if (model.formations.get(name)) return 'NotUnique';
  model.formations.set(name, selector);
  for (const runtime of model.runtimes) if (isSelected(runtime, selector)) runtime.formations.add(name);
  return undefined;
}

export function endAutomatic(model: Model, name: string): Refusal | undefined {
  const selector = model.formations.get(name);
  if (!selector) return 'NotFound';
  for (const runtime of model.runtimes) if (isSelected(runtime, selector)) runtime.formations.delete(name);
  model.formations.set(name, undefined);
  return undefined;
}

export function endAutomaticBy(model: Model, { key, value }: Selector): undefined {
  for (const [name, selector] of assignments(model)) if (selector.key === key && selector.value === value) endAutomatic(model, name);
}

export function assignTenant(model: Model, subaccount: string, name: string): Refusal | undefined {
  if (!model.formations.has(name)) return 'NotFound';
  const selector = { key: 'global_subaccount_id', value: subaccount };
  const there = model.formations.get(name);
  return there?.key === selector.key && there.value === selector.value ? undefined : beginAutomatic(model, name, selector);
}

export function unassignTenant(model: Model, subaccount: string, name: string): Refusal | undefined {
  if (!model.formations.has(name)) return 'NotFound';
  const there = model.formations.get(name);
  if (there?.key === 'global_subaccount_id' && there.value === subaccount) endAutomatic(model, name);
  return undefined;
}

/** Applications have labels of one owner; only their type is not for them. */
export function setApplicationLabel(sender: Sender, application: ApplicationState, key: string, value: string): Refusal | undefined {
  const refusal = foreignTo(sender);
  if (refusal) return refusal;
  if (!actsForTenant(sender) && key === 'applicationType' && application.labels.get(key) !== value) return 'InsufficientScopes';
  application.labels.set(key, value);
  return undefined;
}

export function unregister<T extends RuntimeState | ApplicationState>(list: T[], object: T): void {
  list.splice(list.indexOf(object), 1);
}
