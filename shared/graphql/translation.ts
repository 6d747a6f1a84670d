import type { DocumentNode } from 'graphql';

/** Translates documents of clients that know other names for the schema's types and fields. */
export interface Translation {
  /** `text` is what the document was parsed from. */
  document(document: DocumentNode, text: string): DocumentNode;
  variables(document: DocumentNode, variables: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
}

export const noTranslation: Translation = { document: (document) => document, variables: (_, variables) => variables };
