import { type FieldNode, type GraphQLResolveInfo, Kind, parse, type SelectionNode, type SelectionSetNode } from 'graphql';
import { configurationDocuments } from './configuration/documents.ts';
import { fieldsOfPage, fieldsWithin } from './selected-parts.ts';

/** The fields that may be selected below a field. */
interface Fields {
  readonly [name: string]: Fields;
}

let known: Fields | undefined;

/** The fields of an Application in the configuration of a Runtime: a change of one of them changes the revision. */
function viewed(): Fields {
  known ??= fieldsIn(selectionOf(configurationDocuments.runtime)).applicationsForRuntime?.data ?? {};
  return known;
}

function selectionOf(document: string): SelectionSetNode | undefined {
  const [operation] = parse(document).definitions;
  return operation?.kind === Kind.OPERATION_DEFINITION ? operation.selectionSet : undefined;
}

const fieldsIn = (selected: SelectionSetNode | undefined): Fields => Object.fromEntries((selected?.selections ?? []).flatMap(entriesOf));

function entriesOf(selection: SelectionNode): [string, Fields][] {
  if (selection.kind === Kind.FIELD) return [[selection.name.value, fieldsIn(selection.selectionSet)]];
  return selection.kind === Kind.INLINE_FRAGMENT ? Object.entries(fieldsIn(selection.selectionSet)) : [];
}

/** Returns true if a page of Applications can be read by their views: nothing else of them is selected, and no arguments are given. */
export const readsViewsOnly = (info: GraphQLResolveInfo): boolean => areWithin(fieldsOfPage(info), viewed(), info);

function areWithin(fields: readonly FieldNode[], allowed: Fields, info: GraphQLResolveInfo): boolean {
  return fields.every((field) => {
    const { name, arguments: given = [] } = field;
    if (name.value === '__typename') return true;
    const below = Object.hasOwn(allowed, name.value) ? allowed[name.value] : undefined;
    return below !== undefined && given.length === 0 && areWithin(fieldsWithin(field, info), below, info);
  });
}
