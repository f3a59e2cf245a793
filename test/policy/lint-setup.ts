import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readDictionary } from "../../src/facts/index.ts";
import { lintLawPack, lintPolicy, lintReasons, lintScenarioText, readLawPack, readPolicy, readReasons, type LintLevel, type Sample, type SourceText } from "../../src/policy/index.ts";
import { lintProofs, type ProofDepth } from "../../src/workbench/proofs/lint-proofs.ts";
import { documentsOf } from "../../src/workbench/read-targets.ts";
import { patch, root, textsOf } from "./fixtures.ts";

const folder = join(root, "test", "fixtures", "lint", "plain");

const scenario = JSON.stringify({
  name: "plain",
  months: 24,
  champion: "plain",
  challengers: [],
  laws: ["cn"],
  expectations: [
    { name: "no critical match", policy: "plain", measure: "violationsCritical", equals: 0 },
    { name: "few defaults", policy: "plain", measure: "ever90PlusAtMonth12", atMost: 0.03 },
  ],
}, null, 2);

/** The plain policy, the reasons and the dictionary, under the names that samples use. */
export const plain: ReadonlyMap<string, string> = new Map([
  ...textsOf(folder).map(({ file, text }) => [file.split("/").at(-1) ?? "", text] as const),
  ["reasons.json", readFileSync(join(folder, "reasons.json"), "utf8")],
  ["dictionary.json", readFileSync(join(root, "rules", "dictionary.json"), "utf8")],
  ["cn.json", readFileSync(join(root, "rules", "laws", "cn.json"), "utf8")],
  ["scenario.json", scenario],
]);
const ofProject = new Set(["reasons.json", "dictionary.json", "cn.json", "scenario.json"]);

/** The plain texts with a sample's changes made. */
export function withSample(sample: Sample): ReadonlyMap<string, string> {
  const texts = new Map(plain);
  for (const [place, value] of Object.entries(sample)) {
    const [file = "", pointer = ""] = place.split("#");
    texts.set(file, patch(texts.get(file) ?? "", { [pointer]: value }));
  }
  return texts;
}

/** Lints a policy of these texts and its reasons, as the command does; proofs where a depth is named. */
export function lintTexts(texts: ReadonlyMap<string, string>, levels: ReadonlyMap<string, LintLevel> = new Map(), depth?: ProofDepth) {
  const text = (name: string): SourceText => ({ file: name, text: texts.get(name) ?? "" });
  const { dictionary } = readDictionary(text("dictionary.json"));
  const { reasons } = readReasons(text("reasons.json"));
  const { pack } = readLawPack(text("cn.json"), dictionary);
  const files = [...texts].filter(([name]) => !ofProject.has(name)).map(([name, body]) => ({ file: `plain/${name}`, text: body }));
  const read = readPolicy({ files, dictionary, reasons });
  const sound = read.policy !== undefined && read.diagnostics.every(({ level }) => level !== "error");
  const proofs = sound && depth !== undefined && read.policy !== undefined ? lintProofs(read.policy, documentsOf(files), { depth, levels }) : undefined;
  const linted = lintPolicy({ files, policy: read.policy, found: read.diagnostics, folder: "plain", laws: pack === undefined ? [] : [pack], levels, ...(proofs === undefined ? {} : { proofs }) });
  const about = lintReasons({ source: text("reasons.json"), reasons, policies: files, levels });
  const law = pack === undefined ? [] : lintLawPack({ source: text("cn.json"), pack, levels }).diagnostics;
  const ofScenario = lintScenarioText({ source: text("scenario.json"), levels }).diagnostics;
  return { diagnostics: [...linted.diagnostics, ...about.diagnostics, ...law, ...ofScenario], ignored: linted.ignored, repairs: linted.repairs, files };
}
