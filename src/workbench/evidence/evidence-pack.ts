import { readJson, type JsonDocument } from "../../base/index.ts";
import { basename } from "node:path";
import { decisionNames, type LawPack, type Policy } from "../../policy/index.ts";
import { filingCalendar } from "../../simulation/index.ts";
import { articlesOf, compareArticles, lawFacts, type CitedArticle, type LawLine, type RunReport } from "../../verdict/index.ts";
import type { EvidenceAnswer, EvidenceLaw, EvidencePack, EvidencePlace, EvidenceRule } from "../../view/index.ts";
import type { Source } from "../read-file.ts";
import { procedureItems } from "./procedure-items.ts";

/** What evidence is drawn from: one policy's run, its files as they were read, and the packs. */
export interface EvidenceInputs {
  readonly policy: Policy;
  readonly files: readonly Source[];
  readonly packs: readonly LawPack[];
  readonly report: RunReport;
}

/** The evidence on a policy: every rule once, and the laws with their articles in order. */
export function evidencePack({ policy, files, packs, report }: EvidenceInputs): EvidencePack {
  const { inputs, policies } = report;
  const documents = new Map(files.map(({ file, text }) => [basename(file), readJson(text, file)] as const));
  const lines = policies[0]?.laws ?? [];
  const rules = lines.map((line) => ruleOf(line, { policy, documents, packs }));
  return {
    policy: policy.name,
    title: policy.title,
    scenario: inputs.scenario,
    startDate: inputs.startDate,
    months: inputs.months,
    customers: inputs.customers,
    lender: inputs.lender,
    filings: filingCalendar(policy.procedures, inputs),
    laws: lawsOf(lines),
    rules,
  };
}

interface Sources {
  readonly policy: Policy;
  readonly documents: ReadonlyMap<string, JsonDocument>;
  readonly packs: readonly LawPack[];
}

function ruleOf(line: LawLine, { policy, documents, packs }: Sources): EvidenceRule {
  const pack = packs.find(({ rules }) => rules.some(({ id }) => id === line.id));
  const rule = pack?.rules.find(({ id }) => id === line.id);
  const facts = rule === undefined || pack === undefined ? [] : lawFacts(rule.conditions, pack.conditions);
  return {
    line,
    effectiveFrom: rule?.effectiveFrom ?? null,
    effectiveTo: rule?.effectiveTo ?? null,
    penalty: rule?.penalty ?? null,
    places: placesOf(facts, policy, documents.get("policy.json")),
    answers: answersOf(line.id, policy, documents),
  };
}

function placesOf(facts: readonly string[], policy: Policy, document: JsonDocument | undefined): readonly EvidencePlace[] {
  if (document === undefined) return [];
  const written = objectIn(document.value, "procedures");
  return procedureItems(facts, Object.keys(policy.procedures.enrolment)).map((item) => {
    const steps = item.split("/");
    // The value is that of the run; `--set` may have changed it from what the file says.
    const value = steps.reduce<unknown>(objectIn, policy.procedures);
    const isWritten = steps.reduce<unknown>(objectIn, written) !== undefined;
    const line = isWritten ? (document.place(`/procedures/${item}`, "key").line ?? null) : null;
    return { file: document.file, line, item: `procedures.${item.replaceAll("/", ".")}`, value: value === undefined ? null : JSON.stringify(value) };
  });
}

function objectIn(value: unknown, key: string): unknown {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

function answersOf(id: string, policy: Policy, documents: ReadonlyMap<string, JsonDocument>): readonly EvidenceAnswer[] {
  return decisionNames.flatMap((decision) => {
    const { rules, file } = policy.decisions[decision];
    return rules.flatMap(({ name, title, serves }, index): EvidenceAnswer[] => {
      if (!serves.includes(id)) return [];
      const line = documents.get(`${decision}.json`)?.place(`/rules/${index}`).line ?? null;
      return [{ file, line, decision, rule: name, title }];
    });
  });
}

/** Laws in the order in which the packs first cite them, their articles in order. */
function lawsOf(lines: readonly LawLine[]): readonly EvidenceLaw[] {
  const cited = lines.flatMap((line) => articlesOf(line.citation).map((article) => ({ ...article, rule: line.id })));
  const names = [...new Set(cited.map(({ law }) => law.en))];
  return names.flatMap((name) => {
    const own = cited.filter(({ law }) => law.en === name);
    const [first] = own;
    if (first === undefined) return [];
    const articles = [...new Set(own.map(({ article }) => article))].toSorted(compareArticles);
    return [{ law: first.law, articles: articles.map((article) => ({ article, rules: rulesUnder(own, article) })) }];
  });
}

function rulesUnder(cited: readonly (CitedArticle & { readonly rule: string })[], article: string | null): readonly string[] {
  return [...new Set(cited.filter((one) => one.article === article).map(({ rule }) => rule))];
}
