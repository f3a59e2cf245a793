import type { RunReport } from "../../verdict/index.ts";
import { lifeKey } from "./slice-marks.ts";

/** Whether the report already says that nobody meets one of the conditions: nobody is then looked for in every life. */
export function surelyNobody(report: RunReport | undefined, name: string, where: readonly string[]): boolean {
  const policy = report?.policies.find((each) => each.name === name);
  if (policy === undefined) return false;
  const fired = Object.values(policy.rulesFired).flat();
  return where.some((written) => {
    const [kind = "", value = ""] = (lifeKey(written) ?? "").split("=");
    if (kind === "event") return policy.series[value]?.every((month) => month === 0) === true;
    if (kind === "rule") return fired.some(({ rule, times }) => rule === value && times === 0);
    if (kind !== "law") return false;
    return value === "any" ? policy.laws.every(({ persons }) => persons === 0) : policy.laws.some(({ id, persons }) => id === value && persons === 0);
  });
}
