import { diagnose, nearest, readJson, type Diagnostic, type JsonDocument } from "../../base/index.ts";
import { diagnosticCodes } from "../diagnostic-codes.ts";
import type { LawPack } from "../law.ts";
import type { Policy, ReasonText } from "../policy.ts";
import type { SourceText } from "../read-policy.ts";
import { covered, ignoresIn, type Ignore } from "./ignores.ts";
import type { LintFinding, LintLevel, LintRule, Repair } from "./lint-rule.ts";
import { lintRules } from "./lint-rules.ts";
import { quote } from "./say.ts";
import { subjectOf } from "./subject.ts";
import { toldOnce, type ProvedFinding } from "./told-once.ts";
import { wordsUnder } from "./words-under.ts";

/** Levels by code, as settings say them; codes left out keep their own. */
export type LintLevels = ReadonlyMap<string, LintLevel>;

/** Findings, those that an `ignore` keeps back, and repairs by file. */
export interface LintReport {
  readonly diagnostics: readonly Diagnostic[];
  readonly ignored: readonly { readonly diagnostic: Diagnostic; readonly why: string }[];
  readonly repairs: readonly FileRepair[];
}

export interface FileRepair {
  readonly file: string;
  readonly code: string;
  readonly repair: Repair;
}

/** The codes whose level may be set: the lint rules, what lint says of `ignore`, and the warnings of the reader. */
export const settableCodes: readonly string[] = [
  ...lintRules.map(({ code }) => code),
  "unused-ignore",
  ...Object.entries(diagnosticCodes).filter(([, { level }]) => level === "warning").map(([code]) => code),
];

/**
 * Lints one policy beyond what its reader found. `found` are the reader's findings: warnings among them follow levels
 * and `ignore` too. Without a readable policy the reader's findings come back as they are; where anything in it could
 * not be read (`sound` is false, or an error was found), rules that judge the whole are silent.
 */
export function lintPolicy(input: {
  readonly files: readonly SourceText[];
  readonly policy?: Policy | undefined;
  readonly found: readonly Diagnostic[];
  readonly folder: string;
  /** The laws of the project; empty where one of them could not be read. */
  readonly laws: readonly LawPack[];
  readonly levels: LintLevels;
  /** Whether everything that the policy rests on could be read. */
  readonly sound?: boolean;
  readonly proofs?: LintProofs;
}): LintReport {
  const documents = new Map(input.files.map(({ file, text }) => [baseName(file), readJson(text, file)]));
  const subject = input.policy === undefined ? undefined : subjectOf({ policy: input.policy, folder: input.folder, laws: input.laws, documents });
  const whole = input.sound !== false && !input.found.some(({ level }) => level === "error");
  const rules = lintRules.filter((rule) => rule.of === "policy").filter((rule) => whole || rule.whole !== true);
  const findings = subject === undefined ? [] : rules.flatMap((rule) => rule.check(subject).map((finding) => ({ rule, finding })));
  const said = findings.map(({ rule, finding }) => diagnosticOf(rule, finding));
  const once = toldOnce([...input.found, ...said], input.proofs?.proved ?? []);
  const found = [...input.found.filter((one) => once.found.includes(one)), ...once.proved];
  return settle({ ...input, found, findings, documents: [...documents.values()], whole: whole && subject !== undefined });
}

/** What was proved of a policy's rules, handed in to be told with the rest. */
export interface LintProofs {
  readonly proved: readonly ProvedFinding[];
  /** Whether notes are told as well; without, they show only where a level says so. */
  readonly notes: boolean;
  /** Whether every rule was looked at; otherwise no `ignore` of what is proved is called unused. */
  readonly finished: boolean;
}

/** Codes of what is proved. */
const provedCodes: ReadonlySet<string> = new Set([...lintRules.filter(({ of }) => of === "proof").map(({ code }) => code), "shadowed-rule", "tier-hole", "equal-priority"]);

function diagnosticOf({ code, level }: LintRule, { document, pointer, part, message, hint }: LintFinding): Diagnostic {
  return diagnose({ code, level, document, pointer, part, message, hint });
}

/** Lints rules/reasons.json against the codes that all policies give. */
export function lintReasons(input: {
  readonly source: SourceText;
  readonly reasons: ReadonlyMap<string, ReasonText>;
  readonly policies: readonly SourceText[];
  readonly levels: LintLevels;
}): LintReport {
  const document = readJson(input.source.text, input.source.file);
  const policies = input.policies.map(({ file, text }) => readJson(text, file));
  const given = new Set(policies.flatMap(({ value }) => [...wordsUnder(value, "reason")]));
  const whole = policies.every((policy) => policy.whole);
  const findings = lintRules.flatMap((rule) => (rule.of === "reasons" && (whole || rule.whole !== true) ? rule.check({ document, reasons: input.reasons, given }).map((finding) => ({ rule, finding })) : []));
  return settle({ levels: input.levels, found: [], findings, documents: [document], whole });
}

