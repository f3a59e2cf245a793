import { readFileSync } from "node:fs";
import { z } from "zod";
import type { Diagnostic } from "../base/index.ts";
import { identityOf, type CheckedCase } from "../view/index.ts";
import { jsonText } from "./json-text.ts";
import { UsageError } from "./world.ts";
import { writeWhole } from "./write-file.ts";

const baselineSchema = z.strictObject({
  schemaVersion: z.literal(1),
  /** Known findings by what makes them the same one, and how often each occurs. */
  findings: z.array(z.strictObject({ code: z.string(), file: z.string(), message: z.string(), count: z.int().min(1) })),
});

/** Known findings: identity to how many of them are let through. */
export type Baseline = ReadonlyMap<string, number>;

/** Reads a baseline. One that is missing or spoilt is a UsageError that says how to write it. */
export function readBaseline(path: string, shown: string): Baseline {
  const parsed = baselineSchema.safeParse(contentOf(path, shown));
  if (!parsed.success) throw unusable(shown, { en: "is no baseline", zh: "不是基线文件" });
  return new Map(parsed.data.findings.map(({ code, file, message, count }) => [JSON.stringify([code, file, message]), count]));
}

function contentOf(path: string, shown: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw unusable(shown, { en: "cannot be read", zh: "无法读取" });
  }
  try {
    return JSON.parse(text);
  } catch {
    throw unusable(shown, { en: "is no JSON", zh: "不是 JSON 文件" });
  }
}

function unusable(shown: string, why: { readonly en: string; readonly zh: string }): UsageError {
  return new UsageError({ en: `the baseline \`${shown}\` ${why.en}; write it with --update-baseline`, zh: `基线 \`${shown}\` ${why.zh}；请用 --update-baseline 写出` });
}

/** The cases without what the baseline knows; of findings alike, as many as it counts. */
export function withoutKnown(cases: readonly CheckedCase[], baseline: Baseline): { readonly cases: readonly CheckedCase[]; readonly known: number } {
  const left = new Map(baseline);
  let known = 0;
  const isNew = (diagnostic: Diagnostic): boolean => {
    const identity = identityOf(diagnostic);
    const count = left.get(identity) ?? 0;
    if (count === 0) return true;
    left.set(identity, count - 1);
    known += 1;
    return false;
  };
  const fresh = cases.map((one) => ({ ...one, diagnostics: one.diagnostics.filter(isNew) }));
  return { cases: fresh, known };
}

/** Writes all findings as known ones, sorted, so that the file's difference shows what came and went. */
export function writeBaseline(path: string, diagnostics: readonly Diagnostic[]): void {
  const counts = new Map<string, number>();
  for (const diagnostic of diagnostics) counts.set(identityOf(diagnostic), (counts.get(identityOf(diagnostic)) ?? 0) + 1);
  const findings = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([identity, count]) => {
    const [code, file, message] = z.tuple([z.string(), z.string(), z.string()]).parse(JSON.parse(identity));
    return { code, file, message, count };
  });
  writeWhole(path, jsonText({ schemaVersion: 1, findings }));
}
