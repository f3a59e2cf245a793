// The outcome of a decision from json-rules-engine's events, written as rule-files.md §2 says it and for nothing else.
import type { Combiner, Moment, RuleEvent, RuleFile } from "../../src/policy/index.ts";

/** An event that fired, its params as values. */
export interface Fired {
  readonly name: string;
  readonly priority: number;
  /** Place in the file. */
  readonly index: number;
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** What was decided, or that rules contradict each other. */
export type Said =
  | { readonly kind: "said"; readonly types: readonly string[]; readonly params: Readonly<Record<string, unknown>>; readonly because: readonly string[]; readonly conflict: boolean }
  | { readonly kind: "contradiction" };

const contradiction: Said = { kind: "contradiction" };

export function combine(file: RuleFile, moment: Moment, events: readonly Fired[]): Said {
  const fired = events.toSorted((a, b) => b.priority - a.priority || a.index - b.index);
  switch (file.decision) {
    case "enrolment":
    case "pricing":
      return choose(file, moment, fired);
    case "limit":
      return limit(file, moment, fired);
    case "closure":
      return closure(file, moment, fired);
    case "monitoring":
      return monitoring(file, moment, fired);
  }
}

function say(types: readonly string[], params: Readonly<Record<string, unknown>>, because: readonly Fired[], conflict = false): Said {
  return { kind: "said", types, params, because: because.map((rule) => rule.name), conflict };
}

function fallback(event: RuleEvent | undefined, types: Readonly<Record<string, string>> = {}): Said {
  const type = event?.type ?? "no-action";
  return say([types[type] ?? type], event?.params ?? {}, []);
}

function ofType(fired: readonly Fired[], type: string): readonly Fired[] {
  return fired.filter((rule) => rule.type === type);
}

function choose(file: RuleFile, moment: Moment, fired: readonly Fired[]): Said {
  const [first] = fired;
  if (first === undefined) return fallback(file.otherwise[moment]);
  if (file.combine[first.type] === "unique" && ofType(fired, first.type).length > 1) return contradiction;
  return say([first.type], first.params, [first]);
}

interface Amount {
  readonly fen: number;
  readonly by: readonly Fired[];
}

function amountOf(rules: readonly Fired[], combiner: Combiner): Amount | undefined | "contradiction" {
  const [first] = rules;
  if (first === undefined) return undefined;
  const fen = (rule: Fired): number => Number(rule.params["limitFen"]);
  if (combiner === "unique" && rules.length > 1) return "contradiction";
  if (combiner === "sum") return { fen: rules.reduce((sum, rule) => sum + fen(rule), 0), by: rules };
  if (combiner !== "min" && combiner !== "max") return { fen: fen(first), by: [first] };
  const best = combiner === "min" ? Math.min(...rules.map(fen)) : Math.max(...rules.map(fen));
  return { fen: best, by: rules.filter((rule) => fen(rule) === best) };
}

function limit(file: RuleFile, moment: Moment, fired: readonly Fired[]): Said {
  const part = (type: string, otherwise: Combiner) => amountOf(ofType(fired, type), file.combine[type] ?? otherwise);
  const [tier, floor, cap] = [part("tier", "first"), part("floor", "max"), part("cap", "min")];
  if (tier === "contradiction" || floor === "contradiction" || cap === "contradiction") return contradiction;
  if (tier === undefined && floor === undefined) return fallback(file.otherwise[moment]);
  const chosen = tier?.fen ?? -Infinity;
  const raised = Math.max(chosen, floor?.fen ?? -Infinity);
  const granted = Math.min(raised, cap?.fen ?? Infinity);
  const by = [...(tier?.by ?? []), ...(raised > chosen ? (floor?.by ?? []) : []), ...(granted < raised ? (cap?.by ?? []) : [])];
  const months = by.flatMap((rule) => (rule.params["untilMonths"] === undefined ? [] : [Number(rule.params["untilMonths"])]));
  const because = fired.filter((rule) => by.includes(rule));
  return say(["grant"], { limitFen: granted, ...(months.length > 0 ? { untilMonths: Math.min(...months) } : {}) }, because);
}

function closure(file: RuleFile, moment: Moment, fired: readonly Fired[]): Said {
  if (fired.length === 0) return fallback(file.otherwise[moment], { verify: "plan", settle: "plan" });
  const group = (type: string): readonly Fired[] => {
    const rules = ofType(fired, type);
    return file.combine[type] === "set" ? rules : rules.slice(0, 1);
  };
  const twice = (type: string): boolean => file.combine[type] === "unique" && ofType(fired, type).length > 1;
  const [refused] = ofType(fired, "refuse");
  if (refused !== undefined) return twice("refuse") ? contradiction : say(["refuse"], refused.params, [refused]);
  if (twice("verify") || twice("settle")) return contradiction;
  const verify = group("verify");
  const settle = ofType(fired, "settle").slice(0, 1);
  const factors = [...new Set(verify.flatMap((rule) => rule.params["factors"] as readonly string[]))];
  const because = fired.filter((rule) => verify.includes(rule) || settle.includes(rule));
  return say(["plan"], { ...(verify.length > 0 ? { factors } : {}), ...settle[0]?.params }, because);
}

function monitoring(file: RuleFile, moment: Moment, fired: readonly Fired[]): Said {
  const partners = (type: string): readonly string[] => file.exclusive.flatMap(([a, b]) => (a === type ? [b] : b === type ? [a] : []));
  const kept: string[] = [];
  let conflict = false;
  for (const type of new Set(fired.map((rule) => rule.type))) {
    if (partners(type).some((partner) => kept.includes(partner))) conflict = true;
    else kept.push(type);
  }
  const groups = kept.map((type) => grouped(ofType(fired, type), file.combine[type] ?? "set"));
  if (groups.some((group) => group === undefined)) return contradiction;
  const by = groups.flatMap((group) => group ?? []);
  const params = Object.assign({}, ...by.toReversed().map((rule) => prefixed(rule.type, rule.params))) as Record<string, unknown>;
  if (fired.length > 0) return say(kept, params, fired.filter((rule) => by.includes(rule)), conflict);
  const event = file.otherwise[moment];
  return event === undefined || event.type === "no-action" ? say([], {}, []) : say([event.type], prefixed(event.type, event.params ?? {}), []);
}

function grouped(rules: readonly Fired[], combiner: Combiner): readonly Fired[] | undefined {
  if (combiner === "unique" && rules.length > 1) return undefined;
  if (combiner === "set") return rules;
  if (combiner !== "min" && combiner !== "max") return rules.slice(0, 1);
  const fen = (rule: Fired): number => Number(rule.params["toFen"]);
  const best = combiner === "min" ? Math.min(...rules.map(fen)) : Math.max(...rules.map(fen));
  return rules.filter((rule) => fen(rule) === best);
}

/** Monitoring's params carry their type. */
export function prefixed(type: string, params: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [`${type}.${name}`, value]));
}
