import { type GraphQLSchema, printSchema } from 'graphql';

/** The schema as SDL. A module of its own, because functions import it on demand. */
export const printedSchema = (schema: GraphQLSchema): string => `${printSchema(schema)}\n`;
