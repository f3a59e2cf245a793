import type { Lang } from "../../base/index.ts";
import type { FairnessReport, PolicyFairness } from "../../verdict/index.ts";
import type { ComparePart } from "../compare/part.ts";
import { partsMarkdown, partsPretty } from "../compare/part-text.ts";
import { repeatPart } from "../compare/repeat-part.ts";
import type { TextOptions } from "../text/options.ts";
import { factParts } from "./fact-part.ts";
import { searchParts } from "./search-part.ts";
import { fairNotes } from "./words.ts";

/** How policies treat groups, on a terminal. */
export function prettyFairness(report: FairnessReport, options: TextOptions): string {
  return partsPretty([...fairnessParts(report, options), repeatPart(report.inputs, ["fairness", report.inputs.scenario], options.lang, "counted")], options);
}

/** The same in Markdown. */
export function markdownFairness(report: FairnessReport, options: TextOptions): string {
  return partsMarkdown([...fairnessParts(report, options), repeatPart(report.inputs, ["fairness", report.inputs.scenario], options.lang, "listed")]);
}

/** All that is said of it, policy by policy. */
export function fairnessParts(report: FairnessReport, options: TextOptions): readonly ComparePart[] {
  const { lang } = options;
  const search = report.search === undefined ? [] : searchParts(report.search, options);
  const notes: ComparePart = { depth: 3, sentences: fairNotes.map((text) => text[lang]), points: [] };
  return [...report.policies.flatMap((policy) => policyParts(policy, options)), ...search, notes];
}

function policyParts(policy: PolicyFairness, options: TextOptions): readonly ComparePart[] {
  const { lang } = options;
  const head: ComparePart = { title: policy.title[lang], depth: 1, sentences: [policySentence(policy, lang)], points: [] };
  return [head, ...policy.facts.flatMap((fact) => factParts(fact, policy, options))];
}

/** Whether any group is surely below four fifths, in one sentence. */
export function policySentence({ policy, score, opened, facts }: PolicyFairness, lang: Lang): string {
  const low = facts.filter(({ groups }) => groups.some(({ standing }) => standing === "below")).map(({ fact }) => fact);
  const en = `${policy}: ${low.length === 0 ? "no group surely below four fifths" : `groups surely below four fifths by ${low.join(", ")}`}. ${score === null ? "The policy reads no score." : `Compared at ${score}.`}${opened ? "" : " Who would repay is not known: the policy cannot be opened to everybody."}`;
  const zh = `${policy}：${low.length === 0 ? "没有分组确定低于五分之四" : `在 ${low.join("、")} 上有分组确定低于五分之四`}。${score === null ? "该政策不读取评分。" : `按 ${score} 比较。`}${opened ? "" : "无法得知谁会还款：该政策不能对所有人放开。"}`;
  return lang === "en" ? en : zh;
}
