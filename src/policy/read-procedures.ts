import type { z } from "zod";
import { below, checkShape, nearest } from "../base/index.ts";
import type { JsonDocument } from "../base/index.ts";
import type { Dictionary } from "../facts/index.ts";
import { reportDerived } from "./derived-words.ts";
import { quote } from "./findings.ts";
import type { Findings } from "./findings.ts";
import { isList, isObject } from "./json.ts";
import type { JsonObject } from "./json.ts";
import type { Procedures } from "./procedures.ts";
import { idleKeys } from "./scorecard/idle-keys.ts";
import { optionalProcedureShapes, procedureShapes } from "./procedures-shape.ts";

interface Given {
  readonly document: JsonDocument;
  readonly dictionary: Dictionary;
  readonly findings: Findings;
}

/**
 * Reads `procedures` of policy.json section by section. A section that is broken or missing is replaced by one
 * in which nothing is done or shown, so that rules and examples of the policy can still be read.
 */
export function readProcedures(value: unknown, given: Given): Procedures {
  const { findings } = given;
  if (!isObject(value)) return nothingDone;
  const needed = Object.keys(procedureShapes);
  const known = [...needed, ...Object.keys(optionalProcedureShapes)];
  for (const key of Object.keys(value)) if (!known.includes(key)) unknownSection(key, known, given);
  for (const key of needed) {
    if (Object.hasOwn(value, key)) continue;
    findings.add("missing-key", "/procedures", { en: `missing key ${quote(key)}`, zh: `缺少键 ${quote(key)}` });
  }
  const cleaned: Given = { ...given, document: withoutDerived(value, given) };
  return {
    enrolment: section(procedureShapes.enrolment, "enrolment", cleaned) ?? nothingDone.enrolment,
    closure: section(procedureShapes.closure, "closure", cleaned) ?? nothingDone.closure,
    limitChange: section(procedureShapes.limitChange, "limitChange", cleaned) ?? nothingDone.limitChange,
    pricing: section(procedureShapes.pricing, "pricing", cleaned) ?? nothingDone.pricing,
    billing: section(procedureShapes.billing, "billing", cleaned) ?? nothingDone.billing,
    data: section(procedureShapes.data, "data", cleaned) ?? nothingDone.data,
    bureau: section(procedureShapes.bureau, "bureau", cleaned) ?? nothingDone.bureau,
    collection: checkHours(section(procedureShapes.collection, "collection", cleaned), findings) ?? nothingDone.collection,
    complaints: section(procedureShapes.complaints, "complaints", cleaned) ?? nothingDone.complaints,
    marketing: section(procedureShapes.marketing, "marketing", cleaned) ?? nothingDone.marketing,
    education: section(procedureShapes.education, "education", cleaned) ?? nothingDone.education,
    declared: section(procedureShapes.declared, "declared", cleaned) ?? nothingDone.declared,
    ...optionalSections(cleaned),
  };
}

/** Sections that may be absent; one that is broken is reported and left out. */
function optionalSections(given: Given): Partial<Procedures> {
  const shapes = optionalProcedureShapes;
  return {
    ...there("remedy", section(shapes.remedy, "remedy", given)),
    ...there("withdrawal", section(shapes.withdrawal, "withdrawal", given)),
    ...there("afterRefusal", section(shapes.afterRefusal, "afterRefusal", given)),
    ...there("leak", section(shapes.leak, "leak", given)),
    ...there("counsel", section(shapes.counsel, "counsel", given)),
    ...there("filings", section(shapes.filings, "filings", given)),
    ...there("audit", section(shapes.audit, "audit", given)),
    ...there("scorecard", warnOfIdle(section(shapes.scorecard, "scorecard", given), given.findings)),
    ...there("verification", section(shapes.verification, "verification", given)),
  };
}

function there<Key extends keyof Procedures>(key: Key, value: Procedures[Key] | undefined): Partial<Procedures> {
  return value === undefined ? {} : { [key]: value };
}

