import { displayWidth, wilson, type Text } from "../base/index.ts";
import { changeParts, paramText, valueText, type AmountChange, type DecidedTwice, type DecisionName, type MomentEffect, type Policy, type PolicyChange } from "../policy/index.ts";
import { traceRules, type TraceRule } from "./explain.ts";
import type { TextOptions } from "./text/options.ts";
import { penOf, type Pen } from "./text/pen.ts";
import { padTo } from "./text/pad.ts";
import { table, type Column } from "./text/table.ts";

/** The difference between two policies: what was changed, and what it does. */
export interface PolicyDifference {
  readonly before: string;
  readonly after: string;
  readonly changes: readonly PolicyChange[];
  /** Who was put to both, and what varies. */
  readonly population: Text;
  readonly effects: readonly MomentEffect[];
  /** By decision and moment: the names of the situations, the typical one first. */
  readonly situations: Readonly<Record<string, readonly (string | null)[]>>;
  /** Of the customers shown (`decision/moment/customer`): every rule before and after, as json-rules-engine judged it. */
  readonly traces: ReadonlyMap<string, readonly [readonly TraceRule[], readonly TraceRule[]]>;
  /** For the words of facts and parameters. */
  readonly vocabulary: Pick<Policy, "dictionary" | "parameters">;
}

const words = {
  same: { en: "the two policies are the same", zh: "两项政策相同" },
  structure: { en: "What was changed", zh: "改动内容" },
  effect: { en: "What it does", zh: "影响" },
  noEffect: { en: "no customer is decided differently at any moment: the change has no effect on these customers", zh: "在任何时点都没有客户得到不同的决策：该改动对这些客户没有影响" },
  noneDifferent: { en: "no customer is decided differently", zh: "没有客户得到不同的决策" },
  wording: { en: "worded otherwise", zh: "措辞有改动" },
  decision: { en: "decision", zh: "决策" },
  moment: { en: "moment", zh: "时点" },
  differing: { en: "decided differently", zh: "决策不同" },
  swapIn: { en: "swap-in", zh: "换入" },
  swapOut: { en: "swap-out", zh: "换出" },
  otherRules: { en: "other rules", zh: "规则不同" },
  legend: {
    en: "Decided differently: customers, in at least one situation, with a 95% interval. Swap-in, swap-out: approved after and not before, and the other way round. Other rules: cases with the same outcome by other rules.",
    zh: "决策不同：至少在一种情形下不同的客户，附 95% 区间。换入、换出：改动后获批而此前未获批，以及相反。规则不同：结果相同但由其他规则决定的案例数。",
  },
  before: { en: "before", zh: "此前" },
  after: { en: "after", zh: "此后" },
  because: { en: "by", zh: "依据" },
  facts: { en: "facts", zh: "事实" },
  customer: { en: "customer", zh: "客户" },
  raised: { en: "raised", zh: "上调" },
  lowered: { en: "lowered", zh: "下调" },
  unchanged: { en: "unchanged", zh: "不变" },
  median: { en: "median", zh: "中位数" },
  mean: { en: "mean", zh: "均值" },
  range: { en: "10%-90%", zh: "10%–90%" },
  cases: { en: "cases", zh: "个案例" },
} as const satisfies Record<string, Text>;

const partWords: Readonly<Record<(typeof changeParts)[number], Text>> = {
  policy: { en: "policy", zh: "政策" },
  parameters: { en: "parameters", zh: "参数" },
  derived: { en: "derived facts", zh: "派生事实" },
  arrangements: { en: "arrangements", zh: "资金安排" },
  procedures: { en: "procedures", zh: "流程" },
  scorecard: { en: "scorecard", zh: "评分卡" },
  enrolment: { en: "enrolment", zh: "开通" },
  limit: { en: "limit", zh: "额度" },
  pricing: { en: "pricing", zh: "定价" },
  closure: { en: "closure", zh: "关闭" },
  monitoring: { en: "monitoring", zh: "监测" },
};

/** What was changed, part by part; what it does, moment by moment; three customers with both outcomes where it does most. */
export function policyDiff(difference: PolicyDifference, options: TextOptions): string {
  const pen = penOf(options);
  const head = pen.look("bold", pen.own(`${difference.before} → ${difference.after}`));
  const differing = difference.effects.filter((effect) => effect.differing > 0);
  const structure = difference.changes.length === 0 ? [pen.say(words.same)] : ["", pen.look("bold", pen.say(words.structure)), ...changeLines(difference.changes, pen)];
  const population = pen.paragraph(pen.say(difference.population), "  ");
  const effect = [
    "",
    pen.look("bold", pen.say(words.effect)),
    ...population,
    ...(differing.length === 0 ? ["", pen.look("yellow", pen.say(difference.changes.length === 0 ? words.noneDifferent : words.noEffect))] : effectLines(difference, pen)),
  ];
  return `${[head, ...structure, ...effect].join("\n")}\n`;
}

