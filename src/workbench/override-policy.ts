import { basename, dirname, join } from "node:path";
import { diagnose, isObject, readJson, setJson, type Diagnostic, type Text } from "../base/index.ts";
import { decisionNames } from "../policy/index.ts";
import { placeFindings, type Override, type OwnedOverride } from "./overrides.ts";
import type { Source } from "./read-file.ts";
import { suggest } from "./suggest.ts";

/** Parts of a policy's files that `--set policies.<policy>.<part>.…` can change, beside its parameters. */
export const policyParts = ["procedures", "arrangements", "derived", "scorecard", "rules"] as const;

/** Whether a change reaches inside a policy's files; a parameter has a name of one word. */
export function reachesInside({ name }: OwnedOverride): boolean {
  const [first] = name.split(".");
  return policyParts.some((part) => part === first) && (name.includes(".") || first === "scorecard");
}

/** A policy's files with changes written into their text, so that one reader finds what is wrong with either. */
export interface Rewritten {
  readonly files: readonly Source[];
  readonly diagnostics: readonly Diagnostic[];
  /** Each change by the file it reached, with its path in there. */
  readonly changes: readonly { readonly file: string; readonly override: Override }[];
}

/** Writes changes into the files of one policy; what cannot be written is a finding. */
export function rewritePolicy(files: readonly Source[], overrides: readonly OwnedOverride[]): Rewritten {
  let state: Rewritten = { files, diagnostics: [], changes: [] };
  for (const override of overrides.filter(reachesInside)) {
    const [part = "", ...rest] = override.name.split(".");
    if (part === "rules") state = changeRule(state, override, rest.join("."));
    else if (part === "scorecard") state = changeScorecard(state, override, rest);
    else state = changeFile(state, override, { file: fileNamed(state.files, "policy.json"), path: [part, ...rest] });
  }
  return state;
}

/** Findings of the rewritten files: those of the files as they stand stay in place, new ones name the flag. */
export function placePolicyFindings(found: readonly Diagnostic[], inFiles: readonly Diagnostic[], { changes }: Rewritten): readonly Diagnostic[] {
  return found.flatMap((finding) => {
    const own = changes.filter(({ file }) => file === finding.place?.file).map(({ override }) => override);
    return placeFindings([finding], inFiles, own);
  });
}

function fileNamed(files: readonly Source[], name: string): Source | undefined {
  return files.find(({ file }) => basename(file) === name);
}

interface Target {
  readonly file: Source | undefined;
  readonly path: readonly string[];
}

/** Sets the value at the path; `null` takes away what stands there. */
function changeFile(state: Rewritten, { value, written }: OwnedOverride, { file, path }: Target): Rewritten {
  if (file === undefined) return found(state, reachesNothing(written));
  const text = setJson(file.text, path, value === null ? undefined : value);
  if (text === undefined) return found(state, reachesNothing(written));
  if (value === null && text === file.text) return found(state, nothingThere(written, path, file));
  return changed(state, file, { text, override: { path, value, written } });
}

function changed(state: Rewritten, file: Source, { text, override }: { readonly text: string; readonly override: Override }): Rewritten {
  const files = state.files.map((each) => (each === file ? { file: file.file, text } : each));
  return { ...state, files, changes: [...state.changes, { file: file.file, override }] };
}

const found = (state: Rewritten, finding: Diagnostic): Rewritten => ({ ...state, diagnostics: [...state.diagnostics, finding] });

/** The scorecard as a whole (`null` takes it away), or a part of one that is there. */
function changeScorecard(state: Rewritten, override: OwnedOverride, path: readonly string[]): Rewritten {
  const file = fileNamed(state.files, "scorecard.json");
  if (path.length > 0) {
    return file === undefined ? found(state, noScorecard(override.written)) : changeFile(state, override, { file, path });
  }
  const others = state.files.filter((each) => each !== file);
  if (override.value === null) return file === undefined ? found(state, noScorecard(override.written)) : { ...state, files: others };
  const name = file?.file ?? join(dirname(state.files[0]?.file ?? ""), "scorecard.json");
  const source = { file: name, text: JSON.stringify(override.value, null, 2) };
  return { ...state, files: [...others, source], changes: [...state.changes, { file: name, override: { path: [], value: override.value, written: override.written } }] };
}

