import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import type { ValidationRule } from 'graphql';

/** Larger than any request of the known clients, inline specifications included. */
export const largestBody = 2 * 1024 * 1024;

/** The parser stops here: a document that costs no more than its tokens to refuse. */
export const mostTokens = 4000;

/**
 * Introspection has a limit of its own among the rules of graphql: tools send it with a depth that no other request needs.
 * Sized by the largest requests of the known clients, with room: a Runtime Agent's synchronisation is 9 levels deep,
 * and the original's end-to-end clients ask for every field of an Application at once.
 */
export const limitRules: readonly ValidationRule[] = [
  maxDepthRule({ n: 14, ignoreIntrospection: true }),
  maxAliasesRule({ n: 30 }),
  maxDirectivesRule({ n: 50 }),
  costLimitRule({ maxCost: 30_000, objectCost: 2, scalarCost: 1, depthCostFactor: 1.5 }),
] as unknown as readonly ValidationRule[];
