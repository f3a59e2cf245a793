import { escapeControl, type Diagnostic } from "../../base/index.ts";
import type { TextOptions } from "../text/options.ts";
import { failures, suites, whereOf, type CheckedCase, type Findings } from "./findings.ts";

/** JUnit XML as CI servers read it: a suite for each kind of check. No times: the same run gives the same bytes. */
export function junitFindings(findings: Findings, { lang }: TextOptions): string {
  const parts = [...suites(findings)].map(([suite, cases]) => suiteXml(suite, cases, findings, lang));
  return ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="policy-bench" ${counts(findings.cases, findings)}>`, ...parts, "</testsuites>", ""].join("\n");
}

function suiteXml(suite: string, cases: readonly CheckedCase[], findings: Findings, lang: TextOptions["lang"]): string {
  const skipped = cases.filter((one) => skippedXml(one, lang).length > 0).length;
  return [`  <testsuite name="${forXml(suite)}" ${counts(cases, findings)} skipped="${skipped}">`, ...cases.map((one) => caseXml(one, findings, lang)), "  </testsuite>"].join("\n");
}

function counts(cases: readonly CheckedCase[], { failLevel }: Findings): string {
  return `tests="${cases.length}" failures="${cases.filter((one) => failures(one, failLevel).length > 0).length}" errors="0"`;
}

function caseXml(one: CheckedCase, { failLevel }: Findings, lang: TextOptions["lang"]): string {
  const failed = failures(one, failLevel);
  const open = `    <testcase classname="${forXml(one.suite)}" name="${forXml(one.name)}"`;
  const others = one.diagnostics.filter((diagnostic) => !failed.includes(diagnostic));
  const inner = [
    ...skippedXml(one, lang),
    ...(failed[0] === undefined ? [] : [failureXml(failed[0], failed, lang)]),
    ...(others.length === 0 ? [] : [`      <system-out>${others.map((diagnostic) => forXml(lineOf(diagnostic, lang))).join("\n")}</system-out>`]),
  ];
  return inner.length === 0 ? `${open}/>` : [`${open}>`, ...inner, "    </testcase>"].join("\n");
}

/** A case that was not looked at, or whose failure is accepted: the schema allows one such element. */
function skippedXml({ skipped, suppressed = [] }: CheckedCase, lang: TextOptions["lang"]): readonly string[] {
  const [accepted] = suppressed;
  const why = skipped ?? accepted?.why;
  if (why === undefined) return [];
  const lines = suppressed.map(({ diagnostic }) => forXml(lineOf(diagnostic, lang))).join("\n");
  const open = `      <skipped message="${forXml(why[lang])}"`;
  return [lines === "" ? `${open}/>` : `${open}>${lines}</skipped>`];
}

/** The first finding names the failure; the text holds them all, because a case may fail once only. */
function failureXml({ code, message }: Diagnostic, failed: readonly Diagnostic[], lang: TextOptions["lang"]): string {
  return `      <failure type="${forXml(code)}" message="${forXml(message[lang])}">${failed.map((diagnostic) => forXml(lineOf(diagnostic, lang))).join("\n")}</failure>`;
}

function lineOf(diagnostic: Diagnostic, lang: TextOptions["lang"]): string {
  const { code, level, message, hint } = diagnostic;
  return `${whereOf(diagnostic)} ${level} ${code} ${message[lang]}${hint === undefined ? "" : ` (${hint[lang]})`}`.trim();
}

/** Text and attributes alike; what XML cannot hold is written out. */
function forXml(text: string): string {
  return escapeControl(text)
    .replaceAll(/[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&apos;");
}
