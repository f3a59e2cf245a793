import { escapeControl, type Diagnostic, type Level, type Text } from "../../base/index.ts";
import { diagnosticCodes, lintRules } from "../../policy/index.ts";
import { json } from "../json.ts";
import type { TextOptions } from "../text/options.ts";
import { allDiagnostics, allSuppressed, type Findings } from "./findings.ts";
import { checkCodes } from "./check-codes.ts";
import { fingerprints } from "./fingerprint.ts";

interface Known {
  readonly title: Text;
  readonly level: Level;
  readonly why?: Text;
}

const titles: ReadonlyMap<string, Known> = new Map<string, Known>([
  ...Object.entries(checkCodes),
  ...Object.entries(diagnosticCodes),
  ...lintRules.map((rule): [string, Known] => [rule.code, rule]),
]);

/** SARIF 2.1.0 with regions in UTF-16 columns and fingerprints that outlive moved lines. */
export function sarifFindings(findings: Findings, { lang }: TextOptions): string {
  const suppressed = allSuppressed(findings);
  const diagnostics = [...allDiagnostics(findings), ...suppressed.map(({ diagnostic }) => diagnostic)];
  const first = diagnostics.length - suppressed.length;
  const prints = fingerprints(diagnostics);
  const codes = [...new Set(diagnostics.map(({ code }) => code))].toSorted();
  return json({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "policy-bench", rules: codes.map((code) => ruleOf(code, lang)) } },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { PROJECT: { description: { text: "the folder that holds rules/ and scenarios/" } } },
        results: diagnostics.map((diagnostic, index) => ({ ...resultOf(diagnostic, { codes, print: prints[index] ?? "", lang }), ...suppressionOf(suppressed[index - first]?.why, lang) })),
      },
    ],
  });
}

/** What the files accept with a reason stays in the log, marked so that it is not shown as open. */
function suppressionOf(why: Text | undefined, lang: TextOptions["lang"]): object {
  return why === undefined ? {} : { suppressions: [{ kind: "external", justification: escapeControl(why[lang]) }] };
}

function ruleOf(code: string, lang: TextOptions["lang"]): object {
  const known = titles.get(code);
  return {
    id: code,
    ...(known === undefined ? {} : { shortDescription: { text: known.title[lang] }, defaultConfiguration: { level: known.level } }),
    ...(known?.why === undefined ? {} : { fullDescription: { text: known.why[lang] } }),
  };
}

interface Told {
  readonly codes: readonly string[];
  readonly print: string;
  readonly lang: TextOptions["lang"];
}

function resultOf({ code, level, message, hint, place }: Diagnostic, { codes, print, lang }: Told): object {
  const text = `${message[lang]}${hint === undefined ? "" : ` (${hint[lang]})`}`;
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level,
    message: { text: escapeControl(text) },
    ...(place === undefined
      ? {}
      : {
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: uriOf(place.file), ...(isRelative(place.file) ? { uriBaseId: "PROJECT" } : {}) },
                region: { startLine: place.line, startColumn: place.column, endLine: place.line, endColumn: place.column + Math.max(1, place.length) },
              },
              ...(place.pointer === "" ? {} : { logicalLocations: [{ fullyQualifiedName: escapeControl(place.pointer), kind: "object" }] }),
            },
          ],
        }),
    partialFingerprints: { "policyBenchFinding/v1": print },
  };
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

function isRelative(file: string): boolean {
  return !/^(?:[/\\]|[A-Za-z]:)/u.test(file);
}

function uriOf(file: string): string {
  const path = file.replaceAll("\\", "/").split("/").map((part) => encodeURIComponent(part.replaceAll(loneSurrogate, "\ufffd"))).join("/");
  return isRelative(file) ? path : `file://${path.startsWith("/") ? "" : "/"}${path.replace("%3A", ":")}`;
}
