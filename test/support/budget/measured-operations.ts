import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Measured } from './measured-system.ts';

/** Calls and units of an operation, as `npm run cost` reads it. */
export interface MeasuredOperation {
  readonly operation: string;
  readonly roundTrips: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  /** Changes of items that invoke the relay. */
  readonly changes: number;
  readonly events: number;
}

export const measuredOperation = ({ row, usage, relay }: Measured): MeasuredOperation => ({
  operation: row.operation,
  roundTrips: usage.roundTrips,
  readUnits: usage.capacity - usage.writeUnits,
  writeUnits: usage.writeUnits,
  ...relay,
});

const measuredOperationsPath = join(import.meta.dirname, '../../../scripts/cost/measured-operations.json');

export const writeMeasuredOperations = (measured: readonly Measured[]): void =>
  writeFileSync(measuredOperationsPath, `${JSON.stringify(measured.map(measuredOperation), undefined, 2)}\n`);
