import { type Surroundings, wordMarks } from './derivation.ts';
import type { Growth } from './family.ts';
import type { Vocabulary, Wording } from './vocabulary.ts';

/** The ends of a text: as the grammar has it, behind the last repetition, or there with a character that no token begins with. */
export const endings = ['whole', 'cut', 'stray'] as const;
export type Ending = (typeof endings)[number];

export interface Writing {
  readonly vocabulary: Vocabulary;
  readonly wording: Wording;
  readonly ending: Ending;
}

/** A text that grows in one way, with about so many characters, and at most `most` repetitions. */
export function grownText(growth: Growth, size: number, writing: Writing, most = Number.POSITIVE_INFINITY): string {
  const writer = writerOf(writing);
  const { frame, core } = growth;
  const around = writer(frame.before, 0).length + frame.after.length + core.length;
  const { unit, count } = fullUnit(growth, size - around, most, writer);
  const opened = writer(frame.before, 0);
  const level = levelIn(opened);
  const [goingIn, inside] = repeatedText(unit.before, count, level, writer);
  const inner = core === '' ? '' : writer(core, count, inside);
  const goingOut = unit.after === '' ? '' : repeatedText(unit.after, count, inside, writer)[0];
  const grown = `${opened}${goingIn}${inner}`;
  if (writing.ending !== 'whole') return writing.ending === 'cut' ? grown : `${grown}\u0000`;
  return `${grown}${goingOut}${writer(frame.after, 0, level)}`;
}

type Writer = (template: string, index: number, level?: number) => string;

const writerOf =
  ({ vocabulary, wording }: Writing): Writer =>
  (template, index, level = 0) => {
    let here = level;
    let from = 0;
    return template.replaceAll(wordMarks, (_, word: string, at: number) => {
      here += levelIn(template.slice(from, at));
      from = at;
      return vocabulary(word, { level: Math.max(here, 1), index }, wording);
    });
  };

/** Braces that are open at the end of a text. */
function levelIn(text: string): number {
  let level = 0;
  for (const character of text) level += character === '{' ? 1 : character === '}' ? -1 : 0;
  return level;
}

/** The unit that is repeated, and how often it fits; a unit with something repeated in it takes half of the logarithm of the size. */
function fullUnit({ unit, inner }: Growth, room: number, most: number, write: Writer): { unit: Surroundings; count: number } {
  const size = ({ before, after }: Surroundings): number => Math.max(1, write(before, 10).length + write(after, 10).length);
  const counted = (whole: Surroundings) => ({ unit: whole, count: Math.max(1, Math.min(most, Math.floor(room / size(whole)))) });
  if (inner === undefined) return counted(unit);
  const each = Math.max(1, Math.min(most, Math.floor(Math.sqrt(room / size({ before: inner, after: '' })))));
  return counted({ before: unit.before + inner.repeat(each) + unit.after, after: '' });
}

/** Repetitions of different words, more than the limits let through; large texts repeat these. */
const mostDifferent = 4096;

/** The text, and the level at its end. Only what differs is written anew each time. */
function repeatedText(template: string, count: number, level: number, write: Writer): [text: string, level: number] {
  const rise = levelIn(template);
  const once = write(template, 0, level);
  if (once === write(template, 7, level + 7 * rise)) return [once.repeat(count), level + count * rise];
  const different = rise === 0 ? Math.min(count, mostDifferent) : count;
  const texts = Array.from({ length: different }, (_, index) => write(template, index, level + index * rise));
  const rest = texts.slice(0, count % different);
  return [texts.join('').repeat(Math.floor(count / different)) + rest.join(''), level + count * rise];
}
