import { diagnose, nearest, readJson } from "../base/index.ts";
import type { Diagnostic, JsonDocument } from "../base/index.ts";
import type { Dictionary, FactName } from "../facts/index.ts";
import { diagnosticCodes } from "./diagnostic-codes.ts";
import { quote, quoteAll } from "./findings.ts";
import { below } from "./json.ts";
import { decisionNames } from "./policy.ts";
import type { DecisionName, Policy, ReasonText, RuleFile } from "./policy.ts";
import { besideDocument } from "./examples/read-all-examples.ts";
import { readPolicyFile } from "./read-policy-file.ts";
import type { PolicyFile } from "./read-policy-file.ts";
import { emptyRuleFile, readRuleFile } from "./read-rule-file.ts";
import type { RuleFileContext } from "./read-rule-file.ts";
import { rememberedRuleFile } from "./rule-file-memory.ts";
import { readScorecard } from "./scorecard/index.ts";

/** A text as it was found, with its path as the user knows it. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/**
 * Reads the files of one policy folder: policy.json and one file for each decision, told apart by their names.
 * Returns what could be read and all findings: a broken rule is left out, the rest stays. The policy is absent
 * only where policy.json says nothing. Leave `reasons` out where rules/reasons.json could not be read.
 */
export function readPolicy(input: {
  readonly files: readonly SourceText[];
  readonly dictionary: Dictionary;
  readonly reasons?: ReadonlyMap<string, ReasonText>;
}): { readonly policy?: Policy; readonly diagnostics: readonly Diagnostic[] } {
  const { byName, diagnostics: misplaced } = sortFiles(input.files);
  const diagnostics: Diagnostic[] = [...misplaced];
  const policySource = byName.get("policy.json");
  const policyFile = policySource === undefined ? { diagnostics: [] } : readPolicyFile(readJson(policySource.text, policySource.file), input.dictionary);
  diagnostics.push(...policyFile.diagnostics);
  const read = "read" in policyFile ? policyFile.read : undefined;
  const scored = scorecardOf(byName.get("scorecard.json"), input.dictionary);
  diagnostics.push(...scored.diagnostics);
  const decide = (decision: DecisionName): Decided => {
    const source = byName.get(`${decision}.json`);
    if (source === undefined) return { file: emptyRuleFile(decision, `${decision}.json`), diagnostics: [] };
    const document = readJson(source.text, source.file);
    const beside = besideNames(decision).flatMap((name) => byName.get(name) ?? []).map((one) => besideDocument(one, readJson));
    const context = { ...contextOf(decision, read, input), beside };
    const again = (): ReturnType<typeof readRuleFile> => readRuleFile(document, context);
    return { ...(policyFile.diagnostics.length === 0 && read !== undefined ? rememberedRuleFile(document, context, again) : again()), document };
  };
  const decided = decisionNames.map(decide);
  diagnostics.push(...decided.flatMap((one) => one.diagnostics), ...reusedNames(decided));
  if (read === undefined) return { diagnostics };
  const [enrolment, limit, pricing, closure, monitoring] = decided.map(({ file }) => file);
  if (!enrolment || !limit || !pricing || !closure || !monitoring) throw new Error("a decision was left out");
  const decisions = { enrolment, limit, pricing, closure, monitoring };
  const own = scored.scorecard === undefined ? {} : { scorecard: scored.scorecard };
  return { policy: { ...read.policy, ...own, reasons: input.reasons ?? new Map(), decisions }, diagnostics };
}

function scorecardOf(source: SourceText | undefined, dictionary: Dictionary): ReturnType<typeof readScorecard> {
  return source === undefined ? { diagnostics: [] } : readScorecard(readJson(source.text, source.file), dictionary);
}

interface Decided {
  readonly file: RuleFile;
  readonly diagnostics: readonly Diagnostic[];
  readonly document?: JsonDocument;
}

const expected = ["policy.json", ...decisionNames.map((name) => `${name}.json`)];
/** Files that other rooms read. */
const tolerated = ["invariants.json"];
const besideNames = (decision: DecisionName): readonly string[] => [`${decision}.examples.json`, `${decision}.examples.csv`];
const optional = ["scorecard.json", ...decisionNames.flatMap(besideNames)];

