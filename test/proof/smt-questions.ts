// What is asked about a large policy, in SMT-LIB, from its rule files alone: nothing of our own encoding has a part in it.
import type { Condition, Policy } from "../../src/policy/index.ts";
import type { ClaimResult, RuleFinding } from "../../src/proof/index.ts";
import { events, numericFacts, worstFirst } from "./large-policies.ts";

/** What is declared once, and the questions asked of it. */
export interface SmtSheet {
  readonly prelude: string;
  readonly questions: readonly SmtQuestion[];
}

/** One question: what is asserted, and what we say. */
export interface SmtQuestion {
  readonly kind: string;
  readonly name: string;
  readonly text: string;
  readonly expected: "sat" | "unsat";
}

type Ranked = Policy["decisions"]["enrolment"]["rules"][number] & { readonly index: number };

function ranked(policy: Policy): readonly Ranked[] {
  return policy.decisions.enrolment.rules.map((rule, index) => ({ ...rule, index })).toSorted((a, b) => b.priority - a.priority || a.index - b.index);
}

const short = (fact: string): string => fact.replace("f.", "");
const nullable = new Set(numericFacts.filter((fact) => fact.nullable).map(({ name }) => name));

/** Where a condition is certainly true and where certainly false; `who` names the applicant. */
function smt(condition: Condition, who: string): readonly [string, string] {
  if ("all" in condition || "any" in condition) {
    const [parts, yes, no] = "all" in condition ? [condition.all, "and", "or"] : [condition.any, "or", "and"];
    const all = parts.map((part) => smt(part, who));
    const neutral = (operator: string): string => (operator === "and" ? "true" : "false");
    return [`(${yes} ${neutral(yes)} ${all.map(([one]) => one).join(" ")})`, `(${no} ${neutral(no)} ${all.map(([, one]) => one).join(" ")})`];
  }
  if (!("fact" in condition)) throw new Error("large policies have no other conditions");
  const { fact, operator, value } = condition;
  const other = typeof value === "object" && value !== null && "fact" in value ? String(value.fact) : undefined;
  const right = other === undefined ? String(value) : `${short(other)}${who}`;
  const there = [fact, other].flatMap((name) => (name !== undefined && nullable.has(name) ? [`${short(name)}${who}p`] : []));
  const plain: Readonly<Record<string, string>> = { lessThan: `(< ${short(fact)}${who} ${right})`, greaterThanInclusive: `(>= ${short(fact)}${who} ${right})`, notEqual: `(not (= ${short(fact)}${who} ${right}))` };
  const holds = plain[operator];
  if (holds === undefined) throw new Error(`large policies do not use ${operator}`);
  return [`(and true ${there.join(" ")} ${holds})`, `(and true ${there.join(" ")} (not ${holds}))`];
}

function declaredFacts(who: string): string {
  return numericFacts.map(({ name, min, max }) => `(declare-const ${short(name)}${who} Int)${nullable.has(name) ? `(declare-const ${short(name)}${who}p Bool)` : ""}(assert (<= ${min} ${short(name)}${who}))(assert (<= ${short(name)}${who} ${max}))`).join("\n");
}

/** By rank: Y the rule fires, N it certainly does not, L none before it fires, S what is said from it down (place of the event, 100 open, 200 none). */
function declaredRules(rules: readonly Ranked[], who: string): string {
  const declared = rules.map((_, rank) => `${bools(`Y${rank}${who}`, `N${rank}${who}`, `L${rank}${who}`)}(declare-const S${rank}${who} Int)`);
  const lines = rules.map(({ conditions, index }, rank) => {
    const [yes, no] = smt(conditions, who);
    const event = index % events.length;
    const rest = rank + 1 < rules.length ? `S${rank + 1}${who}` : "200";
    const left = rank === 0 ? "true" : `(and L${rank - 1}${who} (not Y${rank - 1}${who}))`;
    const said = `(ite Y${rank}${who} ${event} (ite N${rank}${who} ${rest} (ite (= ${rest} ${event}) ${rest} 100)))`;
    return `(assert (= Y${rank}${who} ${yes}))(assert (= N${rank}${who} ${no}))(assert (= L${rank}${who} ${left}))(assert (= S${rank}${who} ${said}))`;
  });
  return [...declared, ...lines].join("\n");
}

/** Per saying and rank: the first that fires from there down says it, and none above that one is open. */
function declaredSame(rules: readonly Ranked[]): string {
  const named = (event: number, rank: number): string => `Q${event}x${rank}`;
  const declared = events.flatMap((_, event) => rules.map((_rule, rank) => bools(named(event, rank))));
  const lines = events.flatMap((_, event) => rules.map(({ index }, rank) => {
    const below = rank + 1 < rules.length ? named(event, rank + 1) : "false";
    return `(assert (= ${named(event, rank)} ${index % events.length === event ? `(or Y${rank}_1 ${below})` : `(and N${rank}_1 ${below})`}))`;
  }));
  return [...declared, ...lines].join("\n");
}

const bools = (...names: readonly string[]): string => names.map((name) => `(declare-const ${name} Bool)`).join("");
const answer = (somebody: boolean): "sat" | "unsat" => (somebody ? "sat" : "unsat");

