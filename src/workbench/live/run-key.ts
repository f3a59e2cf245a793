import { basename } from "node:path";
import { isObject, readJson } from "../../base/index.ts";
import { rememberLast } from "../remember-last.ts";
import type { Source } from "../read-file.ts";
import type { RunTexts } from "../run-texts.ts";
import type { Prepared } from "../simulate-scenario.ts";

/** All that the run of one policy rests on, as texts. */
export type RunKey = readonly string[];

/** Whether two runs rest on the same, and so come to the same. */
export function sameKey(one: RunKey, other: RunKey): boolean {
  return one.length === other.length && one.every((text, at) => text === other[at]);
}

/**
 * Makes the keys of runs, save after save. What no run reads is left out of a key (examples, claims, blanks, what the
 * scenario expects), so that such an edit is known to change nothing. Of the files of policies only those that changed
 * are looked into again.
 */
export function createRunKeys(): (policy: string, texts: RunTexts, prepared: Prepared) => RunKey {
  const meaning = rememberLast(meaningOf);
  return (policy, texts, { bench, groupBy, imported }) => {
    const { expectations: _expectations, title: _title, challengers: _challengers, ...scenario } = bench.scenario;
    const { dictionary, profile, environment, assumptions, laws, mapping, csv, overrides } = texts;
    const shared = [dictionary, profile, environment, assumptions, ...laws, ...(mapping === undefined ? [] : [mapping])].map(({ text }) => text);
    const named = overrides.filter(({ path }) => path[0] !== "policies" || path[1] === policy || path[1] === bench.before?.name);
    const own = (name: string): readonly string[] => (texts.policies[name] ?? []).filter(isRead).map(({ file, text }) => meaning(file, text));
    const before = bench.before === undefined ? [] : ["before", ...own(bench.before.name)];
    return [JSON.stringify([scenario, groupBy, csv?.path, imported.sha256, named]), ...shared, ...own(policy), ...before];
  };
}

/** Whether a run reads this file of a policy. */
function isRead({ file }: Source): boolean {
  return file.endsWith(".json") && basename(file) !== "invariants.json";
}

/** What a file of a policy says to a run. One that is no JSON says itself. */
function meaningOf(file: string, text: string): string {
  const { value } = readJson(text, file);
  if (!isObject(value)) return `${basename(file)} ${text}`;
  const { examples: _examples, $schema: _schema, ...said } = value;
  return `${basename(file)} ${JSON.stringify(said)}`;
}