/** Procedures in which nothing is done: what stands in for those that could not be read. */
export const nothingDone: Procedures = {
  enrolment: {},
  closure: {
    entrance: [], channels: [], factors: [], conditions: [], workingDaysToDecision: 0, reasonsGiven: false,
    afterClosing: "keep", toldOfOtherLimits: false,
  },
  limitChange: { raise: "offer", explanation: false, humanReview: false },
  pricing: { annualRateShown: false, rateIncludesAllFees: false },
  billing: { disclosedFees: [] },
  data: { purposesTold: [], shared: [], retentionMonthsAfterEnd: 0 },
  bureau: { purposeAgreed: false, reportNegative: false },
  collection: { hours: { from: 0, to: 0 }, contactsPerDay: 0, thirdParties: false, missedPaymentNotice: false },
  complaints: { channelPublished: false, acknowledged: false, objectionsFlagged: false, daysToResolve: 0 },
  marketing: { contactsPerMonth: 0, personalised: false, nonPersonalisedOption: false, optOutHonoured: false, excludesStudents: false },
  education: [],
  declared: {},
};

function section<T>(shape: z.ZodType<T>, name: keyof Procedures, { document, findings }: Given): T | undefined {
  const here = isObject(document.value) ? document.value["procedures"] : undefined;
  if (!isObject(here) || !Object.hasOwn(here, name)) return undefined;
  const { value, diagnostics } = checkShape(shape, document, below("/procedures", name));
  findings.take(diagnostics);
  return value;
}

function unknownSection(key: string, known: readonly string[], { dictionary, findings }: Given): void {
  const pointer = below("/procedures", key);
  if (reportDerived(key, pointer, { dictionary, findings })) return;
  const guess = nearest(key, known);
  findings.add("unknown-key", pointer, {
    en: `unknown key ${quote(key)}${guess === undefined ? "" : `; did you mean ${quote(guess)}?`}`,
    zh: `未知的键 ${quote(key)}${guess === undefined ? "" : `；是否想写 ${quote(guess)}？`}`,
    part: "key",
  });
}

// Words that procedures themselves use, though facts of acts end in them.
const ownWords: ReadonlySet<string> = new Set([
  ...Object.keys(procedureShapes), ...Object.keys(optionalProcedureShapes), "steps", "show", "notice", "consents", "channels", "factors", "conditions", "hours", "from", "to",
  "raise", "explanation", "shown", "confirm", "kind", "ticked", "personalised", "nonPersonalisedOption", "channelPublished",
  "acknowledged", "daysToResolve", "workingDaysToDecision", "purposeAgreed", "shared",
]);

const declarable: readonly string[] = Object.keys(procedureShapes.declared.shape);

/** The document without keys that declare what is computed, each reported once. */
function withoutDerived(procedures: JsonObject, { document, dictionary, findings }: Given): JsonDocument {
  const clean = (value: unknown, pointer: string): unknown => {
    if (isList(value)) return value.map((item, index) => clean(item, below(pointer, index)));
    if (!isObject(value)) return value;
    const kept = Object.entries(value).filter(([key]) => {
      const isOther = pointer.endsWith("/consents") || pointer === "/procedures";
      if (pointer === "/procedures/declared" && declarable.includes(key)) return true;
      return isOther || ownWords.has(key) || !reportDerived(key, below(pointer, key), { dictionary, findings });
    });
    return Object.fromEntries(kept.map(([key, inner]) => [key, clean(inner, below(pointer, key))]));
  };
  return { ...document, value: { procedures: clean(procedures, "/procedures") } };
}

function warnOfIdle(procedure: Procedures["scorecard"], findings: Findings): Procedures["scorecard"] {
  for (const { pointer, why } of procedure === undefined ? [] : idleKeys(procedure)) findings.add("ignored-key", `/procedures/scorecard${pointer}`, { ...why, part: "key" });
  return procedure;
}

function checkHours(collection: Procedures["collection"] | undefined, findings: Findings): Procedures["collection"] | undefined {
  if (collection === undefined || collection.hours.from <= collection.hours.to) return collection;
  findings.add("hours-reversed", "/procedures/collection/hours", {
    en: `contacts end at ${collection.hours.to} before they start at ${collection.hours.from}`,
    zh: `联系时段在 ${collection.hours.to} 时结束，早于 ${collection.hours.from} 时开始`,
  });
  return undefined;
}
