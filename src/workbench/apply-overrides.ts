import { diagnose, type Diagnostic, type Text } from "../base/index.ts";
import { checkFactValue, type Dictionary } from "../facts/index.ts";
import type { LawPack, Policy } from "../policy/index.ts";
import { assumptionNames, assumptionTable, type Assumptions } from "../simulation/index.ts";
import { policyParts, reachesInside } from "./override-policy.ts";
import { ownedOverrides, reachesElsewhere, type Override } from "./overrides.ts";
import { suggest } from "./suggest.ts";

/**
 * Policies with parameters changed by `--set policies.<policy>.<parameter>=<number>`. What reaches inside their files
 * was written there before they were read.
 */
export function overridePolicies(
  policies: ReadonlyMap<string, Policy>,
  overrides: readonly Override[],
): { policies: ReadonlyMap<string, Policy>; diagnostics: readonly Diagnostic[] } {
  const { owned, diagnostics } = ownedOverrides(overrides, "policies", [...policies.keys()]);
  const found = [...diagnostics];
  const changed = new Map(policies);
  for (const override of owned) {
    const { owner, name, value, written } = override;
    const policy = changed.get(owner);
    if (policy === undefined || reachesInside(override)) continue;
    const set = setParameter(policy, { name, value, written });
    found.push(...set.diagnostics);
    changed.set(owner, set.policy);
  }
  return { policies: changed, diagnostics: found };
}

/** A policy with one parameter changed; the policy as it was and a finding where that cannot be. */
export function setParameter(
  policy: Policy,
  { name, value, written }: { readonly name: string; readonly value: unknown; readonly written: string },
): { policy: Policy; diagnostics: readonly Diagnostic[] } {
  const known = policy.parameters.find((candidate) => candidate.name === name);
  if (known === undefined) return { policy, diagnostics: [unknownParameter(policy, name, written)] };
  const whole = Number.isInteger(known.min) && Number.isInteger(known.step);
  if (!fits(value, { ...known, whole })) return { policy, diagnostics: [outside(written, { ...known, whole })] };
  const parameters = policy.parameters.map((each) => (each === known ? { ...each, value } : each));
  return { policy: { ...policy, parameters }, diagnostics: [] };
}

/** Neither a parameter of the policy nor a part of its files that can be set. */
function unknownParameter({ parameters }: Policy, name: string, written: string): Diagnostic {
  const [first = "", ...rest] = name.split(".");
  const parts = policyParts.map((part) => (rest.length === 0 ? `${part}.…` : part));
  return unknownName(written, rest.length === 0 ? name : first, [...parameters.map((each) => each.name), ...parts]);
}

/** Law packs with a parameter changed from the beginning of time: `--set laws.cn.aprCap=0.2`. */
export function overrideLaws(
  packs: readonly LawPack[],
  overrides: readonly Override[],
  dictionary: Dictionary,
): { packs: readonly LawPack[]; diagnostics: readonly Diagnostic[] } {
  const { owned, diagnostics } = ownedOverrides(overrides, "laws", packs.map(({ name }) => name));
  const found = [...diagnostics];
  const changed = packs.map((pack) => {
    const changes = new Map<string, number>();
    const names = pack.parameters.map(({ name }) => bareName(name));
    for (const { owner, name: said, value, written } of owned) {
      if (owner !== pack.name) continue;
      const name = bareName(said);
      const definition = dictionary.facts.get(`law.${name}`);
      const why = definition === undefined ? undefined : checkFactValue(definition, value);
      if (!names.includes(name)) found.push(unknownName(written, name, names));
      else if (why !== undefined) found.push(setting({ en: `\`${written}\`: ${why.en}`, zh: `\`${written}\`：${why.zh}` }));
      else if (typeof value === "number") changes.set(name, value);
    }
    if (changes.size === 0) return pack;
    const parameters = pack.parameters.map((each) => {
      const value = changes.get(bareName(each.name));
      return value === undefined ? each : { ...each, values: [{ from: "0001-01-01", value }] };
    });
    return { ...pack, parameters };
  });
  return { packs: changed, diagnostics: found };
}

function bareName(name: string): string {
  return name.replace(/^law\./u, "");
}

/** An assumption set with numbers changed: `--set assumptions.<name>=<number>`. */
export function overrideAssumptions(
  assumptions: Assumptions,
  overrides: readonly Override[],
): { assumptions: Assumptions; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const changes: Record<string, number> = {};
  for (const { path, value, written } of overrides.filter(reachesElsewhere)) {
    if (path[0] !== "assumptions") continue;
    const said = path.slice(1).join(".");
    const name = assumptionNames.find((known) => known === said);
    if (name === undefined) {
      diagnostics.push(unknownName(written, said, assumptionNames));
      continue;
    }
    const { min, max, unit } = assumptionTable[name];
    const domain = { min, max, unit, whole: ["cycles", "months", "fen", "bps"].includes(unit) };
    if (fits(value, domain)) changes[name] = value;
    else diagnostics.push(outside(written, domain));
  }
  return { assumptions: { ...assumptions, values: { ...assumptions.values, ...changes } }, diagnostics };
}

function unknownName(written: string, name: string, known: readonly string[]): Diagnostic {
  return setting({ en: `\`${written}\`: there is no \`${name}\``, zh: `\`${written}\`：没有 \`${name}\`` }, suggest(name, known));
}

interface Domain {
  readonly min: number;
  readonly max: number;
  readonly unit: string;
  readonly whole: boolean;
}

function fits(value: unknown, { min, max, whole }: Domain): value is number {
  return typeof value === "number" && value >= min && value <= max && (!whole || Number.isInteger(value));
}

function outside(written: string, { min, max, unit, whole }: Domain): Diagnostic {
  return setting({
    en: `\`${written}\`: the value is no ${whole ? "whole number" : "number"} from ${min} to ${max} (${unit})`,
    zh: `\`${written}\`：值应为 ${min} 到 ${max}（${unit}）之间的${whole ? "整数" : "数"}`,
  });
}

function setting(message: Text, hint?: Text): Diagnostic {
  return diagnose({ code: "unknown-setting", message, hint });
}
