import * as z from 'zod';
import { formationObjectTypes } from '#shared/formations/formation.ts';
import { entityReader } from '#shared/table/changes/entity-reader.ts';

const formation = z.object({ id: z.string(), name: z.string() });
const formationData = ({ id, name }: z.infer<typeof formation>) => ({ formationId: id, formationName: name });

/** A formation changes only by its counts of members, which FormationAssigned and FormationUnassigned report. */
export const formationReader = entityReader(formation, {
  created: (after) => [{ detailType: 'FormationCreated', data: formationData(after) }],
  changed: () => [],
  deleted: (before) => [{ detailType: 'FormationDeleted', data: formationData(before) }],
});

const member = z.object({
  formationId: z.string(),
  formationName: z.string(),
  objectType: z.enum(formationObjectTypes),
  objectId: z.string(),
  changeId: z.string().optional(),
});

export const formationMemberReader = entityReader(member, {
  created: ({ changeId, ...data }) => [{ detailType: 'FormationAssigned', data, changeId }],
  changed: () => [],
  deleted: ({ changeId, ...data }) => [{ detailType: 'FormationUnassigned', data, changeId }],
});
