import type { Extent } from "./condition-context.ts";
import type { Findings } from "./findings.ts";
import type { Condition } from "./policy.ts";

/** The deepest and the largest a condition may grow once its named conditions are put in. */
export const conditionBounds = { depth: 64, nodes: 10_000 } as const;

/** How far the condition read last reaches; named conditions counted with what they stand for. */
export function measureExtent(condition: Condition, extents: ReadonlyMap<string, Extent>): Extent {
  if ("all" in condition) return around(condition.all.map((child) => measureExtent(child, extents)));
  if ("any" in condition) return around(condition.any.map((child) => measureExtent(child, extents)));
  if ("not" in condition) return around([measureExtent(condition.not, extents)]);
  if ("condition" in condition) return extents.get(condition.condition) ?? { depth: 1, nodes: 1 };
  return { depth: 1, nodes: 1 };
}

/** Reports a condition that grows beyond the bounds; true where it does not. */
export function checkExtent(extent: Extent, pointer: string, findings: Findings): boolean {
  if (extent.depth > conditionBounds.depth) {
    findings.add("condition-too-deep", pointer, {
      en: `these conditions are nested ${extent.depth} levels deep, named ones included; at most 64 are read`,
      zh: `条件（含命名条件）嵌套达 ${extent.depth} 层，最多允许 64 层`,
      hint: { en: "flatten them, or split the rule", zh: "请压平条件，或拆分规则" },
    });
    return false;
  }
  if (extent.nodes > conditionBounds.nodes) {
    findings.add("condition-too-large", pointer, {
      en: "these conditions grow beyond 10,000 nodes once the named ones are put in",
      zh: "代入命名条件后，条件超过 10,000 个节点",
      hint: { en: "let named conditions refer to each other less often", zh: "请减少命名条件之间的重复引用" },
    });
    return false;
  }
  return true;
}

function around(children: readonly Extent[]): Extent {
  return children.reduce(
    (extent, child) => ({ depth: Math.max(extent.depth, child.depth + 1), nodes: extent.nodes + child.nodes }),
    { depth: 1, nodes: 1 },
  );
}