function changeLines(changes: readonly PolicyChange[], pen: Pen): readonly string[] {
  return changeParts.flatMap((part) => {
    const inside = changes.filter((change) => change.part === part);
    if (inside.length === 0) return [];
    const names = [...new Set(inside.map(({ name }) => name))];
    return [`  ${pen.say(partWords[part])}`, ...names.flatMap((name) => thingLines(inside.filter((change) => change.name === name), pen))];
  });
}

/** One thing that changed: its name, each change, and in one line what is only worded otherwise. */
function thingLines(changes: readonly PolicyChange[], pen: Pen): readonly string[] {
  const [first] = changes;
  if (first === undefined) return [];
  const title = first.title === undefined ? "" : `  ${pen.look("dim", pen.say(first.title))}`;
  const real = changes.filter(({ kind }) => kind !== "wording");
  const worded = [...new Set(changes.flatMap(({ path, kind }) => (kind === "wording" ? [path?.replace(/\..*$/u, "") ?? first.name] : [])))];
  return [
    `    ${pen.look("cyan", pen.own(first.name))}${title}`,
    ...real.flatMap(({ text }) => pen.paragraph(pen.say(text), "      ")),
    ...(worded.length === 0 ? [] : [`      ${pen.look("dim", `${pen.say(words.wording)}: ${pen.own(worded.join(", "))}`)}`]),
  ];
}

function effectLines(difference: PolicyDifference, pen: Pen): readonly string[] {
  const keys = ["decision", "moment", "differing", "swapIn", "swapOut", "otherRules"] as const;
  const columns = keys.map((key, at): Column => ({ title: pen.say(words[key]), align: at < 2 ? "left" : "right" }));
  const rows = difference.effects.map((effect) => ({
    cells: [
      { text: pen.say(partWords[effect.decision]) },
      { text: effect.moment },
      { text: shareText(effect), ...(effect.differing > 0 ? { look: "yellow" as const } : {}) },
      { text: effect.swapIn === undefined ? "-" : String(effect.swapIn) },
      { text: effect.swapOut === undefined ? "-" : String(effect.swapOut) },
      { text: String(effect.otherRules) },
    ],
  }));
  const details = difference.effects.filter((effect) => effect.differing > 0).flatMap((effect) => ["", ...detailLines(effect, difference, pen)]);
  return ["", ...table(pen, columns, rows), ...pen.paragraph(pen.say(words.legend)), ...details];
}

function shareText({ differing, customers }: MomentEffect): string {
  const bounds = wilson(differing, customers);
  const percent = (share: number): string => (share * 100).toFixed(1);
  const interval = bounds === null || differing === 0 ? "" : ` [${percent(bounds.low)}, ${percent(bounds.high)}]`;
  return `${differing}/${customers} ${customers === 0 ? "" : `${percent(differing / customers)}%`}${interval}`;
}

const movesMax = 6;

function detailLines(effect: MomentEffect, difference: PolicyDifference, pen: Pen): readonly string[] {
  const moves = effect.moves.slice(0, movesMax).map(({ from, to, cases }) => `  ${cases} ${pen.say(words.cases)}  ${pen.own(from)} → ${pen.own(to)}`);
  const left = effect.moves.length - movesMax;
  return [
    `${pen.look("cyan", `${pen.say(partWords[effect.decision])} @ ${effect.moment}`)}`,
    ...moves.map((line) => pen.own(line)),
    ...(left > 0 ? [`  +${left}`] : []),
    ...effect.amounts.flatMap((amount) => [...pen.paragraph(amountText(amount, effect.decision, difference, pen), "  "), ...stepLines(amount, effect.decision, difference, pen)]),
    ...effect.shown.flatMap((one) => customerLines(one, effect, difference, pen)),
  ];
}

/** A change of an amount with its sign, in its unit. */
function signer({ param }: AmountChange, decision: DecisionName, { vocabulary }: PolicyDifference, pen: Pen): (value: number) => string {
  const bare = param.replace(/^.*\./u, "");
  const type = param.includes(".") ? param.replace(/\..*$/u, "") : decision === "limit" ? "grant" : "price";
  return (value) => {
    const rounded = Math.round(value * 100) / 100;
    return `${rounded > 0 ? "+" : ""}${pen.say(paramText({ decision, type, param: bare }, rounded, vocabulary))}`;
  };
}

