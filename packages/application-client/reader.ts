/** Reads a value of an answer, or throws. A schema of zod is one, and so is `{ parse: (value) => value as MyType }`. */
export interface Reader<T> {
  readonly parse: (value: unknown) => T;
}
