import { type ASTVisitor, type DocumentNode, type FieldNode, Kind, type ObjectValueNode, type TypeNode, visit } from 'graphql';
import type { Translation } from '#shared/graphql/translation.ts';

/**
 * Clients of 2020 name bundles packages, and know one type `RuntimeInput` instead of two. Their documents are rewritten before validation; aliases
 * keep the requested names in the answer.
 */
export const packageNames: Translation = {
  document: (document, text) => (/[pP]ackage|\bRuntimeInput\b/.test(text) ? visit(document, todaysNames(text)) : document),
  variables: (document, variables) => {
    const renamed = registrations(document).map((name) => [name, withBundles(variables[name])] as const);
    return { ...variables, ...Object.fromEntries(renamed.filter(([name]) => name in variables)) };
  },
};

const todaysName = (name: string): string => name.replaceAll('Package', 'Bundle').replaceAll('package', 'bundle');

/** Searches the text once, and only for a document that names `RuntimeInput`. */
function todaysNames(text: string): ASTVisitor {
  let name: string | undefined;
  const runtimeInput = (): string => {
    name ??= /\bupdateRuntime\b/.test(text) ? 'RuntimeUpdateInput' : 'RuntimeRegisterInput';
    return name;
  };
  return {
    Field: (node) => {
      const named = { ...node, arguments: node.arguments?.map((one) => ({ ...one, name: renamed(one.name) })) };
      const today = renamed(node.name);
      if (today === node.name) return { ...named, ...registration(node, named) };
      return { ...named, name: today, alias: node.alias ?? node.name };
    },
    NamedType: (node) => ({
      ...node,
      name: node.name.value === 'RuntimeInput' ? { ...node.name, value: runtimeInput() } : renamed(node.name),
    }),
  };
}

function renamed<T extends { readonly value: string }>(name: T): T {
  const value = todaysName(name.value);
  return value === name.value ? name : { ...name, value };
}

/** Only the field of the registration itself: a label may be called packages and stays so. */
function registration(node: FieldNode, { arguments: given }: Pick<FieldNode, 'arguments'>): Pick<FieldNode, 'arguments'> {
  if (node.name.value !== 'registerApplication') return {};
  return {
    arguments: given?.map((one) => (one.value.kind === Kind.OBJECT ? { ...one, value: literalWithBundles(one.value) } : one)),
  };
}

const literalWithBundles = (input: ObjectValueNode): ObjectValueNode => ({
  ...input,
  fields: input.fields.map((field) => (field.name.value === 'packages' ? { ...field, name: renamed(field.name) } : field)),
});

/** The names of the variables that hold an Application to register. */
function registrations({ definitions }: DocumentNode): string[] {
  const declared = definitions.flatMap((one) => (one.kind === Kind.OPERATION_DEFINITION ? (one.variableDefinitions ?? []) : []));
  return declared.filter(({ type }) => namedType(type) === 'ApplicationRegisterInput').map(({ variable }) => variable.name.value);
}

const namedType = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type));

function withBundles(input: unknown): unknown {
  if (typeof input !== 'object' || input === null || !('packages' in input)) return input;
  const { packages, ...rest } = input;
  return { bundles: packages, ...rest };
}
