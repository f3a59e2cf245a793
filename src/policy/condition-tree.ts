import { below } from "../base/index.ts";
import type { Diagnostic } from "../base/index.ts";
import { checkLeaf } from "./check-leaf.ts";
import type { ConditionContext } from "./condition-context.ts";
import { checkExtent } from "./condition-extent.ts";
import { checkKeys, checkPriority, isNeutral } from "./condition-keys.ts";
import { collectFindings, didYouMean, quote, quoteAll } from "./findings.ts";
import type { Findings } from "./findings.ts";
import { entry, isList, isObject } from "./json.ts";
import type { JsonObject } from "./json.ts";
import type { Condition } from "./policy.ts";

/**
 * Checks one rule's `conditions` at a JSON pointer: a tree whose root is all, any, not or condition.
 * All mistakes are reported; `condition` is absent where one of them (or a broken named condition or fact,
 * reported elsewhere) keeps it from being used.
 */
export function checkConditions(
  value: unknown,
  pointer: string,
  context: ConditionContext,
): { readonly condition?: Condition; readonly diagnostics: readonly Diagnostic[] } {
  const findings = collectFindings(context.document);
  const walk: Walk = { context, findings, reached: { depth: 0, nodes: 0 } };
  const condition = checkNode({ value, pointer, root: true, depth: 1 }, walk);
  const fits = checkExtent(walk.reached, pointer, findings);
  return { diagnostics: findings.diagnostics, ...(condition !== undefined && fits ? { condition } : {}) };
}

interface Walk {
  readonly context: ConditionContext;
  readonly findings: Findings;
  /** Grows as nodes are met. */
  readonly reached: { depth: number; nodes: number };
}

interface Node {
  readonly value: unknown;
  readonly pointer: string;
  readonly root: boolean;
  readonly depth: number;
}

const booleanKeys = ["any", "all", "not", "condition"] as const;
const leafKeys = ["fact", "operator", "value", "path", "params"] as const;

function checkNode(node: Node, walk: Walk): Condition | undefined {
  const { value, pointer, root, depth } = node;
  walk.reached.nodes += 1;
  walk.reached.depth = Math.max(walk.reached.depth, depth);
  if (!isObject(value)) return malformed(node, walk);
  const kinds = booleanKeys.filter((key) => Object.hasOwn(value, key));
  const leaf = leafKeys.filter((key) => Object.hasOwn(value, key));
  const kind = kinds[0];
  if (kinds.length + (leaf.length > 0 ? 1 : 0) > 1) return several([...kinds, ...leaf], { value, pointer, depth }, walk);
  if (kind === undefined) return leaf.length > 0 && !root ? checkLeaf(value, pointer, walk) : malformed(node, walk);
  const priority = checkPriority(value, pointer, walk.findings);
  checkKeys(value, pointer, [kind], walk.findings);
  const found = checkKind(kind, { value, pointer, depth }, walk);
  return found === undefined || priority.broken ? undefined : { ...found, ...priority.kept };
}

function checkKind(kind: (typeof booleanKeys)[number], at: Inner, walk: Walk): Condition | undefined {
  const inside = entry(at.value, kind);
  const pointer = below(at.pointer, kind);
  if (kind === "condition") return checkReference(inside, pointer, at.depth, walk);
  if (kind === "not") {
    const child = checkNode({ value: inside, pointer, root: false, depth: at.depth + 1 }, walk);
    return child === undefined ? undefined : { not: child };
  }
  if (!isList(inside)) {
    walk.findings.add("malformed-condition", pointer, {
      en: `\`${kind}\` needs a list of conditions`,
      zh: `\`${kind}\` 需要条件的列表`,
      hint: { en: `write "${kind}": [ … ]`, zh: `请写成 "${kind}": [ … ]` },
    });
    return undefined;
  }
  if (kind === "any" && inside.length === 0) emptyAny(pointer, walk);
  const children = inside.map((value, index) =>
    checkNode({ value, pointer: below(pointer, index), root: false, depth: at.depth + 1 }, walk),
  );
  const read = children.filter((child) => child !== undefined);
  if (read.length < children.length || (kind === "any" && read.length === 0)) return undefined;
  return kind === "all" ? { all: read } : { any: read };
}

