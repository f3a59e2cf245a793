import type { Text } from "../base/index.ts";
import type { DecisionName, MutantKind, MutantStatus } from "../policy/index.ts";
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
  readonly status: MutantStatus;
  readonly killedBy?: string;
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
}

const words = {
  policy: { en: "policy", zh: "政策" },
  decision: { en: "decision", zh: "决策" },
  examples: { en: "examples", zh: "示例" },
  edits: { en: "edits", zh: "改动" },
  killed: { en: "noticed", zh: "被发现" },
  survived: { en: "unnoticed", zh: "未被发现" },
  equivalent: { en: "no effect", zh: "无影响" },
  score: { en: "score", zh: "得分" },
  all: { en: "all", zh: "合计" },
  nothing: { en: "there is no rule to edit", zh: "没有可改动的规则" },
  none: { en: "every edit that has an effect is noticed by an example", zh: "凡有影响的改动都有示例能够发现" },
  legend: {
    en: "Score: noticed of those not shown to have no effect. No effect: tried out on every cell of the facts that matter, where these are few enough.",
    zh: "得分：被发现的改动，占未证明无影响的改动的比例。无影响：在相关事实的取值组合足够少时逐一试算得出。",
  },
} as const satisfies Record<string, Text>;

/** What it means that an edit survived, as a sentence. */
export function survivorSentence({ edit }: Pick<TriedEdit, "edit">): Text {
  return { en: `no example notices if ${edit.en}`, zh: `若${edit.zh}，没有示例会发现` };
}

/** A table of all decisions, then a sentence for each survivor; at most `most` of them. */
export function mutants(decisions: readonly DecisionMutants[], options: TextOptions, most: number): string {
  const pen = penOf(options);
  const survivors = decisions.flatMap((decision) => decision.edits.filter(({ status }) => status === "survived").map((edit) => ({ decision, edit })));
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
  return `${[...scoreTable(decisions, pen), ...some, ...lines, ...more, ...silent, "", ...pen.paragraph(pen.say(words.legend))].join("\n")}\n`;
}

function survivorLines(edit: TriedEdit, pen: Pen): readonly string[] {
  const place = `${edit.line}  ${pen.own(edit.rule)}  `;
  const [first = "", ...rest] = pen.paragraph(pen.say(survivorSentence(edit)), "    ");
  return [`  ${pen.look("cyan", `:${place}`)}${first.trimStart()}`, ...rest];
}

function scoreTable(decisions: readonly DecisionMutants[], pen: Pen): readonly string[] {
  const keys = ["policy", "decision", "examples", "edits", "killed", "survived", "equivalent", "score"] as const;
  const columns = keys.map((key, at): Column => ({ title: pen.say(words[key]), align: at < 2 ? "left" : "right", elastic: at === 0 }));
  const rows = decisions.map((one) => ({ cells: cells([pen.own(one.policy), pen.own(termText(one.decision, pen.lang))], one.examples, one.edits) }));
  const all = cells([pen.say(words.all), ""], decisions.reduce((sum, one) => sum + one.examples, 0), decisions.flatMap((one) => one.edits));
  return table(pen, columns, [...rows, { cells: all }]);
}

function cells(names: readonly string[], examples: number, edits: readonly TriedEdit[]): readonly Cell[] {
  const count = (status: MutantStatus): number => edits.filter((edit) => edit.status === status).length;
  const [killed, survived] = [count("killed"), count("survived")];
  const numbers = [examples, edits.length, killed, survived, count("equivalent")];
  return [...names, ...numbers.map(String), percentOf({ covered: killed, of: killed + survived })].map((text) => ({ text }));
}