/** Lints one law pack beyond what its reader found; levels apply, and a law file ignores nothing. */
export function lintLawPack(input: { readonly source: SourceText; readonly pack: LawPack; readonly levels: LintLevels }): LintReport {
  const document = readJson(input.source.text, input.source.file);
  const findings = lintRules.flatMap((rule) => (rule.of === "law" ? rule.check({ document, pack: input.pack }).map((finding) => ({ rule, finding })) : []));
  return settle({ levels: input.levels, found: [], findings, documents: [], whole: document.whole });
}

/** Lints one scenario as it is written, beyond what its reader found. */
export function lintScenarioText(input: { readonly source: SourceText; readonly levels: LintLevels }): LintReport {
  const document = readJson(input.source.text, input.source.file);
  const findings = lintRules.flatMap((rule) => (rule.of === "scenario" ? rule.check({ document }).map((finding) => ({ rule, finding })) : []));
  return settle({ levels: input.levels, found: [], findings, documents: [], whole: document.whole });
}

interface Raw {
  readonly found: readonly Diagnostic[];
  readonly findings: readonly { readonly rule: LintRule; readonly finding: LintFinding }[];
  readonly documents: readonly JsonDocument[];
  readonly levels: LintLevels;
  /** Whether every rule could look; otherwise no `ignore` is called unused. */
  readonly whole: boolean;
  readonly proofs?: LintProofs;
}

/** Applies levels and ignores, and says which ignores are of no use. */
function settle({ found, findings, documents, levels, whole, proofs }: Raw): LintReport {
  const ignores = documents.flatMap(ignoresIn);
  const used = new Set<Ignore>();
  const ignored: { diagnostic: Diagnostic; why: string }[] = [];
  const kept: Diagnostic[] = [];
  const repairs: FileRepair[] = [];
  const judge = (diagnostic: Diagnostic, repair?: Repair): void => {
    const settled = withLevel(diagnostic, levels);
    const ignore = ignores.find((one) => covered(one, diagnostic) && settableCodes.includes(diagnostic.code));
    if (ignore !== undefined) used.add(ignore);
    if (ignore !== undefined) ignored.push({ diagnostic, why: ignore.why });
    else if (settled !== undefined && (settled.level !== "note" || proofs?.notes !== false || !provedCodes.has(settled.code))) {
      kept.push(settled);
      if (repair !== undefined && diagnostic.place !== undefined) repairs.push({ file: diagnostic.place.file, code: diagnostic.code, repair });
    }
  };
  found.forEach((diagnostic) => judge(diagnostic));
  for (const { rule, finding } of findings) judge(diagnosticOf(rule, finding), finding.repair);
  const isOpen = ({ code }: Ignore): boolean => proofs?.finished !== true && provedCodes.has(code);
  for (const ignore of ignores) if (!used.has(ignore) && whole && !isOpen(ignore)) uselessIgnore(ignore).forEach((diagnostic) => judge(diagnostic));
  return { diagnostics: inOrder(kept), ignored, repairs };
}

function withLevel(diagnostic: Diagnostic, levels: LintLevels): Diagnostic | undefined {
  const level = settableCodes.includes(diagnostic.code) ? levels.get(diagnostic.code) : undefined;
  if (level === "off") return undefined;
  return level === undefined ? diagnostic : { ...diagnostic, level };
}

function uselessIgnore({ code, document, pointer }: Ignore): readonly Diagnostic[] {
  const known = settableCodes.includes(code);
  const fixed = Object.hasOwn(diagnosticCodes, code);
  const guess = known || fixed ? undefined : nearest(code, settableCodes);
  const unknown = { en: `there is no lint rule ${quote(code)}${guess === undefined ? "" : `; did you mean ${quote(guess)}?`}`, zh: `没有检查规则 ${quote(code)}${guess === undefined ? "" : `；是否想写 ${quote(guess)}？`}` };
  const refused = { en: `${quote(code)} is an error of reading and cannot be ignored`, zh: `${quote(code)} 是读取错误，不能忽略` };
  const message = known ? { en: `nothing here has the finding ${quote(code)} any more`, zh: `此处已没有 ${quote(code)} 这一发现` } : fixed ? refused : unknown;
  return [diagnose({ code: "unused-ignore", level: known ? "warning" : "error", message, document, pointer: `${pointer}/code`, hint: { en: "remove the entry", zh: "请删去该条目" } })];
}

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const key = ({ place }: Diagnostic): readonly [string, number, number] => [place?.file ?? "", place?.line ?? 0, place?.column ?? 0];
  return diagnostics.toSorted((a, b) => {
    const [one, other] = [key(a), key(b)];
    if (one[0] !== other[0]) return one[0] < other[0] ? -1 : 1;
    return one[1] - other[1] || one[2] - other[2];
  });
}

function baseName(file: string): string {
  return file.split(/[/\\]/u).at(-1) ?? file;
}