interface Inner {
  readonly value: JsonObject;
  readonly pointer: string;
  readonly depth: number;
}

function checkReference(name: unknown, pointer: string, depth: number, walk: Walk): Condition | undefined {
  const { named } = walk.context;
  if (typeof name !== "string" || name === "") {
    walk.findings.add("malformed-condition", pointer, {
      en: "`condition` needs the name of a named condition",
      zh: "`condition` 需要写命名条件的名称",
    });
    return undefined;
  }
  if (!named.names.has(name)) {
    const guess = didYouMean(name, named.names);
    walk.findings.add("unknown-condition", pointer, {
      en: `unknown named condition ${quote(name)}${guess.en}`,
      zh: `未知的命名条件 ${quote(name)}${guess.zh}`,
      hint: { en: "named conditions are defined under `conditions` in the same file", zh: "命名条件在同一文件的 `conditions` 中定义" },
    });
    return undefined;
  }
  const extent = named.extents.get(name);
  if (extent === undefined) return undefined;
  walk.reached.depth = Math.max(walk.reached.depth, depth - 1 + extent.depth);
  walk.reached.nodes += extent.nodes - 1;
  return { condition: name };
}

function malformed({ value, pointer, root }: Node, { findings }: Walk): undefined {
  const known = [...booleanKeys, ...(root ? [] : leafKeys)];
  const strange = isObject(value) ? Object.keys(value).find((key) => !isNeutral(key)) : undefined;
  const isLeaf = isObject(value) && leafKeys.some((key) => Object.hasOwn(value, key));
  const guess = strange === undefined || isLeaf ? { en: "", zh: "" } : didYouMean(strange, known);
  const got = isLeaf ? "a single comparison" : strange === undefined ? quote(value) : quote(strange);
  const gotZh = isLeaf ? "单个比较" : strange === undefined ? ` ${quote(value)}` : ` ${quote(strange)}`;
  findings.add("malformed-condition", pointer, {
    en: root
      ? `conditions start with \`all\`, \`any\`, \`not\` or \`condition\`, not with ${got}${guess.en}`
      : `a condition has \`all\`, \`any\`, \`not\`, \`condition\` or \`fact\`, here is ${got}${guess.en}`,
    zh: root
      ? `条件须以 \`all\`、\`any\`、\`not\` 或 \`condition\` 开头，此处为${gotZh}${guess.zh}`
      : `条件须含 \`all\`、\`any\`、\`not\`、\`condition\` 或 \`fact\`，此处为${gotZh}${guess.zh}`,
    hint: isLeaf
      ? { en: "put it into a list: \"all\": [ … ]", zh: "请放入列表：\"all\": [ … ]" }
      : { en: "one comparison is { \"fact\", \"operator\", \"value\" }", zh: "一个比较写作 { \"fact\", \"operator\", \"value\" }" },
  });
  return undefined;
}

function several(keys: readonly string[], at: Inner, walk: Walk): undefined {
  walk.findings.add("several-boolean-keys", at.pointer, {
    en: `one condition has ${quoteAll(keys)} together; json-rules-engine would heed only one of them`,
    zh: `同一条件同时含 ${quoteAll(keys)}；json-rules-engine 只会理会其中一个`,
    hint: { en: "nest them: \"all\": [ { … }, { … } ]", zh: "请分层书写：\"all\": [ { … }, { … } ]" },
  });
  for (const kind of booleanKeys) if (Object.hasOwn(at.value, kind)) checkKind(kind, at, walk);
  return undefined;
}

function emptyAny(pointer: string, { findings }: Walk): void {
  findings.add("empty-any", pointer, {
    en: "an empty `any` always holds in json-rules-engine",
    zh: "空的 `any` 在 json-rules-engine 中恒为真",
    hint: { en: "write `\"all\": []` for a rule that always matches", zh: "若规则应恒命中，请写 `\"all\": []`" },
  });
}
