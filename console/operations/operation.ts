export type Api = 'director' | 'connector' | 'provisioner';

export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** One operation of an API: its document, and the types of its answer and its variables. They are generated from the schemas. */
export interface Operation<Answer, Variables> {
  readonly api: Api;
  readonly name: string;
  readonly text: string;
  /** Never set; it carries the types. */
  readonly types?: (variables: Variables) => Answer;
}
