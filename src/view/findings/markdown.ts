import type { Text } from "../../base/index.ts";
import { forMarkdown } from "../text/escape.ts";
import type { TextOptions } from "../text/options.ts";
import { allDiagnostics, failures, suites, whereOf, type Findings } from "./findings.ts";

const words = {
  held: { en: "All checks held", zh: "全部检查成立" },
  failed: { en: "Some checks did not hold", zh: "部分检查不成立" },
  head: { en: ["check", "held", "not held", "accepted", "not run"], zh: ["检查", "成立", "不成立", "已接受", "未运行"] },
  findings: { en: ["", "where", "finding", "hint"], zh: ["", "位置", "发现", "建议"] },
  accepted: { en: "Known and accepted", zh: "已知并接受" },
  acceptedHead: { en: ["what", "where", "why it is accepted"], zh: ["内容", "位置", "接受理由"] },
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
    const accepted = cases.filter(({ suppressed = [] }) => suppressed.length > 0).length;
    return [forMarkdown(suite), ...[cases.length - failed - skipped - accepted, failed, accepted, skipped].map(String)];
  });
  const found = diagnostics.slice(0, most).map((one) => [
    `${levels[one.level]?.[lang] ?? one.level} \`${one.code.replaceAll("`", "")}\``,
    forMarkdown(whereOf(one)),
    forMarkdown(one.message[lang]),
    one.hint === undefined ? "" : forMarkdown(one.hint[lang]),
  ]);
  const rest = diagnostics.length - found.length;
  return `${[
    `## ${failing ? words.failed[lang] : words.held[lang]}`,
    table(words.head[lang], rows),
    ...(found.length === 0 ? [] : [table(words.findings[lang], found)]),
    ...acceptedPart(findings, lang),
    ...(rest > 0 ? [`${rest} ${words.more[lang]}`] : []),
  ].join("\n\n")}\n`;
}

function acceptedPart(findings: Findings, lang: TextOptions["lang"]): readonly string[] {
  const rows = findings.cases.flatMap(({ name, suppressed: [first, ...more] = [] }) => {
    if (first === undefined) return [];
    const others = more.length === 0 ? "" : lang === "en" ? ` and ${more.length} more` : ` 等 ${more.length + 1} 处`;
    return [[forMarkdown(name), `${forMarkdown(whereOf(first.diagnostic))}${others}`, forMarkdown(first.why[lang])]];
  });
  return rows.length === 0 ? [] : [`### ${words.accepted[lang]}`, table(words.acceptedHead[lang], rows.slice(0, most))];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
