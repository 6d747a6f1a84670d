import { type DocumentNode, GraphQLError, type GraphQLSchema, parse, specifiedRules, validate } from 'graphql';
import { LRUCache } from 'lru-cache';
import { withoutEmptyParentheses } from './compat/empty-parentheses.ts';
import { limitRules, maxDefinitions, maxTokens, requireExecutable, requireModestParts, withoutPageSizes } from './limits.ts';
import { requireFewRepetitions } from './repeated-fields.ts';
import { noTranslation } from './translation.ts';

/** Agents send the same few documents over and over: each is parsed and validated once per process. */
const cachedDocuments = 500;
/** Maximum length of a cached document. Documents with inline specifications are unique and large. */
const maxCachedCharacters = 20_000;
/** Maximum length of all cached documents together: parsed, a character takes up to 300 bytes. */
const maxCharacters = 200_000;
/** Maximum length of a document whose errors say where they are. Finding each reads the document again. */
const maxLocatedCharacters = 10_000;

/** Maximum number of errors of a document in an answer. */
const maxErrors = 10;

export interface Documents {
  /** Throws GraphQLError for text that is no GraphQL document, or exceeds a limit. Runs before authentication. */
  parse(text: string): DocumentNode;
  validate(document: DocumentNode): readonly GraphQLError[];
}

export function documents(schema: GraphQLSchema, translation = noTranslation): Documents {
  const parsed = new LRUCache<string, DocumentNode>({
    max: cachedDocuments,
    maxSize: maxCharacters,
    sizeCalculation: (_, text) => text.length,
  });
  const verdicts = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  return {
    parse: (text) => {
      const known = parsed.get(text);
      if (known) return known;
      const written = parseWithin(text);
      refuseBeyondLimits(schema, written);
      const document = translation.document(written, text);
      if (text.length <= maxCachedCharacters) parsed.set(text, document);
      return document;
    },
    validate: (document) => {
      const known = verdicts.get(document);
      if (known) return known;
      const errors = validate(schema, document, specifiedRules, { hideSuggestions: true, maxErrors: maxErrors });
      verdicts.set(document, errors);
      return errors;
    },
  };
}

/** Each error counts the lines before it, and documents of megabytes may be all line breaks: errors in large ones have no locations. */
function parseWithin(text: string): DocumentNode {
  try {
    return parse(withoutEmptyParentheses(text), { maxTokens: maxTokens, noLocation: text.length > maxLocatedCharacters });
  } catch (error) {
    // The parser descends once for each bracket.
    if (error instanceof RangeError) throw new GraphQLError('Syntax Error: the document is nested too deeply');
    throw error;
  }
}

function refuseBeyondLimits(schema: GraphQLSchema, document: DocumentNode): void {
  if (document.definitions.length > maxDefinitions) {
    throw new GraphQLError(`Syntax Error: more than ${maxDefinitions} operations and fragments`);
  }
  requireExecutable(document);
  requireModestParts(document);
  requireFewRepetitions(document);
  // These rules throw at the first exceeded limit; other rules report.
  validate(schema, withoutPageSizes(document), limitRules);
}
