import type { Level, Text } from "../base/index.ts";
import { diagnosticCodes, lawDiagnosticCodes, lintRules, readerPages, settableCodes, type LintLevels } from "../policy/index.ts";
import { lintList, lintPage, readerPage, type TextOptions } from "../view/index.ts";
import { suggest } from "./suggest.ts";
import { UsageError } from "./world.ts";

interface Entry {
  readonly title: Text;
  readonly level: Level;
}

const unfinished: Entry = { level: "note", title: { en: "more rules than lint looks through for every applicant; `--proofs` goes all the way", zh: "规则较多，lint 未对全部申请人作完整证明；`--proofs` 可全部证明" } };
const undecided: Entry = { level: "warning", title: { en: "what rules say about themselves could not be decided within the budget", zh: "预算内无法判定规则自身的问题" } };
const unusedIgnore: Entry = { level: "warning", title: { en: "an `ignore` that keeps nothing back", zh: "不起作用的 ignore" } };

/** Codes of the readers, and what lint says of `ignore`. */
const others: ReadonlyMap<string, Entry> = new Map<string, Entry>([["unused-ignore", unusedIgnore], ["proofs-unfinished", unfinished], ["proof-undecided", undecided], ...Object.entries(lawDiagnosticCodes), ...Object.entries(diagnosticCodes)]);

/** The page of one code. A code that does not exist is a UsageError with the one that was meant. */
export function explainLint(code: string, levels: LintLevels, options: TextOptions): string {
  const rule = lintRules.find((one) => one.code === code);
  if (rule !== undefined) return lintPage(rule, levels.get(code) ?? rule.level, options);
  const page = readerPages.find((one) => one.code === code);
  if (page !== undefined) return lintPage(page, settableCodes.includes(code) ? (levels.get(code) ?? page.level) : undefined, options);
  const entry = others.get(code);
  if (entry !== undefined) return readerPage(code, entry, options);
  const hint = suggest(code, [...lintRules.map((one) => one.code), ...others.keys()]);
  throw new UsageError({ en: `lint has no code \`${code}\`; ${hint.en}`, zh: `lint 没有代码 \`${code}\`；${hint.zh}` });
}

/** Every code with the level in force: lint rules first, then what reading finds. */
export function listLint(levels: LintLevels, options: TextOptions): string {
  const level = (code: string, own: string): string => (settableCodes.includes(code) ? (levels.get(code) ?? own) : own);
  const rows = [...lintRules.map((rule) => [rule.code, rule] as const), ...others].map(([code, { title, level: own }]) => ({ code, title, level: level(code, own) }));
  return lintList(rows, options);
}
