import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readDictionary } from "../../src/facts/index.ts";
import { lintPolicy, lintReasons, readLawPack, readPolicy, readReasons, type LintLevel, type Sample, type SourceText } from "../../src/policy/index.ts";
import { patch, root, textsOf } from "./fixtures.ts";

const folder = join(root, "test", "fixtures", "lint", "plain");

/** The plain policy, the reasons and the dictionary, under the names that samples use. */
export const plain: ReadonlyMap<string, string> = new Map([
  ...textsOf(folder).map(({ file, text }) => [file.split("/").at(-1) ?? "", text] as const),
  ["reasons.json", readFileSync(join(folder, "reasons.json"), "utf8")],
  ["dictionary.json", readFileSync(join(root, "rules", "dictionary.json"), "utf8")],
]);

/** The plain texts with a sample's changes made. */
export function withSample(sample: Sample): ReadonlyMap<string, string> {
  const texts = new Map(plain);
  for (const [place, value] of Object.entries(sample)) {
    const [file = "", pointer = ""] = place.split("#");
    texts.set(file, patch(texts.get(file) ?? "", { [pointer]: value }));
  }
  return texts;
}

/** Lints a policy of these texts and its reasons, as the command does. */
export function lintTexts(texts: ReadonlyMap<string, string>, levels: ReadonlyMap<string, LintLevel> = new Map()) {
  const text = (name: string): SourceText => ({ file: name, text: texts.get(name) ?? "" });
  const { dictionary } = readDictionary(text("dictionary.json"));
  const { reasons } = readReasons(text("reasons.json"));
  const { pack } = readLawPack({ file: "cn.json", text: readFileSync(join(root, "rules", "laws", "cn.json"), "utf8") }, dictionary);
  const files = [...texts].filter(([name]) => name !== "reasons.json" && name !== "dictionary.json").map(([name, body]) => ({ file: `plain/${name}`, text: body }));
  const read = readPolicy({ files, dictionary, reasons });
  const linted = lintPolicy({ files, policy: read.policy, found: read.diagnostics, folder: "plain", laws: pack === undefined ? [] : [pack], levels });
  const about = lintReasons({ source: text("reasons.json"), reasons, policies: files, levels });
  return { diagnostics: [...linted.diagnostics, ...about.diagnostics], ignored: linted.ignored, repairs: linted.repairs, files };
}
