import { diagnose, nearest, type Diagnostic, type Text } from "../base/index.ts";
import type { LawPack, Policy } from "../policy/index.ts";
import type { Assumptions } from "../simulation/index.ts";
import { overridesOf, type Override } from "./overrides.ts";

/** A policy with parameters changed by `--set policies.<policy>.<parameter>=<number>`. */
export function overridePolicy(
  policy: Policy,
  name: string,
  overrides: readonly Override[],
): { policy: Policy; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const changes = new Map<string, number>();
  for (const { name: parameter, value, written } of overridesOf(overrides, "policies", name)) {
    const known = policy.parameters.find((candidate) => candidate.name === parameter);
    if (known === undefined) diagnostics.push(unknownName(written, parameter, policy.parameters.map((each) => each.name)));
    else if (typeof value !== "number" || value < known.min || value > known.max) diagnostics.push(outside(written, known));
    else changes.set(parameter, value);
  }
  const parameters = policy.parameters.map((each) => ({ ...each, value: changes.get(each.name) ?? each.value }));
  return { policy: { ...policy, parameters }, diagnostics };
}

/** Law packs with a parameter changed from the beginning of time: `--set laws.cn.aprCap=0.2`. */
export function overrideLaws(packs: readonly LawPack[], overrides: readonly Override[]): { packs: LawPack[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const changed = packs.map((pack) => {
    const changes = new Map<string, number>();
    const names = pack.parameters.map(({ name }) => name.replace(/^law\./u, ""));
    for (const { name, value, written } of overridesOf(overrides, "laws", pack.name)) {
      if (!names.includes(name)) diagnostics.push(unknownName(written, name, names));
      else if (typeof value !== "number" || !Number.isFinite(value)) diagnostics.push(noNumber(written));
      else changes.set(name, value);
    }
    const parameters = pack.parameters.map((each) => {
      const value = changes.get(each.name.replace(/^law\./u, ""));
      return value === undefined ? each : { ...each, values: [{ from: "0001-01-01", value }] };
    });
    return { ...pack, parameters };
  });
  return { packs: changed, diagnostics };
}

/** An assumption set with numbers changed: `--set assumptions.<name>=<number>`. */
export function overrideAssumptions(
  assumptions: Assumptions,
  overrides: readonly Override[],
): { assumptions: Assumptions; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const changes: Record<string, number> = {};
  for (const { name, value, written } of overridesOf(overrides, "assumptions")) {
    if (!Object.hasOwn(assumptions.values, name)) diagnostics.push(unknownName(written, name, Object.keys(assumptions.values)));
    else if (typeof value !== "number" || !Number.isFinite(value)) diagnostics.push(noNumber(written));
    else changes[name] = value;
  }
  return { assumptions: { ...assumptions, values: { ...assumptions.values, ...changes } }, diagnostics };
}

function unknownName(written: string, name: string, known: readonly string[]): Diagnostic {
  const guess = nearest(name, known);
  return setting(
    { en: `--set \`${written}\`: there is no \`${name}\``, zh: `--set \`${written}\`：没有 \`${name}\`` },
    guess === undefined
      ? { en: `there are: ${known.join(", ")}`, zh: `现有：${known.join("、")}` }
      : { en: `did you mean \`${guess}\`?`, zh: `是否指 \`${guess}\`？` },
  );
}

function outside(written: string, parameter: { readonly min: number; readonly max: number; readonly unit: string }): Diagnostic {
  const { min, max, unit } = parameter;
  return setting({
    en: `--set \`${written}\`: the value is no number from ${min} to ${max} ${unit}`,
    zh: `--set \`${written}\`：值应为 ${min} 到 ${max}（${unit}）之间的数`,
  });
}

function noNumber(written: string): Diagnostic {
  return setting({ en: `--set \`${written}\`: the value is no number`, zh: `--set \`${written}\`：值不是数` });
}

function setting(message: Text, hint?: Text): Diagnostic {
  return diagnose({ code: "unknown-setting", message, hint });
}
