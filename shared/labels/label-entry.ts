import * as z from 'zod';
import type { JsonValue } from '../core/json.ts';
import { validate } from '../core/validate.ts';

/** A label with its key. */
export interface LabelEntry {
  readonly key: string;
  readonly value: JsonValue;
}

/** Objects that stand in the text of a request are parsed without a prototype; those cannot be stored. */
export const storableValue = (value: JsonValue): JsonValue => validate('LabelInput', z.object({ value: z.json() }), { value }).value;
