import type { DecisionCoverage, RuleCoverage } from "../policy/index.ts";
import type { TextOptions } from "./text/options.ts";
import { penOf, type Look } from "./text/pen.ts";

/** A decision file with its coverage, and where its parts stand. */
export interface CoveredFile {
  readonly coverage: DecisionCoverage;
  readonly text: string;
  /** The line, from 1, of a JSON pointer. */
  readonly lineOf: (pointer: string) => number;
  /** The first line that is not shown: that of the examples where they end the file. */
  readonly end: number;
}

/** What is known of a rule or condition: both sides, one of them, or neither. */
export type Mark = "both" | "true" | "false" | "never";
/** How a mark is written, and in which look. */
export const markSigns: Readonly<Record<Mark, readonly [string, Look]>> = { both: ["✓", "green"], true: ["T", "yellow"], false: ["F", "yellow"], never: ["·", "red"] };
/** The same in ASCII. */
export const plainMarks: Readonly<Record<Mark, string>> = { both: "+", true: "T", false: "F", never: "." };

const legend = {
  en: "Margin: ✓ true and false, T only true, F only false, · neither; M shown to decide alone (MC/DC) in every rule that uses it. On a rule's name: fired and not fired.",
  zh: "左侧标记：✓ 真假均出现，T 仅为真，F 仅为假，· 均未出现；M 表示在使用它的每条规则中都已证明单独起作用（MC/DC）。规则名称一行：触发与未触发。",
} as const;

/** The file with a margin. */
export function coverageLines(files: readonly CoveredFile[], options: TextOptions): string {
  const pen = penOf(options);
  const blocks = files.map((file) => {
    const marks = marksByLine(file.coverage.rules, file.lineOf);
    const lines = file.text.split("\n").slice(0, file.end - 1);
    const width = String(lines.length).length;
    const body = lines.map((line, index) => {
      const found = marks.get(index + 1);
      const [sign, look] = found === undefined ? [" ", "dim" as const] : markSigns[found.mark];
      const shown = found === undefined ? " " : options.ascii ? plainMarks[found.mark] : sign;
      const decides = found?.decides === true ? "M" : " ";
      return `${pen.look(look, shown)}${pen.look("green", decides)} ${pen.look("dim", String(index + 1).padStart(width))}  ${pen.own(line.replaceAll("\t", "  ").replace("\r", ""))}`;
    });
    return [pen.look("bold", pen.own(file.coverage.file)), ...body, ""].join("\n");
  });
  return `${blocks.join("\n")}\n${pen.paragraph(pen.say(legend)).join("\n")}\n`;
}

/** What the cases show on a line; `decides`: that every condition there decides its rule alone. */
export interface LineMark {
  readonly mark: Mark;
  readonly decides: boolean;
}

/** By line, what is weakest there. */
export function marksByLine(rules: readonly RuleCoverage[], lineOf: (pointer: string) => number): ReadonlyMap<number, LineMark> {
  const marks = new Map<number, LineMark>();
  const put = (line: number, next: LineMark): void => {
    const known = marks.get(line);
    marks.set(line, known === undefined ? next : { mark: weaker(known.mark, next.mark), decides: known.decides && next.decides });
  };
  for (const rule of rules) {
    const notFired = rule.notFired > 0 || rule.always;
    put(lineOf(`${rule.pointer}/name`), { mark: markOf(rule.fired > 0, notFired), decides: false });
    for (const { pointer, isTrue, isFalse, shown, constant } of rule.conditions) {
      if (!constant) put(lineOf(pointer), { mark: markOf(isTrue > 0, isFalse > 0), decides: shown !== "none" });
    }
  }
  return marks;
}

function markOf(isTrue: boolean, isFalse: boolean): Mark {
  if (isTrue && isFalse) return "both";
  return isTrue ? "true" : isFalse ? "false" : "never";
}

const strength: Readonly<Record<Mark, number>> = { never: 0, false: 1, true: 1, both: 2 };

function weaker(a: Mark, b: Mark): Mark {
  return strength[a] <= strength[b] ? a : b;
}
