import { parse } from 'yaml';

/** Any part of a document; its members are looked at one by one, because a document of others may have any form. */
export type Part = { readonly [key: string]: unknown };

/** One thing that a document describes: an operation of an API, or a channel or operation of events. */
export interface Described {
  readonly key: string;
  readonly action: string;
  readonly title: string;
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  /** Parameters, the request, answers or messages: each a name, a note, and a schema if there is one. */
  readonly parts: readonly DescribedPart[];
}

interface DescribedPart {
  readonly title: string;
  readonly note: string | undefined;
  readonly schema: unknown;
}

export interface DescribedDocument {
  readonly title: string;
  readonly version: string;
  readonly description: string | undefined;
  readonly root: Part;
  readonly items: readonly Described[];
}

/** Reads an OpenAPI or AsyncAPI document; undefined if the text is something else. */
export function describedDocument(text: string): DescribedDocument | undefined {
  const root = partOf(readText(text));
  if (!root) return undefined;
  const info = partOf(root.info) ?? {};
  const items = 'asyncapi' in root ? channelsOf(root) : 'openapi' in root || 'swagger' in root ? operationsOf(root) : undefined;
  return (
    items && { title: textOf(info.title) ?? '', version: textOf(info.version) ?? '', description: textOf(info.description), root, items }
  );
}

function readText(text: string): unknown {
  try {
    // JSON is YAML, too.
    return parse(text, { maxAliasCount: 100, logLevel: 'silent' });
  } catch {
    return undefined;
  }
}

export const partOf = (value: unknown): Part | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Part) : undefined;

export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : undefined;

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The part that a reference inside the document leads to; the part itself without one. */
export function resolved(root: Part, value: unknown): Part | undefined {
  let part = partOf(value);
  // A reference may lead to another one, but not in a circle.
  for (let step = 0; step < 10 && typeof part?.$ref === 'string'; step++) part = partOf(atPointer(root, part.$ref));
  return part;
}

function atPointer(root: Part, reference: string): unknown {
  if (!reference.startsWith('#/')) return undefined;
  return reference
    .slice(2)
    .split('/')
    .map((segment) => decodeURIComponent(segment).replaceAll('~1', '/').replaceAll('~0', '~'))
    .reduce<unknown>((at, key) => partOf(at)?.[key], root);
}

const methods = new Set(['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace']);

function operationsOf(root: Part): Described[] {
  return Object.entries(partOf(root.paths) ?? {}).flatMap(([path, value]) => {
    const item = resolved(root, value) ?? {};
    return Object.entries(item)
      .filter(([method]) => methods.has(method))
      .map(([method, operation]) => operationOf(root, path, method, item, partOf(operation) ?? {}));
  });
}

function operationOf(root: Part, path: string, method: string, item: Part, operation: Part): Described {
  const parameters = [...listOf(item.parameters), ...listOf(operation.parameters)].flatMap((one): Part[] => {
    const found = resolved(root, one);
    return found ? [found] : [];
  });
  const body = resolved(root, operation.requestBody);
  return {
    key: `${method} ${path}`,
    action: method.toUpperCase(),
    title: path,
    summary: textOf(operation.summary),
    description: textOf(operation.description),
    deprecated: operation.deprecated === true,
    parts: [
      ...parameters.map(parameterOf),
      ...(body ? contentsOf(body, 'Request', textOf(body.description)) : []),
      ...Object.entries(partOf(operation.responses) ?? {}).flatMap(([status, value]) => {
        const answer = resolved(root, value) ?? {};
        return contentsOf(answer, `Answer ${status}`, textOf(answer.description));
      }),
    ],
  };
}

function parameterOf(parameter: Part): DescribedPart {
  const place = textOf(parameter.in) ?? '';
  return {
    title: place === 'body' ? 'Request' : `${textOf(parameter.name) ?? ''} (${place}${parameter.required === true ? ', required' : ''})`,
    note: textOf(parameter.description),
    schema: parameter.schema ?? (parameter.type === undefined ? undefined : parameter),
  };
}

/** The schemas of a request or an answer, by content type; those of Swagger 2 have one without. */
function contentsOf(body: Part, title: string, note: string | undefined): DescribedPart[] {
  const contents = Object.entries(partOf(body.content) ?? {});
  if (contents.length === 0) return [{ title, note, schema: body.schema }];
  return contents.map(([type, content]) => ({ title: `${title}, ${type}`, note, schema: partOf(content)?.schema }));
}

function channelsOf(root: Part): Described[] {
  const ofOperations = Object.entries(partOf(root.operations) ?? {}).flatMap(([key, value]) => {
    const operation = resolved(root, value) ?? {};
    const channel = resolved(root, operation.channel) ?? {};
    const messages = listOf(operation.messages).length > 0 ? listOf(operation.messages) : Object.values(partOf(channel.messages) ?? {});
    return [described(root, key, (textOf(operation.action) ?? '').toUpperCase(), textOf(channel.address) ?? key, operation, messages)];
  });
  // AsyncAPI 2 has operations inside its channels; a document of 3 may have channels only.
  const ofChannels = Object.entries(partOf(root.channels) ?? {}).flatMap(([name, value]) => {
    const channel = resolved(root, value) ?? {};
    const inside = ['publish', 'subscribe'].flatMap((action) => {
      const operation = partOf(channel[action]);
      return operation ? [described(root, `${action} ${name}`, action.toUpperCase(), name, operation, messagesOf(operation))] : [];
    });
    if (inside.length > 0 || ofOperations.length > 0) return inside;
    const address = textOf(channel.address) ?? name;
    return [described(root, name, 'CHANNEL', address, channel, Object.values(partOf(channel.messages) ?? {}))];
  });
  return [...ofOperations, ...ofChannels];
}

function messagesOf(operation: Part): readonly unknown[] {
  const choices = listOf(partOf(operation.message)?.oneOf);
  return choices.length > 0 ? choices : operation.message === undefined ? [] : [operation.message];
}

function described(root: Part, key: string, action: string, title: string, part: Part, messages: readonly unknown[]): Described {
  return {
    key,
    action,
    title,
    summary: textOf(part.summary),
    description: textOf(part.description),
    deprecated: false,
    parts: messages.map((one) => {
      const message = resolved(root, one) ?? {};
      const name = textOf(message.title) ?? textOf(message.name) ?? 'Message';
      return { title: name, note: textOf(message.summary) ?? textOf(message.description), schema: message.payload };
    }),
  };
}
