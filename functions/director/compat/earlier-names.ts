import {
  type ArgumentNode,
  type ASTVisitor,
  type DocumentNode,
  type EnumValueNode,
  type FieldNode,
  Kind,
  type ObjectFieldNode,
  type ObjectValueNode,
  type TypeNode,
  type ValueNode,
  visit,
} from 'graphql';
import type { Translation } from '#shared/graphql/translation.ts';
import { fieldsOf2019, operationsOf2019, typesOf2019 } from './names-of-2019.ts';

/**
 * Clients of 2019 name operations differently, those of 2020 name bundles packages, and both know one input type where there are two today. Their
 * documents are rewritten before validation; aliases keep the requested names in the answer.
 */
export const earlierNames: Translation = {
  document: (document, text) => visit(document, todaysNames(text)),
  variables: (document, variables) => {
    const renamed = inputVariables(document).map(({ name, type }) => [name, withTodaysKeys(variables[name], type)] as const);
    return { ...variables, ...Object.fromEntries(renamed.filter(([name]) => name in variables)) };
  },
};

/** The one name of today's schema that says package. */
const ofToday = 'partOfPackage';

const own = <T>(table: Readonly<Record<string, T>>, name: string): T | undefined => (Object.hasOwn(table, name) ? table[name] : undefined);

const todaysName = (name: string): string => {
  if (name === ofToday) return name;
  const of2020 = name.replaceAll('Package', 'Bundle').replaceAll('package', 'bundle');
  return own(operationsOf2019, of2020)?.name ?? own(fieldsOf2019, of2020) ?? of2020;
};

/** Input types that were one before they were split; the second name belongs to the operation that changes an object. */
const splitTypes: Readonly<Record<string, { readonly made: string; readonly changed: string; readonly change: string }>> = {
  RuntimeInput: { made: 'RuntimeRegisterInput', changed: 'RuntimeUpdateInput', change: 'updateRuntime' },
  FormationTemplateInput: {
    made: 'FormationTemplateRegisterInput',
    changed: 'FormationTemplateUpdateInput',
    change: 'updateFormationTemplate',
  },
};

/** Searches the text once for each type, and only for a document that names it. */
function todaysNames(text: string): ASTVisitor {
  const known = new Map<string, string>();
  const todaysType = (name: string): string => {
    const split = own(splitTypes, name);
    if (!split) return own(typesOf2019, name) ?? todaysName(name);
    const today = known.get(name) ?? (text.includes(split.change) ? split.changed : split.made);
    known.set(name, today);
    return today;
  };
  return {
    Field: (node) => {
      const today = renamed(node.name, todaysName);
      const given = node.arguments?.map((one) => todaysArgument(node, one));
      const isKnown = today === node.name && (given ?? []).every((one, index) => one === node.arguments?.[index]);
      if (isKnown) return undefined;
      return { ...node, name: today, arguments: given, ...(today !== node.name && { alias: node.alias ?? node.name }) };
    },
    NamedType: (node) => {
      const name = renamed(node.name, todaysType);
      return name === node.name ? undefined : { ...node, name };
    },
    VariableDefinition: (node) => {
      if (node.defaultValue?.kind !== Kind.ENUM || namedType(node.type) !== 'FetchMode') return undefined;
      const mode = todaysMode(node.defaultValue);
      return mode === node.defaultValue ? undefined : { ...node, defaultValue: mode };
    },
    ObjectField: (node) => {
      if (node.name.value !== 'mode' || node.value.kind !== Kind.ENUM) return undefined;
      const value = todaysMode(node.value);
      return value === node.value ? undefined : { ...node, value };
    },
  };
}

const todaysMode = (mode: EnumValueNode): EnumValueNode => (mode.value === 'PACKAGE' ? { ...mode, value: 'BUNDLE' } : mode);

