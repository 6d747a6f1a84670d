import { costLimitRule } from '@escape.tech/graphql-armor-cost-limit';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import { type DocumentNode, GraphQLError, Kind, type ValidationRule, visit } from 'graphql';

/** The largest body that is read before its sender is known: larger than any request of the known clients that has no large text. */
export const maxBodyBytes = 2 * 1024 * 1024;

/** The largest body of a sender who is known: 5 MB of text, each byte of which takes up to three in JSON, and 1 MB of everything else. */
export const maxKnownBodyBytes = 16 * 1024 * 1024;

/** Maximum number of tokens, at which the parser stops. */
export const maxTokens = 4000;

/** Operations and fragments of one document; the known clients send one operation. */
export const maxDefinitions = 50;

/** Variables of all operations of one document; the known clients declare a few. Rules compare each with the others and with the schema. */
const maxVariables = 100;

/** Characters of one name; messages quote names, each error its own. */
const maxNameLength = 256;

/** Levels of selections, of lists and objects in a value, and of lists in a type, together. Fields that are no introspection have a lower limit. */
const maxDepth = 40;

/** Throws for a type system definition, before its parts are visited. */
export function requireExecutable({ definitions }: DocumentNode): void {
  const stray = definitions.find(({ kind }) => kind !== Kind.OPERATION_DEFINITION && kind !== Kind.FRAGMENT_DEFINITION);
  if (stray) throw new GraphQLError('Syntax Error: only operations and fragments can be sent', { nodes: stray });
}

/** Throws for a name that is too long, for too many variables, and for values and types that are nested too deeply. */
export function requireModestParts(document: DocumentNode): void {
  let depth = 0;
  let variables = 0;
  visit(document, {
    enter: (node) => {
      if (node.kind === Kind.NAME && node.value.length > maxNameLength) throw beyond(`a name is longer than ${maxNameLength} characters`);
      if (node.kind === Kind.VARIABLE_DEFINITION) variables += 1;
      if (variables > maxVariables) throw beyond(`more than ${maxVariables} variables`);
      if (!nesting.has(node.kind)) return;
      depth += 1;
      if (depth > maxDepth) throw beyond(`fields, values or types are nested deeper than ${maxDepth} levels`);
    },
    leave: (node) => {
      if (nesting.has(node.kind)) depth -= 1;
    },
  });
}

const nesting = new Set<Kind>([Kind.LIST, Kind.OBJECT, Kind.LIST_TYPE, Kind.SELECTION_SET]);

const beyond = (why: string) => new GraphQLError(`Syntax Error: ${why}`);

/**
 * Introspection has a limit of its own among the rules of graphql: tools send it with a depth that no other request needs.
 * Sized by the largest requests of the known clients: a Runtime Agent's synchronisation is 8 levels deep and costs 800, and the
 * original's end-to-end clients ask for everything of a page of Applications, which is 14 levels deep and costs 17,600;
 * one more level is for the tenants of each.
 */
export const limitRules = [
  maxDepthRule({ n: 15, ignoreIntrospection: true }),
  maxAliasesRule({ n: 30 }),
  maxDirectivesRule({ n: 50 }),
  costLimitRule({ maxCost: 30_000, objectCost: 2, scalarCost: 1, depthCostFactor: 1.5 }),
] as unknown as readonly ValidationRule[];

/** Removes `first` before the cost is counted: a page is never larger than the default one. */
export const withoutPageSizes = (document: DocumentNode): DocumentNode =>
  visit(document, { Argument: { enter: ({ name }) => (name.value === 'first' ? null : undefined) } });
