import { z } from "zod";
import { checkShape, diagnose, nearest, readJson, type Diagnostic, type JsonDocument, type Text } from "../base/index.ts";
import { assumptionNames, assumptionTable, type AssumptionName, type AssumptionUnit } from "./assumption-table.ts";

/** One number of the behavioural model: its range, what it is, and where it comes from. */
export interface Assumption {
  readonly low: number;
  readonly base: number;
  readonly high: number;
  readonly unit: AssumptionUnit;
  readonly title: Text;
  /** A citation, or `assumption`. */
  readonly source: string;
}

/** Values in use, by name. */
export type AssumptionValues = Readonly<Record<AssumptionName, number>>;

/** A named set of assumptions: how people behave. */
export interface Assumptions {
  readonly name: string;
  readonly title: Text;
  /** Which of the three values of each assumption is in use. */
  readonly use: "low" | "base" | "high";
  readonly values: AssumptionValues;
  readonly entries: Readonly<Record<AssumptionName, Assumption>>;
}

const text = z.strictObject({ en: z.string().min(1).max(2000), zh: z.string().min(1).max(2000) });
const entry = z.strictObject({
  low: z.number(),
  base: z.number(),
  high: z.number(),
  unit: z.string(),
  title: text,
  source: z.string().min(1).max(2000),
});

/** The shape of an assumption file; names and ranges are checked beside it. */
export const assumptionsSchema = z.strictObject({
  $schema: z.string().optional(),
  name: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/u),
  title: text,
  use: z.enum(["low", "base", "high"]).default("base"),
  assumptions: z.record(z.string(), entry),
});

/** Reads an assumption set. Every assumption of the model must be there; every mistake is reported at its place. */
export function readAssumptions(source: { readonly file: string; readonly text: string }): {
  assumptions?: Assumptions;
  diagnostics: readonly Diagnostic[];
} {
  const document = readJson(source.text, source.file);
  if (document.value === undefined) return { diagnostics: document.diagnostics };
  const shape = checkShape(assumptionsSchema, document);
  const diagnostics: Diagnostic[] = [...document.diagnostics, ...shape.diagnostics];
  if (shape.value === undefined) return { diagnostics };
  const file = shape.value;
  diagnostics.push(...checkNames(Object.keys(file.assumptions), document));
  const entries: Partial<Record<AssumptionName, Assumption>> = {};
  const values: Partial<Record<AssumptionName, number>> = {};
  for (const name of assumptionNames) {
    const found = Object.hasOwn(file.assumptions, name) ? file.assumptions[name] : undefined;
    if (found === undefined) continue;
    diagnostics.push(...checkEntry(name, found, document));
    entries[name] = { ...found, unit: assumptionTable[name].unit };
    values[name] = found[file.use];
  }
  if (diagnostics.some((finding) => finding.level === "error")) return { diagnostics };
  if (!isComplete(entries) || !isComplete(values)) throw new Error("an assumption is missing without a diagnostic");
  // A copy has quick properties; an object filled by key is a hash table, and the month reads it all the time.
  return { assumptions: { name: file.name, title: file.title, use: file.use, values: { ...values }, entries }, diagnostics };
}

function isComplete<T>(part: Partial<Record<AssumptionName, T>>): part is Record<AssumptionName, T> {
  return assumptionNames.every((name) => part[name] !== undefined);
}

function checkNames(found: readonly string[], document: JsonDocument): Diagnostic[] {
  const known: readonly string[] = assumptionNames;
  const unknown = found.filter((name) => !known.includes(name));
  const missing = known.filter((name) => !found.includes(name));
  return [
    ...unknown.map((name) => unknownAssumption(name, known, document)),
    ...missing.map((name) =>
      diagnose({
        code: "missing-assumption",
        document,
        pointer: "/assumptions",
        message: { en: `the assumption \`${name}\` is missing`, zh: `缺少假设 \`${name}\`` },
        hint: {
          en: "take its entry from the shipped set `base`",
          zh: "可从自带的假设集 `base` 中取用该条目",
        },
      }),
    ),
  ];
}

function unknownAssumption(name: string, known: readonly string[], document: JsonDocument): Diagnostic {
  const guess = nearest(name, known);
  return diagnose({
    code: "unknown-assumption",
    document,
    pointer: `/assumptions/${pointerPart(name)}`,
    part: "key",
    message: { en: `unknown assumption \`${name}\``, zh: `未知的假设 \`${name}\`` },
    hint:
      guess === undefined
        ? { en: "remove it: no part of the model reads it", zh: "请删除：模型中没有任何部分使用它" }
        : { en: `did you mean \`${guess}\`?`, zh: `是否想写 \`${guess}\`？` },
  });
}

function checkEntry(name: AssumptionName, found: z.infer<typeof entry>, document: JsonDocument): Diagnostic[] {
  const { unit, min, max } = assumptionTable[name];
  const pointer = `/assumptions/${name}`;
  const findings: Diagnostic[] = [];
  if (found.unit !== unit) {
    findings.push(
      diagnose({
        code: "wrong-unit",
        document,
        pointer: `${pointer}/unit`,
        message: {
          en: `\`${name}\` is stated in \`${found.unit}\`, the model takes it in \`${unit}\``,
          zh: `\`${name}\` 的单位写成 \`${found.unit}\`，模型要求 \`${unit}\``,
        },
        hint: { en: `convert the values and write "unit": "${unit}"`, zh: `换算数值，并写 "unit": "${unit}"` },
      }),
    );
  }
  const whole = unit === "cycles" || unit === "months" || unit === "fen" || unit === "bps";
  for (const use of ["low", "base", "high"] as const) {
    const value = found[use];
    if (value >= min && value <= max && (!whole || Number.isInteger(value))) continue;
    const kind = whole ? { en: "a whole number", zh: "整数" } : { en: "a number", zh: "数" };
    findings.push(
      diagnose({
        code: "assumption-out-of-range",
        document,
        pointer: `${pointer}/${use}`,
        message: {
          en: `\`${name}\` must be ${kind.en} from ${min} to ${max}; \`${use}\` is ${value}`,
          zh: `\`${name}\` 须为 ${min} 到 ${max} 的${kind.zh}；\`${use}\` 为 ${value}`,
        },
        hint: { en: `a value between ${min} and ${max}`, zh: `取 ${min} 到 ${max} 之间的值` },
      }),
    );
  }
  if (!(found.low <= found.base && found.base <= found.high)) {
    findings.push(
      diagnose({
        code: "assumption-order",
        document,
        pointer,
        message: {
          en: `\`${name}\` has low ${found.low}, base ${found.base}, high ${found.high}: they must not fall`,
          zh: `\`${name}\` 的 low ${found.low}、base ${found.base}、high ${found.high} 须依次不减`,
        },
        hint: { en: "put the base value between low and high", zh: "base 应介于 low 与 high 之间" },
      }),
    );
  }
  return findings;
}

const pointerPart = (name: string): string => name.replaceAll("~", "~0").replaceAll("/", "~1");
