import type { Diagnostic } from "../../base/index.ts";
import { quote } from "./say.ts";

/** A finding that was proved, and the rules that have a part in it. */
export interface ProvedFinding {
  readonly diagnostic: Diagnostic;
  readonly rules: readonly string[];
}

/** Codes of findings that tell of a rule what a proof would tell again: they stand nearer to the mistake, and stay. */
const plainer: Readonly<Record<string, readonly string[]>> = {
  "impossible-rule": ["contradiction", "constant-condition", "compares-with-itself", "outside-domain", "threshold-at-edge", "moment-never-occurs", "tautology"],
  "shadowed-rule": ["shadowed-rule", "repeated-rule"],
  "redundant-rule": ["repeated-rule", "shadowed-rule"],
  "idle-condition": ["redundant-condition", "constant-condition", "compares-with-itself", "outside-domain", "threshold-at-edge", "repeated-condition", "tautology", "contradiction"],
};

/** One matter is told once: what a proof found gives way to the plainer finding, and a doubt to what was proved of it. */
export function toldOnce(found: readonly Diagnostic[], proved: readonly ProvedFinding[]): { readonly found: readonly Diagnostic[]; readonly proved: readonly Diagnostic[] } {
  const doubts = new Set(proved.filter(({ diagnostic }) => diagnostic.code === "equal-priority").map(({ diagnostic }) => placeOf(diagnostic)));
  const told = new Set(found.map((one) => `${one.code} ${placeOf(one)}`));
  return {
    found: found.filter((one) => one.code !== "equal-priority" || !doubts.has(placeOf(one))),
    proved: proved.flatMap(({ diagnostic, rules }) => {
      const isTold = plainer[diagnostic.code]?.some((code) => told.has(`${code} ${placeOf(diagnostic)}`)) ?? found.some((one) => isSameHole(one, diagnostic, rules));
      return isTold ? [] : [diagnostic];
    }),
  };
}

/** A hole between the same two tiers, told at either of them. */
function isSameHole(one: Diagnostic, other: Diagnostic, rules: readonly string[]): boolean {
  return one.code === "tier-hole" && other.code === one.code && one.place?.file === other.place?.file && rules.every((rule) => one.message.en.includes(quote(rule)));
}

/** The rule a finding is about; findings about a file as a whole have the file. */
function placeOf({ place }: Diagnostic): string {
  const [rule = ""] = /^\/rules\/\d+/u.exec(place?.pointer ?? "") ?? [];
  return `${place?.file ?? ""}${rule}`;
}
