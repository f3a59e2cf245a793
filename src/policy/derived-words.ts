import type { Dictionary, FactDefinition } from "../facts/index.ts";
import { quote } from "./findings.ts";
import type { Findings } from "./findings.ts";

/** What is computed from what happens, in words authors try; beside the last words of the facts of acts. */
const derivedWords: ReadonlySet<string> = new Set([
  "grant", "plan", "initiatedBy", "awareness", "aware", "lawfulBasis", "consentValid", "consent", "explicitAgreement", "explicit",
  "allInApr", "apr", "annualRate", "openedAs", "openedAt", "openedBy", "enrolledAs", "enrolmentPath", "path", "harderThanOpening",
  "noticeComplete", "missingItems", "usesNonRiskFeature", "undisclosedFeeFen", "feesDisclosed", "compliant", "lawful", "violation",
]);

/** Reports a key that declares what is computed; false where the key is none of these. */
export function reportDerived(
  key: string,
  pointer: string,
  { dictionary, findings }: { readonly dictionary: Dictionary; readonly findings: Findings },
): boolean {
  const fact = dictionary.facts.get(key) ?? lastWords(dictionary).get(key);
  if (!derivedWords.has(key) && (fact === undefined || fact.producedBy === "declared")) return false;
  findings.add("derived-not-declared", pointer, {
    en: `${quote(key)} is computed from what happens and cannot be declared`,
    zh: `${quote(key)} 由实际发生的情况推导得出，不可声明`,
    hint: {
      en: "leave it out; change what the procedures show, ask and do, and it follows",
      zh: "请删去；改变流程中展示、询问和执行的内容，结果自会随之改变",
    },
    part: "key",
  });
  return true;
}

const ofActs: readonly string[] = ["enrolment", "access", "notice", "decision", "price", "closure", "limit", "bill", "costTable", "assessment", "product"];

/** Worked out once a dictionary: procedures have hundreds of keys. */
const known = new WeakMap<Dictionary, ReadonlyMap<string, FactDefinition>>();

/** The facts of acts by their last words; of several the first. */
function lastWords(dictionary: Dictionary): ReadonlyMap<string, FactDefinition> {
  const made = known.get(dictionary) ?? new Map([...dictionary.facts.values()].filter(({ name }) => ofActs.includes(name.split(".")[0] ?? "")).map((fact) => [name(fact), fact] as const).toReversed());
  known.set(dictionary, made);
  return made;
}

const name = (fact: FactDefinition): string => fact.name.split(".").at(-1) ?? "";
