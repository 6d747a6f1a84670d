import { BREAK, type DocumentNode, visit } from 'graphql';

const known = new WeakMap<DocumentNode, boolean>();

/** Returns true if a document asks for the schema; `__typename`, which clients add to everything, does not count. */
export function introspects(document: DocumentNode): boolean {
  const answer = known.get(document) ?? asksForSchema(document);
  known.set(document, answer);
  return answer;
}

function asksForSchema(document: DocumentNode): boolean {
  let found = false;
  visit(document, {
    Field: ({ name }) => {
      if (name.value !== '__schema' && name.value !== '__type') return undefined;
      found = true;
      return BREAK;
    },
  });
  return found;
}
