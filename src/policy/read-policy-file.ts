import { checkShape } from "../base/index.ts";
import type { Diagnostic, JsonDocument } from "../base/index.ts";
import { extendDictionary } from "../facts/index.ts";
import type { Dictionary, FactName } from "../facts/index.ts";
import { checkName } from "./check-name.ts";
import { collectFindings, quote } from "./findings.ts";
import { entry, isObject } from "./json.ts";
import type { JsonObject } from "./json.ts";
import type { Policy } from "./policy.ts";
import { policyFrame } from "./policy-shape.ts";
import { readArrangements } from "./read-arrangements.ts";
import { readDerived } from "./read-derived.ts";
import { parameterFact, readParameters } from "./read-parameters.ts";
import { readProcedures } from "./read-procedures.ts";

/** What policy.json says, and what the decision files are checked against. */
export interface PolicyFile {
  readonly policy: Omit<Policy, "decisions" | "reasons" | "scorecard">;
  /** Names of arrangements, broken ones too; undefined where some may have been lost. */
  readonly arrangementNames: ReadonlySet<string> | undefined;
  /** Parameters and derived facts that are declared but could not be read. */
  readonly unread: (name: FactName) => boolean;
}

/** Reads policy.json; what could be read comes back even where its name or a section is broken. */
export function readPolicyFile(document: JsonDocument, dictionary: Dictionary): { readonly read?: PolicyFile; readonly diagnostics: readonly Diagnostic[] } {
  const findings = collectFindings(document);
  const frame = checkShape(policyFrame, document);
  findings.take(document.diagnostics);
  findings.take(frame.diagnostics);
  const { value } = document;
  if (!isObject(value)) return { diagnostics: findings.diagnostics };
  const name = entry(value, "name");
  if (typeof name === "string") checkName(name, "/name", findings);
  checkDates(value, findings);
  const parameters = readParameters(entry(value, "parameters"), document, findings);
  const withParameters = extendDictionary(dictionary, parameters.map(parameterFact));
  const isDeclared = declaredIn(value, document.whole);
  const isUnread = (known: Dictionary) => (fact: FactName) => !known.facts.has(fact) && isDeclared(fact);
  const parametersUnread = (fact: FactName): boolean => fact.startsWith("param.") && isUnread(withParameters)(fact);
  const { derived, dictionary: whole } = readDerived(entry(value, "derived"), { dictionary: withParameters, document, findings, unread: parametersUnread });
  const arrangements = readArrangements(entry(value, "arrangements"), document, findings);
  const procedures = readProcedures(entry(value, "procedures"), { document, dictionary, findings });
  const policy = { ...headOf(value), parameters, derived, arrangements, procedures, dictionary: whole };
  const named = entry(value, "arrangements");
  const arrangementNames = isLost(named, document.whole) ? undefined : new Set(keysOf(named));
  const read: PolicyFile = { policy, arrangementNames, unread: isUnread(whole) };
  return { read, diagnostics: findings.diagnostics };
}

function keysOf(value: unknown): readonly string[] {
  return isObject(value) ? Object.keys(value) : [];
}

/** Whether a section may have held more than was read: a syntax error, or no object where one belongs. */
function isLost(section: unknown, whole: boolean): boolean {
  return !whole || (section !== undefined && !isObject(section));
}

/** Whether the file declares a fact, or may have declared it in a section that was lost. */
function declaredIn(value: JsonObject, whole: boolean): (fact: FactName) => boolean {
  const sections = [["param.", entry(value, "parameters")], ["derived.", entry(value, "derived")]] as const;
  const names = new Set(sections.flatMap(([prefix, section]) => keysOf(section).map((name) => `${prefix}${name}`)));
  const lost = sections.filter(([, section]) => isLost(section, whole)).map(([prefix]) => prefix);
  return (fact) => names.has(fact) || lost.some((prefix) => fact.startsWith(prefix));
}

/** Name, title, version and dates; a name stands in for a title that could not be read. */
function headOf(value: JsonObject): Pick<Policy, "name" | "title" | "version" | "effectiveFrom" | "effectiveTo"> {
  const text = (key: string, otherwise: string): string => {
    const given = entry(value, key);
    return typeof given === "string" && given.trim() !== "" ? given : otherwise;
  };
  const name = text("name", "unnamed");
  const title = entry(value, "title");
  const inLanguage = (lang: "en" | "zh"): string => {
    const given = isObject(title) ? entry(title, lang) : undefined;
    return typeof given === "string" && given.trim() !== "" ? given : name;
  };
  const date = (key: "effectiveFrom" | "effectiveTo") => {
    const given = entry(value, key);
    return typeof given === "string" ? { [key]: given } : {};
  };
  return {
    name,
    title: { en: inLanguage("en"), zh: inLanguage("zh") },
    version: text("version", "0"),
    ...date("effectiveFrom"),
    ...date("effectiveTo"),
  };
}

function checkDates(value: JsonObject, findings: ReturnType<typeof collectFindings>): void {
  const [from, to] = [entry(value, "effectiveFrom"), entry(value, "effectiveTo")];
  if (typeof from !== "string" || typeof to !== "string" || from <= to) return;
  findings.add("dates-reversed", "/effectiveTo", {
    en: `the policy ends on ${quote(to)}, before it starts on ${quote(from)}`,
    zh: `政策于 ${quote(to)} 失效，早于生效日 ${quote(from)}`,
  });
}