function sortFiles(files: readonly SourceText[]): { readonly byName: ReadonlyMap<string, SourceText>; readonly diagnostics: readonly Diagnostic[] } {
  const byName = new Map<string, SourceText>();
  const diagnostics: Diagnostic[] = [];
  for (const source of files) {
    const name = baseName(source.file);
    if (tolerated.includes(name)) continue;
    if (![...expected, ...optional].includes(name)) diagnostics.push(unknownFile(source.file, name));
    else if (byName.has(name)) diagnostics.push(aboutFile("duplicate-file", source.file, { en: `${quote(name)} is given twice`, zh: `${quote(name)} 出现两次` }));
    else byName.set(name, source);
  }
  const first = files[0]?.file ?? "";
  const folder = first.slice(0, first.length - baseName(first).length);
  for (const name of expected) {
    if (byName.has(name)) continue;
    const message = { en: `the policy has no file ${quote(name)}`, zh: `政策缺少文件 ${quote(name)}` };
    const hint = { en: `a policy is ${quoteAll(expected)}`, zh: `一项政策由 ${quoteAll(expected)} 组成` };
    diagnostics.push(aboutFile("missing-file", `${folder}${name}`, message, hint));
  }
  return { byName, diagnostics };
}

function baseName(file: string): string {
  return file.split(/[/\\]/).at(-1) ?? file;
}

function unknownFile(file: string, name: string): Diagnostic {
  const guess = nearest(name, [...expected, ...optional]);
  const [en, zh] = guess === undefined ? ["", ""] : [`; did you mean ${quote(guess)}?`, `；是否想写 ${quote(guess)}？`];
  const hint = { en: `a policy is ${quoteAll(expected)}`, zh: `一项政策由 ${quoteAll(expected)} 组成` };
  return aboutFile("unknown-file", file, { en: `no decision is read from ${quote(name)}${en}`, zh: `没有决策从 ${quote(name)} 读取${zh}` }, hint);
}

function aboutFile(code: "missing-file" | "unknown-file" | "duplicate-file", file: string, message: Diagnostic["message"], hint?: Diagnostic["message"]): Diagnostic {
  const place = { file, pointer: "", line: 1, column: 1, length: 0, frame: "" };
  return { ...diagnose({ code, level: diagnosticCodes[code].level, message, hint }), place };
}

function contextOf(decision: DecisionName, read: PolicyFile | undefined, input: { readonly dictionary: Dictionary; readonly reasons?: ReadonlyMap<string, ReasonText> }): Omit<RuleFileContext, "beside"> {
  const reasons = input.reasons === undefined ? undefined : new Set(input.reasons.keys());
  if (read === undefined) {
    const unread = (name: FactName): boolean => name.startsWith("param.") || name.startsWith("derived.");
    return { decision, dictionary: input.dictionary, unread, reasons, arrangements: undefined, constants: new Map(), factors: [] };
  }
  const { policy, arrangementNames, unread } = read;
  return {
    decision,
    dictionary: policy.dictionary,
    unread,
    reasons,
    arrangements: arrangementNames,
    constants: new Map(policy.parameters.map(({ name, value }) => [`param.${name}`, value])),
    factors: policy.procedures.closure.factors,
  };
}

/** Rule names that stand in two files of a policy: reports could not tell them apart. */
function reusedNames(decided: readonly Decided[]): readonly Diagnostic[] {
  const homes = new Map<string, string>();
  return decided.flatMap(({ file, document }) =>
    file.rules.flatMap(({ name }) => {
      const home = homes.get(name);
      if (home === undefined) homes.set(name, file.decision);
      if (home === undefined || home === file.decision || document === undefined) return [];
      return [
        diagnose({
          code: "rule-name-reused",
          level: diagnosticCodes["rule-name-reused"].level,
          message: { en: `a rule of ${home} is called ${quote(name)} too`, zh: `${home} 中也有名为 ${quote(name)} 的规则` },
          hint: { en: "give every rule of a policy a name of its own", zh: "请为政策中的每条规则取不同的名称" },
          document,
          pointer: below(pointerOf(document, name), "name"),
        }),
      ];
    }),
  );
}

function pointerOf(document: JsonDocument, name: string): string {
  const rules: unknown = typeof document.value === "object" && document.value !== null ? Reflect.get(document.value, "rules") : [];
  const index = Array.isArray(rules) ? rules.findIndex((rule: unknown) => typeof rule === "object" && rule !== null && Reflect.get(rule, "name") === name) : -1;
  return below("/rules", Math.max(0, index));
}
