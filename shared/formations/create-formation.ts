import * as z from 'zod';
import { type Actor, describeActor } from '../core/actor.ts';
import { invalidData } from '../core/errors.ts';
import { newId } from '../core/ids.ts';
import type { TenantId } from '../core/tenant-id.ts';
import { validate } from '../core/validate.ts';
import { defaultTemplate } from './default-template.ts';
import type { Formation } from './formation.ts';
import type { FormationRepository } from './formation-repository.ts';

const name = z
  .string()
  .max(128)
  .regex(
    /^[A-Za-z0-9]([-_A-Za-z0-9\s]{0,126}[A-Za-z0-9])?$/,
    'must begin and end with a letter or digit and hold letters, digits, blanks, - and _',
  );

/** Creates a formation. Throws NotUniqueName, and InvalidData for an invalid name or a template that does not exist. */
export async function createFormation(
  input: { name: string; templateName?: string | null },
  actor: Actor,
  { formations }: { formations: Pick<FormationRepository, 'insert' | 'templateNamed'> },
): Promise<Formation> {
  const template = input.templateName ? await formations.templateNamed(actor.tenant, input.templateName) : defaultTemplate;
  if (!template) throw invalidData('FormationInput', { templateName: 'there is no formation template of this name' });
  const formation = newFormation(actor.tenant, input.name, describeActor(actor), template.id);
  await formations.insert(formation);
  return formation;
}

/** A new, empty formation; throws InvalidData for an invalid name. */
export function newFormation(
  tenant: TenantId,
  given: string,
  changedBy: string,
  formationTemplateId: string = defaultTemplate.id,
): Formation {
  return {
    tenant,
    id: newId(),
    name: validate('FormationInput', z.object({ name }), { name: given }).name,
    formationTemplateId,
    state: 'READY',
    applicationCount: 0,
    runtimeCount: 0,
    version: 1,
    changedBy,
  };
}
