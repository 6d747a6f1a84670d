import { useState } from 'react';
import { type Part, partOf, resolved, textOf } from './described.ts';

interface SchemaTreeProps {
  readonly root: Part;
  readonly schema: unknown;
}

/** A JSON Schema as a tree: what an object has opens on demand, so that a schema that contains itself ends. */
export function SchemaTree({ root, schema }: SchemaTreeProps) {
  const part = resolved(root, schema);
  if (!part) return null;
  const members = membersOf(root, part);
  if (members.length === 0) return <span className="schema-type"> {typeOf(root, part)}</span>;
  return (
    <ul className="schema">
      {members.map(({ name, required, schema: member }) => (
        <Member key={name} root={root} name={name} required={required} schema={member} />
      ))}
    </ul>
  );
}

interface MemberOfSchema {
  readonly name: string;
  readonly required: boolean;
  readonly schema: unknown;
}

function Member({ root, name, required, schema }: MemberOfSchema & { readonly root: Part }) {
  const [open, setOpen] = useState(false);
  const part = resolved(root, schema) ?? {};
  const words = (
    <>
      <code>{name}</code>
      {required && ' (required)'} <span className="schema-type">{typeOf(root, part)}</span> {textOf(part.description)}
    </>
  );
  if (membersOf(root, part).length === 0) return <li>{words}</li>;
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words}</summary>
        {open && <SchemaTree root={root} schema={part} />}
      </details>
    </li>
  );
}

/** The properties of an object, those of the elements of a list, or the choices. */
function membersOf(root: Part, part: Part): MemberOfSchema[] {
  const items = resolved(root, part.items);
  if (items) return membersOf(root, items);
  const required = new Set(Array.isArray(part.required) ? part.required : []);
  const own = Object.entries(partOf(part.properties) ?? {}).map(([name, schema]) => ({ name, required: required.has(name), schema }));
  const all = (Array.isArray(part.allOf) ? part.allOf : []).flatMap((one) => membersOf(root, resolved(root, one) ?? {}));
  const choices = [part.oneOf, part.anyOf].flatMap((list) => (Array.isArray(list) ? list : []));
  const named = choices.map((schema, index) => ({ name: nameOf(schema) ?? `choice ${index + 1}`, required: false, schema }));
  return [...all, ...own, ...named];
}

const nameOf = (schema: unknown): string | undefined => {
  const part = partOf(schema);
  return textOf(part?.title) ?? textOf(part?.$ref)?.split('/').at(-1);
};

function typeOf(root: Part, part: Part): string {
  const items = resolved(root, part.items);
  if (items) return `list of ${typeOf(root, items)}`;
  const type = Array.isArray(part.type) ? part.type.join(' or ') : (textOf(part.type) ?? (part.properties ? 'object' : 'any'));
  const format = textOf(part.format);
  const values = Array.isArray(part.enum) ? `: ${part.enum.join(', ')}` : '';
  return `${type}${format ? ` (${format})` : ''}${values}`;
}
