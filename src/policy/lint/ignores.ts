import { z } from "zod";
import { valueAt, type Diagnostic, type JsonDocument } from "../../base/index.ts";
import { isList, isObject, entry } from "../json.ts";
import { below } from "./say.ts";

/** What a rule or a file says about findings that stay: which code, and why. */
export const ignoreShape = z
  .array(
    z.strictObject({
      code: z.string().min(1).describe("Code of the lint rule."),
      why: z.string().trim().min(10).describe("Why the finding stays."),
    }),
  )
  .describe("Findings of `lint` that stay, each with the reason.");

/** One entry of an `ignore` list: what it covers and where it stands. */
export interface Ignore {
  readonly code: string;
  readonly why: string;
  readonly document: JsonDocument;
  /** Place of the entry. */
  readonly pointer: string;
  /** Findings at or below this pointer are covered. */
  readonly scope: string;
}

/** The `ignore` lists of a file and of its rules. */
export function ignoresIn(document: JsonDocument): readonly Ignore[] {
  const rules = isObject(document.value) ? entry(document.value, "rules") : undefined;
  const scopes = ["", ...(isList(rules) ? rules.map((_, index) => below("/rules", index)) : [])];
  return scopes.flatMap((scope) => {
    const list = valueAt(document.value, `${scope}/ignore`);
    return (isList(list) ? list : []).flatMap((item, index): Ignore[] => {
      const [code, why] = isObject(item) ? [entry(item, "code"), entry(item, "why")] : [];
      if (typeof code !== "string" || typeof why !== "string") return [];
      return [{ code, why, document, scope, pointer: below(`${scope}/ignore`, index) }];
    });
  });
}

/** Whether an entry covers a finding. */
export function covered(ignore: Ignore, { code, place }: Diagnostic): boolean {
  return ignore.code === code && place?.file === ignore.document.file && (place.pointer === ignore.scope || place.pointer.startsWith(`${ignore.scope}/`));
}