function renamed<T extends { readonly value: string }>(name: T, today: (name: string) => string): T {
  const value = today(name.value);
  return value === name.value ? name : { ...name, value };
}

/** The argument by today's name. Inputs are renamed only where the operation takes one that had other fields: a label may be called packages. */
function todaysArgument({ name: operation }: FieldNode, argument: ArgumentNode): ArgumentNode {
  const ofOperation = own(operationsOf2019, operation.value)?.argument;
  const name = renamed(argument.name, (given) => (ofOperation && given === ofOperation.from ? ofOperation.to : todaysName(given)));
  const type = own(inputOf, todaysName(operation.value));
  const value = type && argument.value.kind === Kind.OBJECT ? literalToday(argument.value, type) : argument.value;
  return name === argument.name && value === argument.value ? argument : { ...argument, name, value };
}

/** The type of the argument `in` of the operations whose inputs had other fields. */
const inputOf: Readonly<Record<string, string>> = {
  registerApplication: 'ApplicationRegisterInput',
  addEventDefinitionToApplication: 'EventDefinitionInput',
  updateEventDefinition: 'EventDefinitionInput',
};

/** Fields of inputs by their earlier names, with the type of what they hold if that had other fields, too. */
const inputFields: Readonly<Record<string, Readonly<Record<string, { readonly today: string; readonly holds?: string }>>>> = {
  ApplicationRegisterInput: {
    packages: { today: 'bundles' },
    apis: { today: 'apiDefinitions' },
    eventAPIs: { today: 'eventDefinitions', holds: 'EventDefinitionInput' },
  },
  EventDefinitionInput: { spec: { today: 'spec', holds: 'EventSpecInput' } },
  EventSpecInput: { eventSpecType: { today: 'type' } },
};

function literalToday(input: ObjectValueNode, type: string): ObjectValueNode {
  const fields = input.fields.map((field) => fieldToday(field, type));
  return fields.every((one, index) => one === input.fields[index]) ? input : { ...input, fields };
}

function fieldToday(field: ObjectFieldNode, type: string): ObjectFieldNode {
  const known = own(inputFields[type] ?? {}, field.name.value);
  if (!known) return field;
  const value = known.holds ? valueToday(field.value, known.holds) : field.value;
  const name = renamed(field.name, () => known.today);
  return name === field.name && value === field.value ? field : { ...field, name, value };
}

function valueToday(value: ValueNode, type: string): ValueNode {
  if (value.kind === Kind.LIST) {
    const values = value.values.map((one) => valueToday(one, type));
    return values.every((one, index) => one === value.values[index]) ? value : { ...value, values };
  }
  return value.kind === Kind.OBJECT ? literalToday(value, type) : value;
}

/** The variables that hold an input, with its type. */
function inputVariables({ definitions }: DocumentNode): { name: string; type: string }[] {
  const declared = definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? (one.variableDefinitions ?? []) : []));
  return declared
    .map(({ type, variable }) => ({ name: variable.name.value, type: namedType(type) }))
    .filter(({ type }) => /Input$/.test(type) || type === 'FetchMode');
}

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

/** A value by today's names. Labels and other free values stay as they are. */
function withTodaysKeys(value: unknown, type?: string): unknown {
  if (type === 'FetchMode') return value === 'PACKAGE' ? 'BUNDLE' : value;
  if (Array.isArray(value)) return value.map((one) => withTodaysKeys(one, type));
  if (typeof value !== 'object' || value === null) return value;
  const known = own(inputFields, own(typesOf2019, type ?? '') ?? type ?? '') ?? {};
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const field = own(known, key);
      return [
        field?.today ?? key,
        freeForm.has(key) ? inner : withTodaysKeys(inner, field?.holds ?? (key === 'mode' ? 'FetchMode' : undefined)),
      ];
    }),
  );
}

const freeForm: ReadonlySet<string> = new Set(['labels', 'value', 'additionalHeaders', 'additionalQueryParams']);
