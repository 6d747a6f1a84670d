import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import { LRUCache } from 'lru-cache';
import { withoutEmptyParentheses } from './empty-parentheses.ts';
import { limitRules, mostTokens } from './limits.ts';
import { noTranslation } from './translation.ts';

/** Agents send the same few documents over and over: each is parsed and validated once per process. */
const cachedDocuments = 500;
/** Inline specifications make a document unique and large; those are not worth keeping. */
const largestCached = 20_000;
/** All cached documents together; parsed, a character takes up to 300 bytes, and strangers choose what is parsed. */
const mostCharacters = 200_000;

export interface Documents {
  /** Throws GraphQLError for text that is no GraphQL document. */
  parse(text: string): DocumentNode;
  validate(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[];
}

export function documents(translation = noTranslation): Documents {
  const parsed = new LRUCache<string, DocumentNode>({
    max: cachedDocuments,
    maxSize: mostCharacters,
    sizeCalculation: (_, text) => text.length,
  });
  const verdicts = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  return {
    parse: (text) => {
      const known = parsed.get(text);
      if (known) return known;
      const document = translation.document(parse(withoutEmptyParentheses(text), { maxTokens: mostTokens, noLocation: false }), text);
      if (text.length <= largestCached) parsed.set(text, document);
      return document;
    },
    validate: (schema, document) => {
      const known = verdicts.get(document);
      if (known) return known;
      const refused = beyondLimits(schema, document);
      const errors = refused.length > 0 ? refused : validate(schema, document, specifiedRules);
      verdicts.set(document, errors);
      return errors;
    },
  };
}

/** The first limit that is exceeded is thrown, where other rules report. */
function beyondLimits(schema: GraphQLSchema, document: DocumentNode): readonly GraphQLError[] {
  try {
    return validate(schema, document, limitRules);
  } catch (error) {
    if (error instanceof GraphQLError) return [error];
    throw error;
  }
}
