import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Texts of about this many characters that an expression nearly matches: its parts, repeated behind what leads to them. */
export function pumpedTexts(expression: string, length: number): string[] {
  const { alternatives } = new RegExpParser().parseLiteral(expression).pattern;
  const pumps = alternatives.flatMap(pumpsOf);
  return [...new Set(pumps.map((pump) => JSON.stringify(pump)))].flatMap((text) => {
    const { lead, part }: Pump = JSON.parse(text);
    const body = lead + part.repeat(Math.ceil(length / part.length));
    return [body, `${body}\u0000`];
  });
}

interface Pump {
  readonly lead: string;
  readonly part: string;
}

/** Each element of an alternative alone and with what stands before it, and the same inside of groups. */
function pumpsOf({ elements }: AST.Alternative): Pump[] {
  const samples = elements.map(sampleOf);
  return elements.flatMap((element, index) => {
    const lead = samples.slice(0, index).join('');
    const inner = alternativesOf(element)
      .flatMap(pumpsOf)
      .map((pump) => ({ ...pump, lead: lead + pump.lead }));
    const parts = [samples[index] ?? '', lead + samples[index], ...inner.map(({ lead: before, part }) => before + part)];
    return [
      ...inner,
      ...parts.flatMap((part) =>
        part === ''
          ? []
          : [
              { lead, part },
              { lead: '', part },
            ],
      ),
    ];
  });
}

function alternativesOf(element: AST.Element | AST.QuantifiableElement): readonly AST.Alternative[] {
  if (element.type === 'Quantifier') return alternativesOf(element.element);
  return element.type === 'Group' || element.type === 'CapturingGroup' || (element.type === 'Assertion' && 'alternatives' in element)
    ? element.alternatives
    : [];
}

/** A short text that the element matches; empty for what matches no character. */
function sampleOf(element: AST.Element | AST.QuantifiableElement): string {
  switch (element.type) {
    case 'Quantifier':
      return sampleOf(element.element).repeat(Math.max(element.min, 1));
    case 'Group':
    case 'CapturingGroup':
      return (element.alternatives[0]?.elements ?? []).map(sampleOf).join('');
    case 'Character':
      return String.fromCodePoint(element.value);
    case 'CharacterSet':
      return { any: 'x', digit: '0', space: ' ', word: 'a', property: 'a' }[element.kind];
    case 'CharacterClass':
      return element.negate ? outside(element) : inside(element);
    default:
      return '';
  }
}

function inside({ elements }: AST.CharacterClass): string {
  const [first] = elements;
  if (first?.type === 'CharacterClassRange') return String.fromCodePoint(first.min.value);
  return first?.type === 'Character' || first?.type === 'CharacterSet' ? sampleOf(first) : 'a';
}

const outside = (element: AST.CharacterClass): string =>
  ['a', ' ', '-', '0', '\n'].find((one) => new RegExp(element.raw).test(one)) ?? '\u0001';
