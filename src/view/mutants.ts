import type { Text } from "../base/index.ts";
import type { DecisionName, MutantKind } from "../policy/index.ts";
import { applicantSentence, outcomeSentence } from "./counterexample-sentence.ts";
import { percentOf } from "./coverage.ts";
import type { TextOptions } from "./text/options.ts";
import { penOf, type Pen } from "./text/pen.ts";
import { termText } from "./words.ts";
import { table, type Cell, type Column } from "./text/table.ts";

/** One edit that was tried. */
export interface TriedEdit {
  readonly rule: string;
  readonly named: boolean;
  readonly kind: MutantKind;
  readonly pointer: string;
  readonly line: number;
  readonly edit: Text;
  /** Noticed, unnoticed though somebody is decided otherwise, proved to change nobody's outcome, or not known. */
  readonly status: "killed" | "survived" | "equivalent" | "undecided";
  /** The first example that fails. */
  readonly killedBy?: string;
  /** The claim that would be broken, and for whom. */
  readonly killedByClaim?: string;
  readonly sentence?: Text;
  /** Of what survived: somebody who is decided otherwise; an example of her would notice. */
  readonly witness?: { readonly moment: string; readonly departures: Parameters<typeof applicantSentence>[0]; readonly before: Said; readonly after: Said };
  /** Why it is undecided. */
  readonly why?: Text;
}

interface Said {
  readonly type: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The edits of one decision file. */
export interface DecisionMutants {
  readonly policy: string;
  readonly decision: DecisionName;
  readonly file: string;
  /** Examples that judged. */
  readonly examples: number;
  /** All edits there are; fewer may have been tried. */
  readonly possible: number;
  readonly edits: readonly TriedEdit[];
  /** Whether claims were asked too. */
  readonly asksClaims: boolean;
}

const words = {
  policy: { en: "policy", zh: "政策" },
  decision: { en: "decision", zh: "决策" },
  examples: { en: "examples", zh: "示例" },
  edits: { en: "edits", zh: "改动" },
  byExamples: { en: "by examples", zh: "示例发现" },
  byClaims: { en: "by claims", zh: "不变量发现" },
  undecided: { en: "undecided", zh: "无法判定" },
  survived: { en: "unnoticed", zh: "未被发现" },
  equivalent: { en: "no effect", zh: "无影响" },
  score: { en: "score", zh: "得分" },
  all: { en: "all", zh: "合计" },
  nothing: { en: "there is no rule to edit", zh: "没有可改动的规则" },
  none: { en: "every edit that has an effect is noticed by an example or a claim", zh: "凡有影响的改动都有示例或不变量能够发现" },
  legend: {
    en: "Score: noticed of those not proved to have no effect. No effect: proved for every applicant; the rule named as the reason may change. Undecided counts as unnoticed.",
    zh: "得分：被发现的改动，占未证明无影响的改动的比例。无影响：对所有申请人证明结果不变（作为依据的规则可能不同）。无法判定者按未被发现计。",
  },
  unasked: { en: "Claims were not asked about decisions of more than 200 rules.", zh: "规则超过 200 条的决策未检验不变量。" },
} as const satisfies Record<string, Text>;

/** What it means that an edit survived, as a sentence. */
export function survivorSentence({ edit }: Pick<TriedEdit, "edit">): Text {
  return { en: `no example notices if ${edit.en}`, zh: `若${edit.zh}，没有示例会发现` };
}

/** A table of all decisions, then a sentence for each survivor; at most `most` of them. */
export function mutants(decisions: readonly DecisionMutants[], options: TextOptions, most: number): string {
  const pen = penOf(options);
  const survivors = decisions.flatMap((decision) => decision.edits.filter(({ status }) => status === "survived" || status === "undecided").map((edit) => ({ decision, edit })));
  const lines = survivors.slice(0, most).flatMap(({ decision, edit }, index) => {
    const isFirst = survivors[index - 1]?.decision !== decision;
    return [...(isFirst ? ["", pen.look("bold", pen.own(decision.file))] : []), ...survivorLines(edit, pen)];
  });
  const left = survivors.length - most;
  const more = left > 0 ? ["", pen.say({ en: `… and ${left} more: --all shows them`, zh: `……另有 ${left} 项：--all 显示全部` })] : [];
  const tried = decisions.reduce((sum, { edits }) => sum + edits.length, 0);
  const possible = decisions.reduce((sum, decision) => sum + decision.possible, 0);
  const silent = survivors.length > 0 ? [] : ["", tried === 0 ? pen.say(words.nothing) : pen.look("green", pen.say(words.none))];
  const some = tried === possible ? [] : [pen.say({ en: `${tried} of ${possible} edits were tried`, zh: `共 ${possible} 处改动，尝试了 ${tried} 处` })];
  return `${[...scoreTable(decisions, pen), ...some, ...lines, ...more, ...silent, "", ...pen.paragraph(pen.say(words.legend)), ...(decisions.every(({ asksClaims }) => asksClaims) ? [] : pen.paragraph(pen.say(words.unasked)))].join("\n")}\n`;
}

function survivorLines(edit: TriedEdit, pen: Pen): readonly string[] {
  const place = `${edit.line}  ${pen.own(edit.rule)}  `;
  const [first = "", ...rest] = pen.paragraph(pen.say(survivorSentence(edit)), "    ");
  return [`  ${pen.look("cyan", `:${place}`)}${first.trimStart()}`, ...rest, ...pen.paragraph(pen.say(witnessText(edit)), "    ").map((line) => pen.look("dim", line))];
}

/** Who is decided otherwise, and how; or why that is not known. */
function witnessText({ witness, why }: TriedEdit): Text {
  if (witness === undefined) return { en: `undecided: ${why?.en ?? ""}`, zh: `无法判定：${why?.zh ?? ""}` };
  const { moment, departures, before, after } = witness;
  const say = (lang: "en" | "zh"): string => `${applicantSentence(departures, lang)} (${moment}): ${outcomeSentence(before, lang)} → ${outcomeSentence(after, lang)}`;
  return { en: say("en"), zh: say("zh") };
}

function scoreTable(decisions: readonly DecisionMutants[], pen: Pen): readonly string[] {
  const keys = ["policy", "decision", "examples", "edits", "byExamples", "byClaims", "survived", "undecided", "equivalent", "score"] as const;
  const columns = keys.map((key, at): Column => ({ title: pen.say(words[key]), align: at < 2 ? "left" : "right", elastic: at === 0 }));
  const rows = decisions.map((one) => ({ cells: cells([pen.own(one.policy), pen.own(termText(one.decision, pen.lang))], one.examples, one.edits) }));
  const all = cells([pen.say(words.all), ""], decisions.reduce((sum, one) => sum + one.examples, 0), decisions.flatMap((one) => one.edits));
  return table(pen, columns, [...rows, { cells: all }]);
}

function cells(names: readonly string[], examples: number, edits: readonly TriedEdit[]): readonly Cell[] {
  const count = (is: (edit: TriedEdit) => boolean): number => edits.filter(is).length;
  const of = (status: TriedEdit["status"]): number => count((edit) => edit.status === status);
  const byClaims = count(({ killedByClaim }) => killedByClaim !== undefined);
  const numbers = [examples, edits.length, of("killed") - byClaims, byClaims, of("survived"), of("undecided"), of("equivalent")];
  return [...names, ...numbers.map(String), percentOf({ covered: of("killed"), of: edits.length - of("equivalent") })].map((text) => ({ text }));
}
