import {
  type FieldNode,
  GraphQLIncludeDirective,
  type GraphQLResolveInfo,
  GraphQLSkipDirective,
  getArgumentValues,
  getDirectiveValues,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import type { PartsRequest } from '#shared/applications/application-parts.ts';
import { idPageRequest, type PageRequest } from '#shared/core/page.ts';
import type { ApplicationBundlesArgs } from './schema.generated.ts';

/** The parts of Applications that a query selects, and whether it selects `error`. */
export interface SelectedParts extends PartsRequest {
  readonly error: boolean;
}

export const nothingSelected: SelectedParts = { error: false };

/** The parts selected of the Application that a field answers. */
export const selectedParts = (info: GraphQLResolveInfo): SelectedParts => partsAmong(fieldsBelow(info.fieldNodes, info), info);

/** The parts selected of each Application of the page that a field answers. */
export const selectedPartsOfPage = (info: GraphQLResolveInfo): SelectedParts => partsAmong(fieldsOfPage(info), info);

/** The fields selected of each element of the page that a field answers. */
export const fieldsOfPage = (info: GraphQLResolveInfo): FieldNode[] =>
  fieldsBelow(fieldsBelow(info.fieldNodes, info).filter(isNamed('data')), info);

/** The fields selected below one. */
export const fieldsWithin = (field: FieldNode, info: GraphQLResolveInfo): FieldNode[] => fieldsBelow([field], info);

/** Returns true if one of these fields is selected of the object that a field answers. */
export const selectsAny = (info: GraphQLResolveInfo, names: ReadonlySet<string>): boolean =>
  fieldsBelow(info.fieldNodes, info).some(({ name }) => names.has(name.value));

const isNamed =
  (name: string) =>
  (field: FieldNode): boolean =>
    field.name.value === name;

function partsAmong(fields: readonly FieldNode[], info: GraphQLResolveInfo): SelectedParts {
  return {
    bundles: firstPage(fields.filter(isNamed('bundles')), info),
    webhooks: fields.some(isNamed('webhooks')),
    auths: fields.some(isNamed('auths')),
    error: fields.some(isNamed('error')),
  };
}

/** The page of bundles that the first of the fields asks for; undefined where it asks for none that there can be, which its resolver says. */
function firstPage([field]: readonly FieldNode[], { schema, variableValues }: GraphQLResolveInfo): PageRequest | undefined {
  const type = schema.getType('Application');
  const definition = isObjectType(type) ? type.getFields().bundles : undefined;
  if (!field || !definition) return undefined;
  try {
    const { first, after } = getArgumentValues(definition, field, variableValues) as ApplicationBundlesArgs;
    return idPageRequest(first, after);
  } catch {
    return undefined;
  }
}

/** The fields selected below others, fragments taken apart, each once. */
function fieldsBelow(fields: readonly FieldNode[], info: GraphQLResolveInfo): FieldNode[] {
  const seen = new Set<string>();
  return fields.flatMap(({ selectionSet }) => fieldsOf(selectionSet, info, seen));
}

const fieldsOf = (selectionSet: SelectionSetNode | undefined, info: GraphQLResolveInfo, seen: Set<string>): FieldNode[] =>
  (selectionSet?.selections ?? [])
    .filter((selection) => isIncluded(selection, info))
    .flatMap((selection) => fieldsIn(selection, info, seen));

function fieldsIn(selection: SelectionNode, info: GraphQLResolveInfo, seen: Set<string>): FieldNode[] {
  if (selection.kind === Kind.FIELD) return [selection];
  if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet, info, seen);
  const { value } = selection.name;
  if (seen.has(value)) return [];
  seen.add(value);
  return fieldsOf(info.fragments[value]?.selectionSet, info, seen);
}

const isIncluded = (selection: SelectionNode, { variableValues }: GraphQLResolveInfo): boolean =>
  getDirectiveValues(GraphQLSkipDirective, selection, variableValues)?.if !== true &&
  getDirectiveValues(GraphQLIncludeDirective, selection, variableValues)?.if !== false;
