import * as z from 'zod';

const formation = { formationId: z.string(), formationName: z.string() };
const assignment = z.object({ ...formation, objectType: z.enum(['APPLICATION', 'RUNTIME']), objectId: z.string() });

export const formationEvents = {
  FormationCreated: z.object(formation),
  FormationDeleted: z.object(formation),
  FormationAssigned: assignment,
  FormationUnassigned: assignment,
} as const;