interface FoundRule {
  readonly file: Source;
  readonly index: number;
  readonly name: string;
}

/** `rules.<RULE>=off` leaves the rule out; `rules.<RULE>.<path>=…` changes a part of it. Names of rules may have dots. */
function changeRule(state: Rewritten, override: OwnedOverride, rest: string): Rewritten {
  const rules = rulesOf(state.files);
  const rule = rules.filter(({ name }) => rest === name || rest.startsWith(`${name}.`)).toSorted((a, b) => b.name.length - a.name.length)[0];
  if (rule === undefined) return found(state, noRule(override.written, rest, rules.map(({ name }) => name)));
  const path = rest.slice(rule.name.length + 1);
  if (path !== "") return changeFile(state, override, { file: rule.file, path: ["rules", `${rule.index}`, ...path.split(".")] });
  if (override.value !== "off") return found(state, onlyOff(override.written, rule.name));
  const { file } = rule;
  const without = withoutExamples(setJson(file.text, ["rules", `${rule.index}`], undefined) ?? file.text, rule.name);
  return changed(state, file, { text: without, override: { path: ["rules"], value: "off", written: override.written } });
}

function rulesOf(files: readonly Source[]): readonly FoundRule[] {
  return decisionNames.flatMap((decision) => {
    const file = fileNamed(files, `${decision}.json`);
    return file === undefined ? [] : listAt(file.text, "rules").flatMap((rule, index): FoundRule[] => {
      const name = isObject(rule) ? rule["name"] : undefined;
      return typeof name === "string" ? [{ file, index, name }] : [];
    });
  });
}

/** Examples that expect the rule to decide would name a rule that is not there. */
function withoutExamples(text: string, rule: string): string {
  const quoted = JSON.stringify(rule);
  const gone = listAt(text, "examples").flatMap((example, index) => (JSON.stringify(example).includes(quoted) ? [index] : []));
  return gone.toReversed().reduce((rest, index) => setJson(rest, ["examples", `${index}`], undefined) ?? rest, text);
}

function listAt(text: string, key: string): readonly unknown[] {
  const { value } = readJson(text, "");
  const list = isObject(value) ? value[key] : undefined;
  return Array.isArray(list) ? list : [];
}

function setting(message: Text, hint?: Text): Diagnostic {
  return diagnose({ code: "unknown-setting", message, hint });
}

function reachesNothing(written: string): Diagnostic {
  return setting({ en: `\`${written}\` reaches into something that has no parts`, zh: `\`${written}\` 指向的位置没有下级` });
}

/** What could have been meant: the names beside the one that is not there. */
function nothingThere(written: string, path: readonly string[], { text, file }: Source): Diagnostic {
  let place = readJson(text, file).value;
  for (const key of path.slice(0, -1)) {
    place = isObject(place) ? place[key] : Array.isArray(place) && /^\d+$/u.test(key) ? place[Number(key)] : undefined;
  }
  const known = isObject(place) ? Object.keys(place) : [];
  return setting({ en: `\`${written}\`: there is nothing to take away`, zh: `\`${written}\`：没有可去掉的内容` }, suggest(path.at(-1) ?? "", known));
}

function noScorecard(written: string): Diagnostic {
  return setting(
    { en: `\`${written}\`: the policy has no scorecard.json`, zh: `\`${written}\`：该政策没有 scorecard.json` },
    { en: "give it one, or set all of it: --set policies.<policy>.scorecard='{…}'", zh: "请为该政策添加该文件，或整体设置：--set policies.<政策>.scorecard='{…}'" },
  );
}

function noRule(written: string, name: string, known: readonly string[]): Diagnostic {
  return setting({ en: `\`${written}\`: there is no rule \`${name}\``, zh: `\`${written}\`：没有规则 \`${name}\`` }, suggest(name, known));
}

function onlyOff(written: string, rule: string): Diagnostic {
  return setting(
    { en: `\`${written}\`: a rule as a whole can only be \`off\``, zh: `\`${written}\`：整条规则只能设为 \`off\`` },
    { en: `a part of it is set by its path, as in rules.${rule}.event.params.…`, zh: `规则的某一部分请按路径设置，例如 rules.${rule}.event.params.…` },
  );
}
