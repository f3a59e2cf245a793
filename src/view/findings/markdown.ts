import type { Text } from "../../base/index.ts";
import { forMarkdown } from "../text/escape.ts";
import type { TextOptions } from "../text/options.ts";
import { allDiagnostics, failures, suites, whereOf, type Findings } from "./findings.ts";

const words = {
  held: { en: "All checks held", zh: "全部检查成立" },
  failed: { en: "Some checks did not hold", zh: "部分检查不成立" },
  head: { en: ["check", "held", "not held", "not run"], zh: ["检查", "成立", "不成立", "未运行"] },
  findings: { en: ["", "where", "finding", "hint"], zh: ["", "位置", "发现", "建议"] },
  more: { en: "more findings are not shown", zh: "项发现未显示" },
} as const;
const levels: Readonly<Record<string, Text>> = { error: { en: "error", zh: "错误" }, warning: { en: "warning", zh: "警告" }, note: { en: "note", zh: "提示" } };

/** A job summary stays far under a megabyte. */
const most = 500;

/** The summary of a CI job: what was checked, then every finding in one table. */
export function markdownFindings(findings: Findings, { lang }: TextOptions): string {
  const diagnostics = allDiagnostics(findings);
  const failing = findings.cases.some((one) => failures(one, findings.failLevel).length > 0);
  const rows = [...suites(findings)].map(([suite, cases]) => {
    const failed = cases.filter((one) => failures(one, findings.failLevel).length > 0).length;
    const skipped = cases.filter((one) => one.skipped !== undefined).length;
    return [forMarkdown(suite), String(cases.length - failed - skipped), String(failed), String(skipped)];
  });
  const found = diagnostics.slice(0, most).map((one) => [
    `${levels[one.level]?.[lang] ?? one.level} \`${one.code.replaceAll("`", "")}\``,
    forMarkdown(whereOf(one)),
    forMarkdown(one.message[lang]),
    one.hint === undefined ? "" : forMarkdown(one.hint[lang]),
  ]);
  const rest = diagnostics.length - found.length;
  return [
    `## ${failing ? words.failed[lang] : words.held[lang]}`,
    ...table(words.head[lang], rows),
    ...(found.length === 0 ? [] : table(words.findings[lang], found)),
    ...(rest > 0 ? [`${rest} ${words.more[lang]}`] : []),
    "",
  ].join("\n\n").replaceAll("|\n\n|", "|\n|");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}
