import { invalidData } from '../core/errors.ts';
import type { SpecHeader } from './bundle.ts';

/** Members of which a document has at least one, by its type. */
const members: Readonly<Record<string, readonly string[]>> = {
  OPEN_API: ['openapi', 'swagger', 'swaggerVersion'],
  ASYNC_API: ['asyncapi'],
  // CSDL in JSON, or the OpenAPI document of an OData service, which clients of the original register as its description.
  ODATA: ['$Version', 'openapi', 'swagger'],
};

/** A few words, or nothing: clients of the original register such texts in place of a document. */
const words = /^[\w .-]{0,64}$/;

/** The longest text in YAML that is parsed, in characters; of a longer one only the lines that begin with a name are read. */
const maxParsedYaml = 64 * 1024;

/** The longest text in XML whose syntax is checked, in characters. */
const maxCheckedXml = 1024 * 1024;

/** Part of a text in XML in which its first element begins, in characters. */
const beginningOfXml = 64 * 1024;

/** Throws InvalidData if a text that is given for a specification cannot be read in its format, or is of another type. */
export async function requireSpecification(inputName: string, spec: SpecHeader, data: string): Promise<void> {
  if (words.test(data)) return;
  const problem = await problemOf(data.replace(/^\uFEFF/, ''), spec);
  if (problem !== undefined) throw invalidData(inputName, { 'spec.data': problem });
}

function problemOf(text: string, { type, format }: SpecHeader): Promise<string | undefined> | string | undefined {
  if (format === 'XML') return problemOfXml(text);
  const json = objectInJson(text);
  if (format === 'JSON') return 'problem' in json ? json.problem : problemOfNames(Object.keys(json.value), type);
  // Every JSON is YAML.
  return 'value' in json ? problemOfNames(Object.keys(json.value), type) : problemOfYaml(text, type);
}

function objectInJson(text: string): { readonly value: object } | { readonly problem: string } {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { value } : { problem: 'must be a JSON object' };
  } catch (error) {
    const [where = ''] = /line \d{1,9} column \d{1,9}/.exec(String(error)) ?? [];
    return { problem: `must be JSON, as its format says${where && `: ${where}`}` };
  }
}

async function problemOfYaml(text: string, type: string): Promise<string | undefined> {
  if (text.trimStart().startsWith('<')) return 'must be YAML, as its format says';
  if (text.length > maxParsedYaml) return problemOfNames(namesOfLines(text), type);
  // Few requests need the parsers, and loading them costs every cold start.
  const { namesInYaml } = await import('./specification-syntax.ts');
  const read = namesInYaml(text);
  if (read === undefined) return problemOfNames(namesOfLines(text), type);
  return 'problem' in read ? read.problem : problemOfNames(read.names, type);
}

/** The names of the outermost members, as far as their lines show them. */
const namesOfLines = (text: string): string[] => [...text.matchAll(/^["']?([\w$]{1,64})["']?[ \t]{0,8}:/gm)].map(([, name = '']) => name);

async function problemOfXml(text: string): Promise<string | undefined> {
  if (!text.trimStart().startsWith('<')) return 'must be XML, as its format says';
  if (!/<([\w.-]{1,64}:)?Edmx[\s/>]/.test(text.slice(0, beginningOfXml))) return 'must be EDMX: it has no element Edmx';
  if (text.length > maxCheckedXml) return undefined;
  const { problemOfXmlSyntax } = await import('./specification-syntax.ts');
  return problemOfXmlSyntax(text);
}

function problemOfNames(names: readonly string[], type: string): string | undefined {
  const expected = members[type] ?? [];
  // An object without members stands for a document, as a few words do.
  if (names.length === 0 || expected.some((one) => names.includes(one))) return undefined;
  const other = Object.entries(members).find(([, ofOther]) => ofOther.some((one) => names.includes(one)));
  return `must be of type ${type}: it has no member ${expected.join(', ')}${other ? `; its members are those of ${other[0]}` : ''}`;
}
