import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { type ASTVisitor, type OperationDefinitionNode, type ValidationContext, type ValidationRule, visit } from 'graphql';

/** Larger than any request of the known clients, inline specifications included. */
export const largestBody = 2 * 1024 * 1024;

/** The parser stops here: a document that costs no more than its tokens to refuse. */
export const mostTokens = 4000;

const cost = costLimitRule({ maxCost: 30_000, objectCost: 2, scalarCost: 1, depthCostFactor: 1.5 }) as unknown as (
  context: ValidationContext,
) => { OperationDefinition: { enter(operation: OperationDefinitionNode): void } };

/** Naming the size of a page costs nothing: it is never larger than what a client gets that does not name one. */
const costLimit = (context: ValidationContext): ASTVisitor => {
  const { enter } = cost(context).OperationDefinition;
  return { OperationDefinition: { enter: (operation) => enter(withoutPageSizes(operation)) } };
};

const withoutPageSizes = (operation: OperationDefinitionNode): OperationDefinitionNode =>
  visit(operation, { Argument: { enter: ({ name }) => (name.value === 'first' ? null : undefined) } });

/**
 * Introspection has a limit of its own among the rules of graphql: tools send it with a depth that no other request needs.
 * Sized by the largest requests of the known clients, with room: a Runtime Agent's synchronisation is 9 levels deep,
 * and the original's end-to-end clients ask for every field of an Application at once.
 */
export const limitRules: readonly ValidationRule[] = [
  maxDepthRule({ n: 14, ignoreIntrospection: true }),
  maxAliasesRule({ n: 30 }),
  maxDirectivesRule({ n: 50 }),
  costLimit,
] as unknown as readonly ValidationRule[];
