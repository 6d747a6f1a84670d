import type { Actor } from '../core/actor.ts';
import { notFound } from '../core/errors.ts';
import type { JsonValue } from '../core/json.ts';
import { checkLabels, type Labels, labelOf } from '../labels/label.ts';
import { type LabelEntry, storableValue } from '../labels/label-entry.ts';
import { type ChangeTemplates, changeFormationTemplate } from './change-formation-template.ts';

/** Sets a label of a formation template. Throws NotFound, InvalidData, InvalidOperation for the default one. */
export async function setFormationTemplateLabel(
  id: string,
  { key, value: given }: LabelEntry,
  actor: Actor,
  deps: ChangeTemplates,
): Promise<LabelEntry> {
  const value = storableValue(given);
  await changeFormationTemplate(id, (current) => ({ ...current, labels: checked({ ...current.labels, [key]: value }) }), actor, deps);
  return { key, value };
}

function checked(labels: Labels): Labels {
  checkLabels(labels);
  return labels;
}

/** Deletes a label of a formation template and returns it. Throws NotFound, and InvalidOperation for the default one. */
export async function deleteFormationTemplateLabel(id: string, key: string, actor: Actor, deps: ChangeTemplates): Promise<LabelEntry> {
  const removed: JsonValue[] = [];
  await changeFormationTemplate(
    id,
    (current) => {
      const { labels = {} } = current;
      const value = labelOf(labels, key);
      if (value === undefined) throw notFound('label', key);
      removed[0] = value;
      const { [key]: _, ...others } = labels;
      return { ...current, labels: others };
    },
    actor,
    deps,
  );
  return { key, value: removed[0] as JsonValue };
}
