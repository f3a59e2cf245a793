import type { Text } from "../../base/index.ts";
import { cellsOf, cutsOf, inRanges } from "../claims/region.ts";
import type { Formula, Variable } from "../logic/formula.ts";
import type { Range } from "../logic/ordinary.ts";
import { valueAt } from "../logic/space.ts";
import { isWithin, makeBands } from "./bands.ts";
import type { Band } from "./bands.ts";
import { findingOf, nameOf, withSomebody } from "./finding-of.ts";
import type { Shows } from "./finding-of.ts";
import type { FindingKind, RuleFinding } from "./finding.ts";
import type { DecisionStatements } from "./rule-statements.ts";
import type { Shop } from "./shop.ts";

/** Outcomes that give something: between two bands of them nobody is meant to be left out. */
const giving: ReadonlySet<string> = new Set(["tier", "price", "enrol", "invite"]);
/** So many pairs of bands are looked at in one decision. */
const pairsMax = 20_000;
/** So many findings of a decision are told. */
const findingsMax = 50;

/**
 * Rules that differ by bands of one numeric fact: two bands of different outcomes that overlap, neither lying within the
 * other, and holes between neighbours in which no rule decides. Of each the exact interval, and an ordinary applicant. Rules
 * that never decide are left out.
 */
export function tiersIn(shop: Shop, statements: readonly DecisionStatements[], dead: ReadonlySet<string>): readonly RuleFinding[] {
  const found = new Map<string, RuleFinding>();
  let unknown = false;
  const bandsAt = makeBands(shop.space);
  for (const each of statements) {
    if (each.decision === "monitoring" || each.decision === "closure") continue;
    const bands = bandsAt(each).filter(({ rule }) => !dead.has(nameOf(each, rule.row)));
    for (const suspect of suspectsIn(shop, each, bands)) {
      if (found.size >= findingsMax) break;
      const ranges = rangesOf(shop, suspect);
      unknown ||= ranges === undefined;
      if (ranges === undefined || ranges.length === 0) continue;
      const key = JSON.stringify([suspect.kind, suspect.lower.rule.row.rule, suspect.upper.rule.row.rule, ranges]);
      const before = found.get(key);
      found.set(key, before === undefined ? told(shop, each, suspect, ranges) : { ...before, moments: [...before.moments, each.moment] });
    }
  }
  const [first] = statements;
  const open = { en: "undecided within the budget: whether tiers overlap or leave holes", zh: "预算内无法判定：各档位是否重叠或留有空档" };
  return [...found.values(), ...(unknown && first !== undefined ? [findingOf(shop, [first], { kind: "unknown", moments: [], message: open })] : [])];
}

/** Two bands, and who would be told. */
interface Suspect {
  readonly kind: FindingKind & ("tiers-overlap" | "tier-hole");
  readonly lower: Band;
  readonly upper: Band;
  /** Within it the question is asked. */
  readonly range: Range;
  readonly question: Formula;
}

function suspectsIn({ space: { formulas } }: Shop, each: DecisionStatements, all: readonly Band[]): readonly Suspect[] {
  const found: Suspect[] = [];
  let pairs = 0;
  for (const bands of byVariable(all).values()) {
    for (const [index, upper] of bands.entries()) {
      for (const lower of bands.slice(0, index)) {
        pairs += 1;
        if (pairs > pairsMax) return found;
        if (!compete(each, lower, upper)) continue;
        const [from, to] = [Math.max(lower.range.from, upper.range.from), Math.min(lower.range.to, upper.range.to)];
        if (from <= to) {
          if (!overlaps(lower, upper)) continue;
          const [first, second] = lower.rank < upper.rank ? [lower.rule, upper.rule] : [upper.rule, lower.rule];
          found.push({ kind: "tiers-overlap", lower, upper, range: { from, to }, question: formulas.all([first.speaks, second.fires]) });
        } else if (to + 1 < from && leavesHole(each, lower, upper, bands)) {
          found.push({ kind: "tier-hole", lower, upper, range: { from: to + 1, to: from - 1 }, question: formulas.all([...lower.rest, ...upper.rest, each.model.silent]) });
        }
      }
    }
  }
  return found;
}

/** The bands of each fact, from the lowest up. */
function byVariable(bands: readonly Band[]): ReadonlyMap<Variable, readonly Band[]> {
  const found = new Map<Variable, Band[]>();
  for (const band of bands.toSorted((a, b) => a.range.from - b.range.from || a.range.to - b.range.to)) {
    const met = found.get(band.variable);
    if (met === undefined) found.set(band.variable, [band]);
    else met.push(band);
  }
  return found;
}

/** Whether they are tiers of one ladder: of one type, the one asking nothing beside its band that the other does not ask. */
function compete({ decision }: DecisionStatements, lower: Band, upper: Band): boolean {
  const [a, b] = [lower.rule.row, upper.rule.row];
  const alike = a.event.type === b.event.type;
  if (!alike && decision === "limit") return false;
  const equal = lower.rest.length === upper.rest.length && isWithin(lower, upper);
  return equal || (alike && (isWithin(lower, upper) || isWithin(upper, lower)));
}

