const times = (count: number, part: (index: number) => string) => Array.from({ length: count }, (_, index) => part(index)).join(' ');

const mebibytes = 1024 * 1024;

interface HostileDocument {
  readonly document: string;
  readonly refusal: RegExp;
  /** Within the limits: refused by GraphQL's own rules, which are looked at once the caller is known. */
  readonly byRules?: boolean;
}

/** Documents that cost more to answer than to send, each with the reason it is refused for. */
export const hostileDocuments: Readonly<Record<string, HostileDocument>> = {
  '1,000 aliases of an operation': { document: `{ ${times(1000, (n) => `a${n}: viewer { id }`)} }`, refusal: /4000 tokens/ },
  '1,000 aliases of a field': { document: `{ application(id: "a") { ${times(1000, (n) => `a${n}: id`)} } }`, refusal: /Aliases limit/ },
  '1,000 aliases in a fragment': {
    document: `{ application(id: "a") { ...f } } fragment f on Application { ${times(1000, (n) => `a${n}: id`)} }`,
    refusal: /Aliases limit/,
  },
  'one field 3,900 times': {
    document: `{ application(id: "a") { ${times(3900, () => 'id')} } }`,
    refusal: /selects the same fields/,
  },
  'fields repeated in repeated fields': {
    document: `{ application(id: "a") { ${times(60, () => `webhooks { ${times(60, () => 'id')} }`)} } }`,
    refusal: /selects the same fields/,
  },
  '300 directives': { document: `{ viewer { id ${times(300, () => '@skip(if: false)')} } }`, refusal: /Directives limit/ },
  '1,000 levels of fields': { document: `{ ${'a { '.repeat(1000)} a ${'}'.repeat(1000)} }`, refusal: /nested deeper than 40/ },
  'brackets without end': { document: `{ application(id: ${'['.repeat(100_000)}`, refusal: /nested too deeply|4000 tokens/ },
  'braces without end': { document: '{ a '.repeat(100_000), refusal: /nested too deeply|4000 tokens/ },
  'a fragment in itself, behind another': {
    document: `{ viewer { ...a } } fragment a on Viewer { ...b } fragment b on Viewer { ...a ${times(40, () => '...b')} }`,
    refusal: /Cannot spread fragment/,
    byRules: true,
  },
  'fragments that double one another 40 times': {
    document: `{ application(id: "a") { ...f0 } } ${times(40, (n) => `fragment f${n} on Application { ...f${n + 1} ...f${n + 1} }`)} fragment f40 on Application { id }`,
    refusal: /too often/,
  },
  '300 fragments': {
    document: `{ application(id: "a") { ${times(300, (n) => `...f${n}`)} } } ${times(300, (n) => `fragment f${n} on Application { id }`)}`,
    refusal: /operations and fragments/,
  },
  '500 operations': { document: times(500, (n) => `query q${n} { viewer { id } }`), refusal: /operations and fragments/ },
  '300,000 tokens': { document: `{ ${'viewer { id } '.repeat(75_000)} }`, refusal: /4000 tokens/ },
  '900,000 empty parentheses': { document: `{ a${'()'.repeat(900_000)} }`, refusal: /Syntax Error/ },
  'a value of 500 levels': {
    document: `mutation { setApplicationLabel(applicationID: "a", key: "k", value: ${'['.repeat(500)}${']'.repeat(500)}) { key } }`,
    refusal: /nested deeper than 40/,
  },
  'an object of 500 levels': {
    document: `mutation { setApplicationLabel(applicationID: "a", key: "k", value: ${'{a:'.repeat(500)}1${'}'.repeat(500)}) { key } }`,
    refusal: /nested deeper than 40/,
  },
  'a type of 500 levels': {
    document: `query ($a: ${'['.repeat(500)}Int${']'.repeat(500)}) { viewer { id } }`,
    refusal: /nested deeper than 40/,
  },
  'a field with a name of 1 MB': { document: `{ ${'x'.repeat(mebibytes)} }`, refusal: /longer than 256/ },
  'a name of 2 MB': { document: 'x'.repeat(2 * mebibytes - 100), refusal: /Syntax Error/ },
};

const withVariables = (value: string) => `{"query":"query ($a: Any) { viewer { id } }","variables":{"a":${value}}}`;

/** Bodies that are no requests. */
export const hostileBodies = {
  '2 MB that are no JSON': '{'.repeat(2 * mebibytes),
  '2 MB of nested lists': `{"query":"{ viewer { id } }","variables":${'['.repeat(2 * mebibytes - 100)}`,
  'variables of 10,000 levels': withVariables(`[${'['.repeat(10_000)}${']'.repeat(10_000)}]`),
  'variables of 10,000 objects in one another': withVariables(`${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`),
  'a list of 20,000 filters': withVariables(`[${Array.from({ length: 20_000 }, () => '{"key":"a"}').join()}]`),
  'an object of 20,000 fields': withVariables(`{${Array.from({ length: 20_000 }, (_, index) => `"f${index}":1`).join()}}`),
  'lists of 300,000 values': withVariables(`[${Array.from({ length: 100 }, () => `[${'0,'.repeat(2999)}0]`).join()}]`),
  'a list of 10,000 operations': `[${Array.from({ length: 10_000 }, () => '{"query":"{ viewer { id } }"}').join()}]`,
  'more than 2 MB': `{"query":"${'x'.repeat(2 * mebibytes)}"}`,
} as const;
