import { BatchExecuteStatementCommand, type BatchExecuteStatementCommandOutput } from '@aws-sdk/lib-dynamodb';
import DataLoader from 'dataloader';
import { attributeOf } from './attribute-values.ts';
import type { ControlPlaneTable } from './control-plane-table.ts';
import { directCommand } from './direct-command.dynamo.ts';
import type { Item } from './read.dynamo.ts';

// The only batch of conditional writes that DynamoDB has, apart from transactions, which cost twice as much: statements of PartiQL, each of which
// succeeds or fails alone.

interface Shared {
  /** True if it succeeds or fails with others of the same item: they write other attributes, or the same values. Default: false. */
  readonly isShared?: boolean;
}

/** A new item, unless there is one with its key. */
interface Insert extends Shared {
  readonly insert: Item & { readonly pk: string; readonly sk: string };
  /** Attributes that it gets unless it, or one that shares the item, says otherwise. */
  readonly defaults?: Item;
}

/** Attributes of an item that exists, if all conditions hold. */
interface Change extends Shared {
  readonly key: { readonly pk: string; readonly sk: string };
  readonly sets: Item;
  readonly where: readonly StatementCondition[];
}

/** A condition in PartiQL, with the values of its question marks. */
type StatementCondition = readonly [expression: string, ...values: unknown[]];

type Statement = Insert | Change;

/** Writes an item together with others that are written at the moment. Returns false where that is not known to have happened. */
export type WriteByStatement = (statement: Statement) => Promise<boolean>;

/** Maximum number of statements in a call. */
const maxStatements = 25;

/**
 * Gathers statements that are given at the same time, and sends them in one call. `schedule` may have them wait for others. Callers make a write that
 * failed by itself, whatever the reason.
 */
export function statementBatches(table: ControlPlaneTable, schedule?: (send: () => void) => void): WriteByStatement {
  const loader = new DataLoader<Statement, boolean>((statements) => writeAll(table, statements), {
    cache: false,
    maxBatchSize: maxStatements,
    ...(schedule && { batchScheduleFn: schedule }),
  });
  return (statement) => loader.load(statement);
}

async function writeAll(table: ControlPlaneTable, statements: readonly Statement[]): Promise<boolean[]> {
  const written = new Set<Statement>();
  for (let left = statements; left.length > 0; ) {
    const { merged, conflicting } = mergedByKey(left);
    const answers = await execute(
      table,
      merged.map(({ statement }) => statement),
    );
    for (const [index, { parts }] of merged.entries()) if (answers[index]) for (const part of parts) written.add(part);
    left = conflicting;
  }
  return statements.map((statement) => written.has(statement));
}

interface Merged {
  readonly statement: Statement;
  readonly parts: readonly Statement[];
}

/** Makes one statement of those that share an item, which a call may name once. Others of the same item come after it. */
function mergedByKey(statements: readonly Statement[]): { merged: Merged[]; conflicting: Statement[] } {
  const byKey = new Map<string, Merged>();
  const conflicting: Statement[] = [];
  for (const statement of statements) {
    const { pk, sk } = 'insert' in statement ? statement.insert : statement.key;
    const key = `${pk} ${sk}`;
    const found = byKey.get(key);
    const both = found ? mergeOf(found.statement, statement) : statement;
    if (both) byKey.set(key, { statement: both, parts: [...(found?.parts ?? []), statement] });
    else conflicting.push(statement);
  }
  return { merged: [...byKey.values()], conflicting };
}

function mergeOf(one: Statement, other: Statement): Statement | undefined {
  if (!one.isShared || !other.isShared) return undefined;
  if ('insert' in one) {
    const insert = 'insert' in other ? unionOf(one.insert, other.insert) : undefined;
    return insert && { ...one, insert: { ...one.insert, ...insert } };
  }
  const sets = 'insert' in other ? undefined : unionOf(one.sets, other.sets);
  return sets && 'key' in other ? { isShared: true, key: one.key, sets, where: [...one.where, ...other.where] } : undefined;
}

/** All attributes of both; undefined where one has different values. Only simple values are compared. */
function unionOf(one: Item, other: Item): Item | undefined {
  const isSame = Object.entries(other).every(([name, value]) => !(name in one) || one[name] === value);
  return isSame ? { ...one, ...other } : undefined;
}

async function execute(table: ControlPlaneTable, statements: readonly Statement[]): Promise<boolean[]> {
  const Statements = statements.map((statement) => {
    const { text, parameters } = 'insert' in statement ? insertText(table, statement) : changeText(table, statement);
    return { Statement: text, Parameters: parameters };
  });
  try {
    const { Responses = [] } = await table.getDocumentClient().send(directStatements(Statements));
    return statements.map((_, index) => Responses[index] !== undefined && Responses[index].Error === undefined);
  } catch {
    // The single writes that follow say what is wrong.
    return statements.map(() => false);
  }
}

interface StatementInput {
  readonly Statement: string;
  readonly Parameters: unknown[];
}

const directStatements = (Statements: StatementInput[]): BatchExecuteStatementCommand =>
  directCommand(new BatchExecuteStatementCommand({ Statements }), 'BatchExecuteStatement', {
    input: () => ({
      Statements: Statements.map(({ Statement, Parameters }) => ({ Statement, Parameters: Parameters.map(attributeOf) })),
    }),
    output: (answer) => answer as BatchExecuteStatementCommandOutput,
  });

function insertText(table: ControlPlaneTable, { insert, defaults }: Insert) {
  const entries = Object.entries({ ...defaults, ...insert }).filter(([, value]) => value !== undefined);
  const attributes = entries.map(([name]) => `'${name}': ?`).join(', ');
  return { text: `INSERT INTO "${table.getName()}" VALUE {${attributes}}`, parameters: entries.map(([, value]) => value) };
}

function changeText(table: ControlPlaneTable, { key, sets, where }: Change) {
  const entries = Object.entries(sets);
  const conditions = [...new Map(where.map((condition) => [condition[0], condition])).values()];
  const text =
    `UPDATE "${table.getName()}" SET ${entries.map(([name]) => `"${name}" = ?`).join(', ')} ` +
    `WHERE ${['"pk" = ?', '"sk" = ?', ...conditions.map(([expression]) => expression)].join(' AND ')}`;
  const parameters = [...entries.map(([, value]) => value), key.pk, key.sk, ...conditions.flatMap(([, ...values]) => values)];
  return { text, parameters };
}
