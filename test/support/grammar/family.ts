import { type Derivation, derivation, type Surroundings } from './derivation.ts';
import type { Grammar, Part } from './notation.ts';

/** A way in which sentences of a grammar grow, with marks where a vocabulary chooses the words. */
export interface Growth {
  /** The rule that repeats or nests. */
  readonly rule: string;
  /** The plainest sentence around the growing part. */
  readonly frame: Surroundings;
  /** The text that comes again and again: on the way in, and for nesting also on the way out. */
  readonly unit: Surroundings;
  /** The innermost part; empty for what repeats. */
  readonly core: string;
  /** The text that comes again and again within each unit, between its `before` and `after`. */
  readonly inner?: string;
}

/**
 * Every way in which a sentence of the grammar grows: each repeated part with each form of what it repeats, each repeated part in each
 * other, and each rule that leads to itself, around every such way.
 */
export function growthsOf(grammar: Grammar): Growth[] {
  const from = derivation(grammar);
  const [root] = grammar.keys();
  const start = from.partOf(root ?? '');
  const parts = from.reachable(start);
  const grown = parts.flatMap((part) => {
    if (part.kind === 'repeated') return [...repetitions(from, start, part), ...squares(from, start, part)];
    return part.kind === 'rule' ? nestings(from, start, part) : [];
  });
  return [...new Map(grown.map((one) => [JSON.stringify(one), one])).values()];
}

type Repeated = Extract<Part, { kind: 'repeated' }>;
type Reference = Extract<Part, { kind: 'rule' }>;

function repetitions(from: Derivation, start: Part, spot: Repeated): Growth[] {
  const forms = from.reachable(spot.part, 2).map((part) => formWith(from, spot.part, part) + from.between(spot));
  return framesOf(from, start, spot).flatMap((frame) =>
    forms.map((unit) => ({ rule: from.ruleOf(spot), frame, unit: { before: unit, after: '' }, core: '' })),
  );
}

/** The plainest sentence around a part for each rule that uses the part's own. */
function framesOf(from: Derivation, start: Part, spot: Part): Surroundings[] {
  const home = from.partOf(from.ruleOf(spot));
  const users = home === start ? [start] : from.reachable(start).filter((part) => part.kind === 'rule' && from.partOf(part.name) === home);
  return users.flatMap((user) => {
    const outer = user === start ? { before: '', after: '' } : from.around(start, user);
    const inner = user === spot ? { before: '', after: '' } : from.around(user, spot);
    return outer && inner ? [{ before: outer.before + inner.before, after: inner.after + outer.after }] : [];
  });
}

/** The plainest text of `whole` that has `part` in it, also where `part` may be absent. */
function formWith(from: Derivation, whole: Part, part: Part): string {
  const content = part.kind === 'optional' ? part.part : part;
  if (whole === content) return from.plainest(whole);
  const { before, after } = from.around(whole, content) ?? { before: '', after: '' };
  return before + from.plainest(content) + after;
}

function squares(from: Derivation, start: Part, spot: Repeated): Growth[] {
  const frame = from.around(start, spot);
  return from.reachable(spot.part).flatMap((inside) => {
    const unit = inside.kind === 'repeated' ? from.around(spot.part, inside) : undefined;
    if (!frame || !unit || inside.kind !== 'repeated') return [];
    return from.reachable(inside.part, 1).map((part) => ({
      rule: from.ruleOf(spot),
      frame,
      unit,
      core: '',
      inner: formWith(from, inside.part, part) + from.between(inside),
    }));
  });
}

function nestings(from: Derivation, start: Part, spot: Reference): Growth[] {
  const whole = from.partOf(spot.name);
  const unit = from.around(whole, spot);
  return unit ? framesOf(from, start, whole).map((frame) => ({ rule: from.ruleOf(spot), frame, unit, core: from.plainest(whole) })) : [];
}
