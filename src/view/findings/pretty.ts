import type { Text } from "../../base/index.ts";
import { prettyDiagnostics } from "../diagnostics.ts";
import type { TextOptions } from "../text/options.ts";
import { penOf, type Pen } from "../text/pen.ts";
import { allDiagnostics, failures, suites, whereOf, type Findings } from "./findings.ts";

const words = {
  accepted: { en: "accepted:", zh: "已接受：" },
} as const;

/** Suites of checks, as people read them. */
const suiteWords: Readonly<Record<string, Text>> = {
  lint: { en: "lint", zh: "规则检查" },
  examples: { en: "examples", zh: "示例" },
  proofs: { en: "proofs", zh: "证明" },
  coverage: { en: "coverage", zh: "覆盖率" },
  mutation: { en: "mutation", zh: "变异" },
  expectations: { en: "expectations", zh: "期望" },
};

/** Findings with their frames, then one line a suite where more than files were looked at. */
export function prettyFindings(findings: Findings, options: TextOptions): string {
  const pen = penOf(options);
  const found = prettyDiagnostics(allDiagnostics(findings), options);
  const bySuite = suites(findings);
  if (bySuite.size < 2) return found;
  const lines = [...bySuite].map(([suite, cases]) => {
    const failed = cases.filter((one) => failures(one, findings.failLevel).length > 0).length;
    const skipped = cases.filter((one) => one.skipped !== undefined);
    const accepted = cases.filter(({ suppressed = [] }) => suppressed.length > 0).length;
    const held = cases.length - failed - skipped.length - accepted;
    const said = pen.lang === "en" ? `${held} held, ${failed} not` : `${held} 项成立，${failed} 项不成立`;
    const left = skipped.length === 0 ? "" : pen.lang === "en" ? `, ${skipped.length} not run` : `，${skipped.length} 项未运行`;
    const known = accepted === 0 ? "" : pen.lang === "en" ? `, ${accepted} accepted` : `，${accepted} 项已接受`;
    return `${pen.own(suiteWords[suite]?.[pen.lang] ?? suite)}${pen.lang === "en" ? ": " : "："}${pen.look(failed === 0 ? "green" : "red", said)}${known}${left}`;
  });
  const parts = [found, acceptedText(findings, pen), `${lines.join("\n")}\n`];
  return parts.filter((part) => part !== "").join("\n");
}

/** What is known and accepted, with its reason: never hidden. */
function acceptedText(findings: Findings, pen: Pen): string {
  const lines = findings.cases.flatMap(({ name, title, suppressed: [first, ...more] = [] }) => {
    if (first === undefined) return [];
    const others = more.length === 0 ? "" : pen.lang === "en" ? ` and ${more.length} more` : ` 等 ${more.length + 1} 处`;
    return pen.paragraph(`${pen.say(words.accepted)} ${title === undefined ? pen.own(name) : pen.say(title)} (${pen.own(whereOf(first.diagnostic))}${others}): ${pen.say(first.why)}`);
  });
  return lines.length === 0 ? "" : `${lines.join("\n")}\n`;
}
