import { runInNewContext } from 'node:vm';
import { XMLValidator } from 'fast-xml-parser';
import { isMap, isScalar, parseDocument } from 'yaml';

/** Milliseconds after which a text is left unchecked: parsing must not cost more than storing. */
const maxParseMs = 250;

/** The names of the outermost members of a text in YAML, or what is wrong with it; undefined if parsing it takes too long. */
export function namesInYaml(text: string): { readonly names: readonly string[] } | { readonly problem: string } | undefined {
  return inTime(() => {
    const { contents, errors } = parseDocument(text, { strict: false, uniqueKeys: false, logLevel: 'silent' });
    const [first] = errors;
    if (first) return { problem: `must be YAML, as its format says: line ${first.linePos?.[0].line ?? 1}` };
    if (!isMap(contents)) return { problem: 'must be a mapping in YAML' };
    return { names: contents.items.map(({ key }) => String(isScalar(key) ? key.value : key)) };
  });
}

/** The problem of the syntax of a text in XML; undefined if there is none, or checking it takes too long. */
export function problemOfXmlSyntax(text: string): string | undefined {
  const checked = inTime(() => XMLValidator.validate(text));
  return checked === undefined || checked === true ? undefined : `must be well-formed XML: line ${checked.err.line}`;
}

/** Runs a parser that cannot be interrupted otherwise; undefined if it takes too long, or nests deeper than the stack. */
function inTime<T>(parse: () => T): T | undefined {
  try {
    return runInNewContext('parse()', { parse }, { timeout: maxParseMs }) as T;
  } catch {
    return undefined;
  }
}
