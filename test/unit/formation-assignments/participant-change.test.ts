import { describe, expect, it } from 'vitest';
import { newId } from '#shared/core/ids.ts';
import { tenantId } from '#shared/core/tenant-id.ts';
import { eventIdOf } from '#shared/events/event-id.ts';
import { changeConcerning, timeOf } from '#shared/formation-assignments/participant-change.ts';
import type { FormationMember } from '#shared/formations/formation.ts';
import { aFormation } from '#test/support/registry-builders.ts';

const [first, second] = [newId(), newId()];
const tenant = tenantId('acme');
const member = (objectType: FormationMember['objectType'], changeId?: string): FormationMember => ({
  tenant,
  formationId: 'f',
  formationName: 'f',
  objectType,
  objectId: 'o',
  version: 1,
  changedBy: 'user/alice',
  ...(changeId && { changeId }),
});
const formation = (given: Parameters<typeof aFormation>[0] = {}) => aFormation({ tenant, id: 'f', ...given });

describe('the change that concerns a participant', () => {
  it('is none where an earlier release made the assignment and nothing came since', () => {
    expect(changeConcerning(member('APPLICATION'), formation())).toBeUndefined();
    expect(
      changeConcerning(member('RUNTIME'), formation({ runtimesChange: { id: first, type: 'ASSIGN', objectId: 'x' } })),
    ).toBeUndefined();
  });

  it('is the later one of its own assignment and of what came or went of the other type', () => {
    const left = { id: second, type: 'UNASSIGN', objectId: 'x', assignment: first } as const;
    expect(changeConcerning(member('APPLICATION', first), formation({ runtimesChange: left }))).toEqual({
      id: second,
      type: 'UNASSIGN',
      objectId: 'x',
      eventId: eventIdOf(first, 'FormationUnassigned'),
    });
    const came = { id: first, type: 'ASSIGN', objectId: 'x', assignment: first } as const;
    expect(changeConcerning(member('APPLICATION', second), formation({ runtimesChange: came, runtimeCount: 1 }))).toEqual({
      id: second,
      type: 'ASSIGN',
      objectId: 'o',
      eventId: eventIdOf(second, 'FormationAssigned'),
    });
    expect(changeConcerning(member('RUNTIME', first), formation({ applicationsChange: left }))).toEqual({
      id: second,
      type: 'UNASSIGN',
      objectId: 'x',
    });
  });

  it('is notified to no Application without a Runtime in the formation, or where an earlier release assigned the Runtime that left', () => {
    expect(changeConcerning(member('APPLICATION', first), formation())).toEqual({ id: first, type: 'ASSIGN', objectId: 'o' });
    const left = { id: second, type: 'UNASSIGN', objectId: 'x' } as const;
    expect(changeConcerning(member('APPLICATION', first), formation({ runtimesChange: left }))).toEqual(left);
  });

  it('has its time in its id', () => {
    expect(Math.abs(timeOf({ id: newId() }).getTime() - Date.now())).toBeLessThan(1000);
  });
});