/** Every question that findings about the rules answer, and what they say. */
export function findingQuestions(policy: Policy, findings: readonly RuleFinding[]): SmtSheet {
  const rules = ranked(policy);
  const found = (kind: string): ReadonlySet<string | undefined> => new Set(findings.flatMap((finding) => (finding.kind === kind ? [finding.rule] : [])));
  const [impossible, shadowed, redundant] = [found("impossible"), found("shadowed"), found("redundant")];
  const about = rules.flatMap(({ name, index }, rank): readonly SmtQuestion[] => {
    const dead = impossible.has(name) || shadowed.has(name);
    const below = rank + 1 < rules.length ? `Q${index % events.length}x${rank + 1}` : undefined;
    return [
      { kind: "impossible", name, text: `(assert Y${rank}_1)`, expected: answer(!impossible.has(name)) },
      { kind: "shadowed", name, text: `(assert (and Y${rank}_1 L${rank}_1))`, expected: answer(!dead) },
      { kind: "redundant", name, text: `(assert (and Y${rank}_1 L${rank}_1 ${below === undefined ? "" : `(not ${below})`}))`, expected: answer(!dead && !redundant.has(name)) },
    ];
  });
  const places = new Map(rules.map(({ name }, rank) => [name, rank]));
  const conflicts = findings.flatMap(({ kind, rule, others: [other] }): readonly SmtQuestion[] => {
    const [a, b] = [places.get(other ?? ""), places.get(rule ?? "")];
    if (kind !== "conflict" || a === undefined || b === undefined) return [];
    return [{ kind: "conflict", name: `${other} ${rule}`, text: `(assert (and Y${a}_1 L${a}_1 Y${b}_1))`, expected: "sat" }];
  });
  const silent = rules.map((_, rank) => `N${rank}_1`);
  const gap: SmtQuestion = { kind: "gap", name: "gap", text: `(assert (and ${silent.join(" ")}))`, expected: answer(findings.some(({ kind }) => kind === "gap")) };
  const idle = new Set(findings.flatMap(({ kind, pointer }) => (kind === "idle-condition" ? [pointer] : [])));
  const conditions = rules.flatMap(({ conditions: whole, index, name }, rank) => leaves(whole, "/conditions").map(({ pointer, without }): SmtQuestion => ({
    kind: "idle-condition",
    name: `${name} ${pointer}`,
    text: `(assert (not (= Y${rank}_1 ${smt(without, "_1")[0]})))`,
    expected: answer(!(idle.has(`/rules/${index}${pointer}`) || impossible.has(name))),
  })).filter(() => !impossible.has(name)));
  return { prelude: [declaredFacts("_1"), declaredRules(rules, "_1"), declaredSame(rules)].join("\n"), questions: [...about, ...conflicts, gap, ...conditions] };
}

/** Each comparison of a list of several, and the condition without it. */
function leaves(condition: Condition, pointer: string): readonly { readonly pointer: string; readonly without: Condition }[] {
  if (!("all" in condition || "any" in condition)) return [];
  const [kind, list] = "all" in condition ? ["all", condition.all] as const : ["any", condition.any] as const;
  const rebuilt = (parts: readonly Condition[]): Condition => (kind === "all" ? { all: parts } : { any: parts });
  return list.flatMap((part, index) => {
    const at = `${pointer}/${kind}/${index}`;
    if ("fact" in part) return list.length > 1 ? [{ pointer: at, without: rebuilt(list.toSpliced(index, 1)) }] : [];
    return leaves(part, at).map((leaf) => ({ pointer: leaf.pointer, without: rebuilt(list.with(index, leaf.without)) }));
  });
}

const rank = (said: string): string => `(ite (= ${said} 0) 0 (ite (= ${said} 1) 1 (ite (= ${said} 2) 2 (- 1))))`;

/** The claims about a large policy, about one applicant and about two. */
export function claimQuestions(policy: Policy, results: readonly ClaimResult[]): readonly SmtSheet[] {
  if (worstFirst.some((type, place) => events[place]?.type !== type)) throw new Error("ranks of outcomes are their places among the events");
  const rules = ranked(policy);
  const asked = (kind: string, text: string): readonly SmtQuestion[] => results.flatMap(({ claim, verdict }) => (claim.kind === kind && verdict !== "undecided" ? [{ kind: "claim", name: claim.name, text, expected: answer(verdict === "broken") }] : []));
  const silent = rules.map((_, place) => `N${place}_1`);
  const one = [
    ...asked("never", "(assert (and (= S0_1 2) n0_1p (< n0_1 18)))"),
    ...asked("exhaustive", `(assert (and ${silent.join(" ")}))`),
  ];
  const two = [
    ...asked("monotone", `(assert (and (< n5_1 n5_2) (> ${rank("S0_1")} ${rank("S0_2")}) (>= ${rank("S0_2")} 0)))`),
    ...asked("independent", `(assert (not (= ${rank("S0_1")} ${rank("S0_2")})))`),
  ];
  const alike = numericFacts.flatMap(({ name }) => (name === "f.n5" ? [] : [`(assert (= ${short(name)}_1 ${short(name)}_2))`, ...(nullable.has(name) ? [`(assert (= ${short(name)}_1p ${short(name)}_2p))`] : [])]));
  const single = [declaredFacts("_1"), declaredRules(rules, "_1")].join("\n");
  return [
    { prelude: single, questions: one },
    { prelude: [single, declaredFacts("_2"), declaredRules(rules, "_2"), ...alike].join("\n"), questions: two },
  ];
}
