import { below, diagnose, isObject, nearest, readJson } from "../../base/index.ts";
import type { Diagnostic, Place, Text } from "../../base/index.ts";
import { decisionNames, moments } from "../../policy/index.ts";

/** A claim that a policy is known to break, with the reason why that is accepted. */
export interface ClaimException {
  readonly claim: string;
  /** Where it may be broken (`enrolment@monthly-scan`); absent: anywhere. */
  readonly at?: readonly string[];
  readonly why: Text;
  readonly place: Place;
}

/**
 * Reads `exceptions` of a policy's `invariants.json`: `[{ "claim": "INV-104", "why": { "en": …, "zh": … } }]`. Each names one
 * of the claims that this policy is held to, and gives its reason in both languages. `claims`: their names; undefined where
 * these are not known.
 */
export function readExceptions(source: { readonly file: string; readonly text: string }, claims: readonly string[] | undefined): { readonly exceptions: readonly ClaimException[]; readonly diagnostics: readonly Diagnostic[] } {
  const document = readJson(source.text, source.file);
  const list = isObject(document.value) ? document.value["exceptions"] : undefined;
  const diagnostics: Diagnostic[] = [];
  const say = (pointer: string, message: Text, hint?: Text): void => {
    diagnostics.push(diagnose({ code: "malformed-exception", message, document, pointer, hint }));
  };
  if (list === undefined) return { exceptions: [], diagnostics };
  if (!Array.isArray(list)) {
    say("/exceptions", { en: "`exceptions` is a list", zh: "`exceptions` 须为列表" });
    return { exceptions: [], diagnostics };
  }
  const seen = new Set<string>();
  const exceptions = list.flatMap((value: unknown, index): ClaimException[] => {
    const pointer = below("/exceptions", index);
    const { claim, why, at } = isObject(value) ? value : {};
    if (at !== undefined && !isMoments(at)) {
      say(below(pointer, "at"), { en: '`at` lists where the claim may be broken: ["enrolment@monthly-scan"]', zh: '`at` 列出允许违反之处：["enrolment@monthly-scan"]' });
      return [];
    }
    if (typeof claim !== "string" || !isReason(why)) {
      say(pointer, { en: "an exception names a `claim` and says `why`, in `en` and `zh`", zh: "例外须写明 `claim`，并以 `en` 与 `zh` 说明 `why`" });
      return [];
    }
    if (claims?.includes(claim) === false || seen.has(claim)) {
      const guess = nearest(claim, claims ?? []);
      const said = seen.has(claim) ? { en: `\`${claim}\` is excepted twice`, zh: `\`${claim}\` 被重复列为例外` } : { en: `there is no claim \`${claim}\``, zh: `没有名为 \`${claim}\` 的不变量` };
      say(below(pointer, "claim"), said, seen.has(claim) || guess === undefined ? undefined : { en: `did you mean \`${guess}\`?`, zh: `是否指 \`${guess}\`？` });
      return [];
    }
    seen.add(claim);
    return [{ claim, ...(at === undefined ? {} : { at }), why: { en: why.en, zh: why.zh }, place: document.place(below(pointer, "claim")) }];
  });
  return { exceptions, diagnostics };
}

function isMoments(value: unknown): value is readonly string[] {
  const known = new Set(decisionNames.flatMap((decision) => moments[decision].map((moment) => `${decision}@${moment}`)));
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "string" && known.has(each));
}

function isReason(value: unknown): value is Text {
  return isObject(value) && [value["en"], value["zh"]].every((words) => typeof words === "string" && words.trim() !== "");
}
