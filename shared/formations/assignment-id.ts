/** Id of the assignment of an object to a formation. A client that knows both ids can form it. */
export const assignmentId = (formationId: string, objectId: string): string => `${formationId}:${objectId}`;
