import { DatabaseSync } from 'node:sqlite';
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import * as z from 'zod';
import { tableFile } from './dynoxide.ts';

type Item = Record<string, AttributeValue>;

/** Expired items of one sweep: the next sweep takes the others. */
const maxExpired = 10_000;

/** Rows of a table in the engine's file hold an item as DynamoDB writes it in JSON. */
const row = z.object({ item_json: z.string() });

/**
 * Adds indexes to the engine's file. For each record of a stream, the engine looks for the last one of the table and for those after another: without
 * an index it reads them all, so that every write takes longer than the one before.
 */
export function indexStreams(folder: string): void {
  withFile(folder, (file) => {
    const number = 'CAST(sequence_number AS INTEGER)';
    file.exec(`CREATE INDEX IF NOT EXISTS compass_last_record ON _stream_records (table_name, ${number})`);
    file.exec(`CREATE INDEX IF NOT EXISTS compass_next_records ON _stream_records (table_name, shard_id, ${number})`);
  });
}

/** Adds an index of the items of a table that expire, in the order in which they do. */
export function indexExpiry(folder: string, table: string, attribute: string): void {
  const expiry = expiryOf(attribute);
  withFile(folder, (file) => {
    file.exec(
      `CREATE INDEX IF NOT EXISTS ${quoted(`compass_expiry_${table}`)} ON ${quoted(table)} (${expiry}) WHERE ${expiry} IS NOT NULL`,
    );
  });
}

/** Reads the items of an indexed table that expired before a time in seconds, the longest expired first. */
export function expiredItems(folder: string, table: string, attribute: string, before: number): Item[] {
  const expiry = expiryOf(attribute);
  const query = `SELECT item_json FROM ${quoted(table)} WHERE ${expiry} IS NOT NULL AND ${expiry} < ? ORDER BY ${expiry} LIMIT ${maxExpired}`;
  return withFile(folder, (file) =>
    file
      .prepare(query)
      .all(before)
      .map((found) => JSON.parse(row.parse(found).item_json) as Item),
  );
}

/** A number is stored as text: `{"expiresAt":{"N":"1795975083"}}`. */
const expiryOf = (attribute: string): string => `CAST(json_extract(item_json, '$.${attribute}.N') AS INTEGER)`;

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

function withFile<T>(folder: string, use: (file: DatabaseSync) => T): T {
  const file = new DatabaseSync(tableFile(folder));
  try {
    // The engine may be writing.
    file.exec('PRAGMA busy_timeout = 10000');
    return use(file);
  } finally {
    file.close();
  }
}
