import { diagnose, readJson, setJson, type Diagnostic } from "../base/index.ts";
import type { Source } from "./read-file.ts";
import { suggest } from "./suggest.ts";
import { UsageError } from "./world.ts";

/** One `--set path=value`: keys of the path, and the value as JSON (a bare word is a text). */
export interface Override {
  readonly path: readonly string[];
  readonly value: unknown;
  /** As the user wrote it, flag included: `--set months=12`, `--customers 20k`. */
  readonly written: string;
}

/** First words of a path that reach other files than the scenario. */
const elsewhere = new Set(["policies", "laws", "assumptions", "profile"]);

/** Reads `--set` arguments. Throws a UsageError for one without `=`. */
export function readOverrides(written: readonly string[], example = "months=12"): readonly Override[] {
  return written.map((text) => {
    const at = text.indexOf("=");
    if (at < 1)
      throw new UsageError({
        en: `--set \`${text}\` has no value; write path=value, as in --set ${example}`,
        zh: `--set \`${text}\` 没有值；请写成 路径=值，例如 --set ${example}`,
      });
    return { path: text.slice(0, at).trim().split("."), value: readValue(text.slice(at + 1)), written: `--set ${text}` };
  });
}

function readValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** The scenario with its overrides written into the text, so that one reader finds what is wrong with either. */
export function applyOverrides(
  source: Source,
  overrides: readonly Override[],
): { source: Source; diagnostics: Diagnostic[] } {
  let { text } = source;
  const diagnostics: Diagnostic[] = [];
  if (readJson(text, source.file).value === undefined) return { source, diagnostics };
  for (const override of overrides) {
    if (reachesElsewhere(override)) continue;
    const changed = setJson(text, override.path, override.value);
    if (changed === undefined) diagnostics.push(notThere(override));
    else text = changed;
  }
  // Customers that are read from a file bring their own number.
  const sets = (path: string): boolean => overrides.some((override) => override.path.join(".") === path);
  if (sets("population.mapping") && !sets("population.customers")) text = setJson(text, ["population", "customers"], undefined) ?? text;
  return { source: { file: source.file, text }, diagnostics };
}

/** Whether a change is one of a policy, a law pack or an assumption; `laws.0` is a place in the scenario's own list. */
export function reachesElsewhere({ path: [first = "", second] }: Override): boolean {
  return elsewhere.has(first) && second !== undefined && !/^\d+$/u.test(second);
}

function notThere({ written }: Override): Diagnostic {
  return diagnose({
    code: "unknown-setting",
    message: { en: `\`${written}\` reaches into something that has no parts`, zh: `\`${written}\` 指向的位置没有下级` },
  });
}

/**
 * Findings in an overridden scenario, each where its mistake was made: in the file as it stands on disk, or in the
 * flag that changed it.
 */
export function placeFindings(
  found: readonly Diagnostic[],
  inFile: readonly Diagnostic[],
  overrides: readonly Override[],
): Diagnostic[] {
  return found.map((finding) => {
    const same = inFile.find((other) => keyOf(other) === keyOf(finding));
    if (same !== undefined) return same;
    const { place, ...bare } = finding;
    const cause = overrides.findLast((override) => concerns(override, place?.pointer ?? ""));
    if (cause === undefined) return finding;
    const { en, zh } = finding.message;
    return { ...bare, message: { en: `\`${cause.written}\`: ${en}`, zh: `\`${cause.written}\`：${zh}` } };
  });
}

function keyOf({ code, message, place }: Diagnostic): string {
  return `${code} ${place?.pointer ?? ""} ${message.en}`;
}

function concerns({ path }: Override, pointer: string): boolean {
  const own = `/${path.join("/")}`;
  return pointer !== "" && (`${pointer}/`.startsWith(`${own}/`) || own.startsWith(`${pointer}/`));
}

/** A change to a number of another file: `policies.<policy>.<parameter>`, `laws.<pack>.<parameter>`. */
export interface OwnedOverride {
  readonly owner: string;
  readonly name: string;
  readonly value: unknown;
  readonly written: string;
}

/** The overrides that reach into policies or law packs; one that reaches none of those of this run is a finding. */
export function ownedOverrides(
  overrides: readonly Override[],
  first: "policies" | "laws",
  owners: readonly string[],
): { owned: readonly OwnedOverride[]; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const owned = overrides.filter(reachesElsewhere).flatMap(({ path, value, written }): OwnedOverride[] => {
    if (path[0] !== first) return [];
    const rest = path.slice(1).join(".");
    const owner = owners.find((name) => rest.startsWith(`${name}.`));
    if (owner !== undefined) return [{ owner, name: rest.slice(owner.length + 1), value, written }];
    diagnostics.push(owners.includes(rest) || path.length < 3 ? incomplete(written, first) : notOfThisRun(written, path[1] ?? "", first, owners));
    return [];
  });
  return { owned, diagnostics };
}

function incomplete(written: string, first: "policies" | "laws"): Diagnostic {
  const form = first === "policies" ? "policies.<policy>.<parameter>=<number>, or policies.<policy>.procedures.<path>=<json>" : "laws.<pack>.<parameter>=<number>";
  return diagnose({
    code: "unknown-setting",
    message: { en: `\`${written}\` names no parameter`, zh: `\`${written}\` 没有指明参数` },
    hint: { en: `write --set ${form}`, zh: `请写成 --set ${form}` },
  });
}

function notOfThisRun(written: string, owner: string, first: "policies" | "laws", owners: readonly string[]): Diagnostic {
  const what = first === "policies" ? { en: "policy", zh: "政策" } : { en: "law pack", zh: "法规包" };
  return diagnose({
    code: "unknown-setting",
    message: { en: `\`${written}\`: this run has no ${what.en} \`${owner}\``, zh: `\`${written}\`：本次运行没有${what.zh} \`${owner}\`` },
    hint: suggest(owner, owners),
  });
}