const barMax = 40;

/** How the changes are spread, a bar a step; one step says nothing beyond the line above. */
function stepLines(amount: AmountChange, decision: DecisionName, difference: PolicyDifference, pen: Pen): readonly string[] {
  if (amount.steps.length < 2) return [];
  const signed = signer(amount, decision, difference, pen);
  const most = Math.max(...amount.steps.map(({ count }) => count));
  const rows = amount.steps.map(({ from, to, count }) => ({ name: from === to ? signed(from) : `${signed(from)} … ${signed(to)}`, count }));
  const width = Math.max(...rows.map(({ name }) => displayWidth(name)));
  return rows.map(({ name, count }) => `    ${padTo(pen.own(name), width)}  ${(pen.ascii ? "#" : "▇").repeat(count === 0 ? 0 : Math.max(1, Math.round((count / most) * barMax)))} ${count}`);
}

/** The distribution of what changed: how many up and down, and by how much. */
function amountText(amount: AmountChange, decision: DecisionName, difference: PolicyDifference, pen: Pen): string {
  const signed = signer(amount, decision, difference, pen);
  const { raised, lowered, unchanged, mean, tenth, median, ninetieth } = amount;
  const counts = `${raised} ${pen.say(words.raised)}, ${lowered} ${pen.say(words.lowered)}, ${unchanged} ${pen.say(words.unchanged)}`;
  return `${amount.param}: ${counts}; ${pen.say(words.median)} ${signed(median)}, ${pen.say(words.mean)} ${signed(mean)}, ${pen.say(words.range)} ${signed(tenth)} … ${signed(ninetieth)}`;
}

function customerLines(one: DecidedTwice, effect: MomentEffect, difference: PolicyDifference, pen: Pen): readonly string[] {
  const { situations, vocabulary } = difference;
  const example = situations[`${effect.decision}/${effect.moment}`]?.[one.situation];
  const where = typeof example === "string" ? pen.say({ en: `, in the situation of "${example}"`, zh: `，情形同示例“${example}”` }) : "";
  const outcome = ({ type, params, because }: DecidedTwice["before"]): string => {
    const told = Object.entries(params).map(([param, value]) => {
      const [bare, kind] = [param.replace(/^.*\./u, ""), param.includes(".") ? param.replace(/\..*$/u, "") : type];
      return `${bare} ${pen.say(paramText({ decision: effect.decision, type: kind, param: bare }, value, vocabulary))}`;
    });
    const by = because.length === 0 ? "" : `, ${pen.say(words.because)} ${because.map((rule) => pen.own(rule)).join(", ")}`;
    return `${type}${told.length === 0 ? "" : ` (${pen.own(told.join(", "))})`}${by}`;
  };
  const facts = Object.entries(one.facts).map(([name, value]) => {
    const definition = vocabulary.dictionary.facts.get(name);
    const unit = definition !== undefined && "unit" in definition ? definition.unit : undefined;
    return `${definition === undefined ? name : pen.say(definition.title)} ${pen.say(valueText(value, unit))}`;
  });
  const [before = [], after = []] = tracesOf(one, effect, difference);
  const traced = (rules: readonly TraceRule[], { because }: DecidedTwice["before"]): readonly string[] => traceRules(rules, because, pen).filter((line) => line !== "").map((line) => `      ${line}`);
  return [
    `  ${pen.say(words.customer)} ${one.customer}${where}`,
    ...pen.paragraph(`${pen.say(words.before)}: ${outcome(one.before)}`, "    "),
    ...traced(before, one.before),
    ...pen.paragraph(`${pen.say(words.after)}: ${outcome(one.after)}`, "    "),
    ...traced(after, one.after),
    ...(facts.length === 0 ? [] : pen.paragraph(`${pen.say(words.facts)}: ${pen.own(facts.join(", "))}`, "    ")),
  ];
}

/** The rules that decided on either side, and those that matched on one side alone: before, and after. */
function tracesOf(one: DecidedTwice, effect: MomentEffect, { traces }: PolicyDifference): readonly (readonly TraceRule[])[] {
  const both = traces.get(`${effect.decision}/${effect.moment}/${one.customer}`);
  if (both === undefined) return [];
  const fired = both.map((rules) => new Set(rules.flatMap(({ name, fired: matched }) => (matched ? [name] : []))));
  const decided = new Set([...one.before.because, ...one.after.because]);
  const isInQuestion = (name: string): boolean => decided.has(name) || fired[0]?.has(name) !== fired[1]?.has(name);
  return both.map((rules) => rules.filter(({ name }) => isInQuestion(name)));
}
