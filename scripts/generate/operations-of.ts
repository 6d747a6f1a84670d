import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLInputType,
  type GraphQLOutputType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  print,
  type SelectionSetNode,
  typeFromAST,
  visit,
} from 'graphql';

/** TypeScript of the scalars as they travel in JSON; a scalar that is not here is a text. */
const scalars: Readonly<Record<string, string>> = {
  Int: 'number',
  Float: 'number',
  Boolean: 'boolean',
  Any: 'JsonValue',
  Labels: 'Readonly<Record<string, JsonValue>>',
  HttpHeaders: 'Readonly<Record<string, readonly string[]>>',
  QueryParams: 'Readonly<Record<string, readonly string[]>>',
};

/** The scalar JSON is a text at the Director, and any value at the Provisioner. */
const scalarsOf = (api: string) => (api === 'provisioner' ? { ...scalars, JSON: 'JsonValue' } : scalars);

type NamedOperation = OperationDefinitionNode & { readonly name: NonNullable<OperationDefinitionNode['name']> };
type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/**
 * The operations of a client as TypeScript: each with its text, and the types of its variables and of its answer. The document must be valid for the
 * schema. Fragments are spread into the type that they are on; a selection that depends on the type of the answer is refused.
 */
export function operationsOf(api: string, schema: GraphQLSchema, document: DocumentNode): string {
  const fragments: Fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
  );
  const types = typesOf(api, schema, fragments);
  const operations = document.definitions
    .filter((one): one is NamedOperation => one.kind === Kind.OPERATION_DEFINITION && one.name !== undefined)
    .map((operation) => {
      const used = fragmentsIn(operation.selectionSet, fragments);
      const text = [operation, ...used].map((node) => print(node)).join('\n\n');
      const name = operation.name.value;
      return [
        `export const ${name}: Operation<${types.answer(operation)}, ${types.variables(operation)}> = {`,
        `  api: '${api}',\n  name: '${name}',\n  text: \`${text.replaceAll('`', '\\`').replaceAll('$', '\\$')}\`,\n};\n`,
      ].join('\n');
    });
  return [...operations, ...types.inputs()].join('\n');
}

/** The fragments that a selection spreads, each once, and those that they spread. */
function fragmentsIn(selection: SelectionSetNode, fragments: Fragments, found = new Set<FragmentDefinitionNode>()) {
  visit(selection, {
    FragmentSpread({ name }) {
      const fragment = fragments.get(name.value);
      if (!fragment || found.has(fragment)) return;
      found.add(fragment);
      fragmentsIn(fragment.selectionSet, fragments, found);
    },
  });
  return found;
}

function typesOf(api: string, schema: GraphQLSchema, fragments: Fragments) {
  const used = new Map<string, string>();
  const scalarTypes = scalarsOf(api);

  const fieldsOf = ({ selections }: SelectionSetNode): readonly FieldNode[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return [selection];
      const fragment = selection.kind === Kind.FRAGMENT_SPREAD ? fragments.get(selection.name.value) : undefined;
      if (!fragment) throw new Error('A selection that depends on the type of the answer has no type here: select the fields in common.');
      return fieldsOf(fragment.selectionSet);
    });

  const answerType = (type: GraphQLOutputType, selection: SelectionSetNode | undefined): string => {
    if (isNonNullType(type)) return answerType(type.ofType, selection);
    if (isListType(type)) return `readonly ${inBrackets(nullable(type.ofType, answerType(type.ofType, selection)))}[]`;
    if (isObjectType(type) || isInterfaceType(type)) return objectType(type.getFields(), selection);
    return isEnumType(type) ? literals(type.getValues()) : (scalarTypes[type.name] ?? 'string');
  };

  const objectType = (fields: Readonly<Record<string, { type: GraphQLOutputType }>>, selection: SelectionSetNode | undefined): string => {
    const members = selection
      ? fieldsOf(selection).map(({ name, alias, selectionSet }) => {
          const type = fields[name.value]?.type;
          if (!type) throw new Error(`There is no field ${name.value}.`);
          return `readonly ${alias?.value ?? name.value}: ${nullable(type, answerType(type, selectionSet))}`;
        })
      : [];
    return `{ ${members.join('; ')} }`;
  };

  const inputType = (type: GraphQLInputType): string => {
    if (isNonNullType(type)) return inputType(type.ofType);
    if (isListType(type)) return `readonly ${inBrackets(nullable(type.ofType, inputType(type.ofType)))}[]`;
    if (isInputObjectType(type) && !used.has(type.name)) {
      // Known before its members are, because a type may have itself as a member.
      used.set(type.name, '');
      const members = Object.values(type.getFields()).map((field) => `  ${inputMember(field.name, field.type, field.defaultValue)};\n`);
      used.set(type.name, `export interface ${type.name} {\n${members.join('')}}\n`);
    }
    if (isInputObjectType(type)) return type.name;
    return isEnumType(type) ? literals(type.getValues()) : (scalarTypes[type.name] ?? 'string');
  };

  const inputMember = (name: string, type: GraphQLInputType, otherwise: unknown): string => {
    const optional = !isNonNullType(type) || otherwise !== undefined;
    return `readonly ${name}${optional ? '?' : ''}: ${inputType(type)}${optional ? ' | null | undefined' : ''}`;
  };

  const rootType = ({ operation }: OperationDefinitionNode) => {
    const root = schema.getRootType(operation);
    if (!root) throw new Error(`There is no ${operation} at the ${api}.`);
    return root;
  };

  return {
    answer: (operation: OperationDefinitionNode): string => answerType(rootType(operation), operation.selectionSet),
    variables: ({ variableDefinitions = [] }: OperationDefinitionNode): string => {
      const members = variableDefinitions.map(({ variable, type, defaultValue }) => {
        const known = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
        if (!known) throw new Error(`There is no type ${print(type)}.`);
        return inputMember(variable.name.value, known, defaultValue);
      });
      return members.length > 0 ? `{ ${members.join('; ')} }` : 'Record<string, never>';
    },
    inputs: (): string[] => [...used.values()],
  };
}

const nullable = (type: GraphQLInputType | GraphQLOutputType, written: string): string =>
  isNonNullType(type) ? written : `${written} | null`;

const inBrackets = (written: string): string => (/[ |]/.test(written) && !/^\{.*\}$/.test(written) ? `(${written})` : written);

const literals = (values: readonly { readonly name: string }[]): string => values.map(({ name }) => `'${name}'`).join(' | ');