/** They say different things, and neither band lies within the other: a narrow one before a wide one is a ladder. */
function overlaps(lower: Band, upper: Band): boolean {
  return lower.rule.row.saying !== upper.rule.row.saying && lower.range.from < upper.range.from && lower.range.to < upper.range.to;
}

/** They give something, what stands in for them does not, and no other tier begins between them. */
function leavesHole({ model }: DecisionStatements, lower: Band, upper: Band, bands: readonly Band[]): boolean {
  const { type } = lower.rule.row.event;
  if (type !== upper.rule.row.event.type || !giving.has(type) || model.rows.otherwise?.event.type === type) return false;
  const isBetween = (band: Band): boolean => band !== lower && band !== upper && band.rule.row.event.type === type && (isWithin(band, lower) || isWithin(band, upper)) && band.range.to > lower.range.to && band.range.from < upper.range.from;
  return !bands.some(isBetween);
}

/** Where within the range somebody is meant by the question; undefined where that is not known. */
function rangesOf({ space, exists }: Shop, { question, range, lower: { variable } }: Suspect): readonly Range[] | undefined {
  const { formulas } = space;
  const cells = cellsOf(variable, cutsOf(space, [question]).get(variable) ?? []).flatMap(({ from, to }): Range[] => {
    const cell = { from: Math.max(from, range.from), to: Math.min(to, range.to) };
    return cell.from > cell.to ? [] : [cell];
  });
  const found: Range[] = [];
  for (const cell of cells) {
    const somebody = exists(formulas.all([question, inRanges(space, variable, [cell])]));
    if (somebody === undefined) return undefined;
    const last = found.at(-1);
    if (!somebody) continue;
    if (last !== undefined && last.to + 1 === cell.from) found[found.length - 1] = { from: last.from, to: cell.to };
    else found.push(cell);
  }
  return found;
}

function told(shop: Shop, each: DecisionStatements, suspect: Suspect, ranges: readonly Range[]): RuleFinding {
  const { formulas } = shop.space;
  const { kind, lower, upper, question } = suspect;
  const { variable } = lower;
  const [low, high] = [nameOf(each, lower.rule.row), nameOf(each, upper.rule.row)];
  const shownRanges = ranges.map(({ from, to }) => ({ from: valueAt(variable, from), to: valueAt(variable, to) }));
  const message = kind === "tier-hole" ? holeText(each, { low, high, fact: variable.name }, shownRanges) : overlapText(each, suspect, { low, high }, shownRanges);
  // An overlap is told at the rule that does not get its way there, a hole at the tier above it.
  const row = kind === "tier-hole" || lower.rank < upper.rank ? upper.rule.row : lower.rule.row;
  const whole = formulas.all([question, inRanges(shop.space, variable, ranges)]);
  const finding = findingOf(shop, [each], { kind, moments: [each.moment], row, others: [row === upper.rule.row ? low : high], message });
  const shows: Shows = ({ fired, because }) => (kind === "tier-hole" ? because.length === 0 : fired.includes(low) && fired.includes(high));
  return withSomebody(shop, each, { ...finding, band: { fact: variable.name, ranges: shownRanges } }, whole, shows);
}

type Shown = readonly { readonly from: number; readonly to: number }[];

function rangeText(ranges: Shown): Text {
  const say = (to: string, and: string): string => ranges.map(({ from, to: end }) => (from === end ? `${from}` : `${from}${to}${end}`)).join(and);
  return { en: say(" to ", " and "), zh: say("–", "、") };
}

function holeText({ model }: DecisionStatements, { low, high, fact }: { readonly low: string; readonly high: string; readonly fact: string }, ranges: Shown): Text {
  const range = rangeText(ranges);
  const says = model.rows.otherwise?.event.type ?? "no-action";
  return {
    en: `no tier applies with \`${fact}\` from ${range.en}: \`${low}\` ends below, \`${high}\` begins above, and \`otherwise\` says \`${says}\``,
    zh: `\`${fact}\` 为 ${range.zh} 时不属于任何档位：\`${low}\` 止于其下，\`${high}\` 始于其上，由 \`otherwise\` 给出 \`${says}\``,
  };
}

function overlapText({ model }: DecisionStatements, { lower, upper }: Suspect, { low, high }: { readonly low: string; readonly high: string }, ranges: Shown): Text {
  const range = rangeText(ranges);
  const { type } = upper.rule.row.event;
  const combiner = lower.rule.row.event.type === type ? model.rows.combiner(type) : "first";
  const first = lower.rank < upper.rank ? low : high;
  const ends: Text =
    combiner === "min"
      ? { en: "the lower one counts", zh: "取较低者" }
      : combiner === "max"
        ? { en: "the higher one counts", zh: "取较高者" }
        : combiner === "unique"
          ? { en: "only one may match", zh: "只允许一条命中" }
          : { en: `\`${first}\` goes first`, zh: `以 \`${first}\` 优先` };
  return {
    en: `\`${low}\` and \`${high}\` overlap: with \`${lower.variable.name}\` from ${range.en} both match, with different outcomes; ${ends.en}`,
    zh: `\`${low}\` 与 \`${high}\` 重叠：\`${lower.variable.name}\` 为 ${range.zh} 时两者都命中且结果不同；${ends.zh}`,
  };
}
