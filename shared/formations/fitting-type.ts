import { invalidOperation } from '../core/errors.ts';
import { type Labels, labelOf } from '../labels/label.ts';
import { typeLabels } from '../labels/own-labels.ts';
import type { Formation, FormationObjectType } from './formation.ts';
import type { FormationRepository } from './formation-repository.ts';

export interface Candidate {
  readonly objectType: FormationObjectType;
  readonly labels: Labels;
}

/** Throws InvalidOperation unless the object's type label is one that the formation's template lists, where it lists any. */
export async function requireFittingType(
  formation: Formation,
  { objectType, labels }: Candidate,
  { formations }: { formations: Pick<FormationRepository, 'templateOf'> },
): Promise<void> {
  const template = await formations.templateOf(formation);
  const types = (objectType === 'APPLICATION' ? template?.applicationTypes : template?.runtimeTypes) ?? [];
  const label = objectType === 'APPLICATION' ? typeLabels.application : typeLabels.runtime;
  const type = labelOf(labels, label);
  if (types.length === 0 || types.some((one) => one === type)) return;
  const is = type === undefined ? `has no label ${label}` : `has the label ${label} ${JSON.stringify(type)}`;
  throw invalidOperation(`formation ${formation.name} takes the types ${types.join(', ')}, and the ${objectType.toLowerCase()} ${is}`);
}
