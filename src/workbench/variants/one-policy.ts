import type { Policy } from "../../policy/index.ts";
import { UsageError } from "../world.ts";
import type { VariantLab } from "./variant-lab.ts";

/** The one policy of --policy; the champion where none is named. */
export function onePolicy({ asked, bench, champion }: Pick<VariantLab, "asked" | "bench" | "champion">): Policy {
  if (asked.length > 1) throw new UsageError({ en: "one policy is searched at a time; name it once with --policy", zh: "一次只搜索一项政策；请只用一次 --policy" });
  const policy = bench.policies.get(asked[0] ?? champion);
  if (policy === undefined) throw new Error("the policy asked for was read");
  return policy;
}
