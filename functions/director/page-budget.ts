import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionNode } from 'graphql';
import type { BundleDetails } from '#shared/bundles/bundle-details.ts';
import { fitsAnswer, type WithText } from '#shared/bundles/text.ts';
import type { Page } from '#shared/core/page.ts';

/** Bytes that a page may hold: a third of the largest answer, because a text grows where it is quoted. */
const pageBudget = 2 * 1024 * 1024;

/** The part of the page that fits the budget, at least one element, so that reading on reaches the end. */
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

/** Sums the bytes of the texts in bundles, whichever of them are selected. A text that is too large for an answer is an error in it instead. */
export const textBytesOf = (bundles: readonly BundleDetails[]): number =>
  bundles
    .flatMap((bundle): readonly WithText[] => [...bundle.apiDefinitions, ...bundle.eventDefinitions, ...bundle.documents])
    .reduce((sum, { text }) => sum + (text && fitsAnswer(text) ? text.bytes : 0), 0);

/** Returns true if texts of specifications or documents are selected below a field: the only `data` without a selection of its own. */
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

/** Returns true if the caller named the size of the page, and so expects further pages; existing agents do not. */
export const namesPageSize = (info: GraphQLResolveInfo): boolean =>
  info.fieldNodes.some(({ arguments: given = [] }) => given.some(({ name }) => name.value === 'first'));
