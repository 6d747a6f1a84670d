import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionNode } from 'graphql';
import type { ApplicationDetails } from '#shared/applications/application-repository.ts';
import type { WithText } from '#shared/bundles/text.ts';
import type { Page } from '#shared/core/page.ts';

/** What a page may hold, in bytes: a third of the largest answer, because a text grows where it is quoted. */
const pageBudget = 2 * 1024 * 1024;

/** The page up to where it holds enough, and at least one element, so that whoever goes on gets to the end. */
export function cutToBudget<T>(page: Page<T>, sizeOf: (one: T) => number, keyOf: (one: T) => string): Page<T> {
  let room = pageBudget;
  const end = page.data.findIndex((one, index) => {
    room -= sizeOf(one);
    return room < 0 && index > 0;
  });
  const data = end === -1 ? page.data : page.data.slice(0, end);
  const last = data.at(-1);
  return end === -1 || last === undefined ? page : { data, next: keyOf(last) };
}

/** How large the texts of an Application are, whichever of them are wanted. */
export function textBytesOf({ bundles, apiDefinitions, eventDefinitions }: ApplicationDetails): number {
  const inBundles = bundles.flatMap((bundle): readonly WithText[] => [
    ...bundle.apiDefinitions,
    ...bundle.eventDefinitions,
    ...bundle.documents,
  ]);
  return [...apiDefinitions, ...eventDefinitions, ...inBundles].reduce((sum, { text }) => sum + (text?.bytes ?? 0), 0);
}

/** Whether texts of specifications or documents are among what is selected below a field: the only `data` with nothing below it. */
export const selectsTexts = (info: GraphQLResolveInfo): boolean => info.fieldNodes.some((field) => isTextSelected(field, info));

function isTextSelected(selection: SelectionNode, info: GraphQLResolveInfo): boolean {
  if (selection.kind === Kind.FRAGMENT_SPREAD) {
    const fragment = info.fragments[selection.name.value];
    return fragment?.selectionSet.selections.some((inner) => isTextSelected(inner, info)) ?? false;
  }
  if (selection.kind === Kind.FIELD && isText(selection)) return true;
  return selection.selectionSet?.selections.some((inner) => isTextSelected(inner, info)) ?? false;
}

const isText = ({ name, selectionSet }: FieldNode): boolean => name.value === 'data' && selectionSet === undefined;

/** Whether the caller named the size of the page, and so knows that there may be more: existing agents do neither. */
export const namesPageSize = (info: GraphQLResolveInfo): boolean =>
  info.fieldNodes.some(({ arguments: given = [] }) => given.some(({ name }) => name.value === 'first'));
