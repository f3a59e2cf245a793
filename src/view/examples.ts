import type { Text } from "../base/index.ts";
import type { TextOptions } from "./text/options.ts";
import { penOf, type Pen } from "./text/pen.ts";
import { traceRules, type TraceRule } from "./explain.ts";
import { factValueText } from "./fact-value.ts";

/** One example of a rule file, tried. `expected` and `got` hold `type`, params and `because`. */
export interface ExampleResult {
  readonly policy: string;
  readonly decision: string;
  readonly file: string;
  readonly line?: number;
  readonly name: string;
  readonly moment: string;
  readonly passed: boolean;
  readonly expected: Readonly<Record<string, unknown>>;
  readonly got: Readonly<Record<string, unknown>>;
  /** Of an example that failed: the rules in question, with what each condition came to. */
  readonly rules?: readonly TraceRule[];
  /** Why it could not be tried at all. */
  readonly problem?: Text;
}

const words = {
  passed: { en: "passed", zh: "通过" },
  failed: { en: "failed", zh: "未通过" },
  expected: { en: "expected", zh: "期望" },
  got: { en: "got", zh: "实际" },
  none: { en: "no example was found", zh: "没有找到示例" },
} as const;

/** Failed examples with what was expected and what came out, key by key; then the count. */
export function examples(results: readonly ExampleResult[], options: TextOptions): string {
  const pen = penOf(options);
  if (results.length === 0) return `${pen.say(words.none)}\n`;
  const failed = results.filter(({ passed }) => !passed);
  const blocks = failed.map((result) => `${failure(result, pen).join("\n")}\n\n`);
  const count = `${results.length - failed.length} ${pen.say(words.passed)}, ${failed.length} ${pen.say(words.failed)}`;
  return `${blocks.join("")}${pen.look(failed.length === 0 ? "green" : "red", count)}\n`;
}

function failure(result: ExampleResult, pen: Pen): readonly string[] {
  const where = `${pen.own(result.file)}${result.line === undefined ? "" : `:${result.line}`}`;
  const head = `${pen.look("red", pen.say(words.failed))} ${pen.look("bold", pen.own(result.name))} (${pen.own(result.policy)} / ${pen.own(result.decision)} @ ${pen.own(result.moment)}, ${where})`;
  if (result.problem !== undefined) return [head, ...pen.paragraph(pen.say(result.problem), "  ")];
  const keys = [...new Set([...Object.keys(result.expected), ...Object.keys(result.got)])];
  const differing = keys.filter((key) => JSON.stringify(result.expected[key]) !== JSON.stringify(result.got[key]));
  const told = (of: Readonly<Record<string, unknown>>, key: string): string => pen.own(factValueText(key, of[key], pen));
  return [
    head,
    ...differing.flatMap((key) =>
      pen.paragraph(`${pen.own(key)}: ${pen.say(words.expected)} ${told(result.expected, key)}, ${pen.say(words.got)} ${told(result.got, key)}`, "  "),
    ),
    ...traceRules(result.rules ?? [], because(result), pen).map((line) => (line === "" ? line : `  ${line}`)),
  ];
}

/** The rules that decided. */
function because({ got }: ExampleResult): readonly string[] {
  const names = got["because"];
  return Array.isArray(names) ? names.map(String) : [];
}
