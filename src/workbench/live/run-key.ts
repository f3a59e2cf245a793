import { basename } from "node:path";
import { isObject, readJson } from "../../base/index.ts";
import type { Prepared } from "../simulate-scenario.ts";
import type { Source } from "../read-file.ts";
import type { RunTexts } from "../run-texts.ts";

/**
 * All that the run of one policy rests on, as one text: where two are equal, so are the runs. What no run reads is left
 * out (examples, claims, blanks, what the scenario expects), so that such an edit is known to change nothing.
 */
export function runKey(policy: string, texts: RunTexts, { bench, groupBy, imported }: Prepared): string {
  const { expectations: _expectations, title: _title, challengers: _challengers, ...scenario } = bench.scenario;
  const before = bench.before === undefined ? [] : meaningOf(texts.policies[bench.before.name] ?? []);
  const { dictionary, profile, environment, assumptions, laws, mapping, csv, overrides } = texts;
  const shared = [dictionary, profile, environment, assumptions, ...laws, ...(mapping === undefined ? [] : [mapping])].map(({ text }) => text);
  const named = overrides.filter(({ path }) => path[0] !== "policies" || path[1] === policy || path[1] === bench.before?.name);
  return JSON.stringify([scenario, groupBy, shared, csv?.path, imported.sha256, named, meaningOf(texts.policies[policy] ?? []), before]);
}

/** What a policy's files say to a run. A file that is no JSON says itself. */
export function meaningOf(files: readonly Source[]): readonly unknown[] {
  return files.filter(({ file }) => file.endsWith(".json") && basename(file) !== "invariants.json").map(({ file, text }) => {
    const { value } = readJson(text, file);
    if (!isObject(value)) return [basename(file), text];
    const { examples: _examples, $schema: _schema, ...said } = value;
    return [basename(file), said];
  });
}
