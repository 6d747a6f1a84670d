import { BREAK, type DocumentNode, visit } from 'graphql';
import type { Actor } from '../core/actor.ts';

/** Returns true for users and integration systems, whose tools need the schema. */
export const mayReadSchema = (caller: Pick<Actor, 'kind'> | undefined): boolean => caller?.kind === 'user';

const known = new WeakMap<DocumentNode, boolean>();

/** Returns true if a document asks for the schema. `__typename` alone does not. */
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
