import { outcomes, outcomesAt } from "./outcomes.ts";
import type { OutcomePlace, OutcomeSpec, ParamKind, ParamSpec } from "./outcomes.ts";
import type { DecisionName } from "./policy.ts";
import { choose } from "./schema-facts.ts";
import type { JsonSchema } from "./schema-facts.ts";

/** The outcomes of a decision that may stand at a place: `params` follow from `type`. */
export function eventSchema(decision: DecisionName, place: Exclude<OutcomePlace, "expect">): JsonSchema {
  const types = outcomesAt(decision, place);
  return {
    type: "object",
    required: ["type"],
    properties: { type: typeSchema(decision, types), params: { type: "object" } },
    additionalProperties: false,
    allOf: types.map((type) => choose({ properties: { type: { const: type } }, required: ["type"] }, paramsOf(specOf(decision, type)))),
  };
}

/** What an example of a decision may expect. */
export function expectSchema(decision: DecisionName): JsonSchema {
  const types = outcomesAt(decision, "expect");
  const params = types.flatMap((type) => Object.entries(specOf(decision, type).params)).map(([name, spec]) => [name, paramSchema(spec, "constant")]);
  const one = typeSchema(decision, types);
  const set = { type: "array", minItems: 1, items: typeSchema(decision, outcomesAt(decision, "rule")) };
  const monitored = { anyOf: [one, { const: "set" }, set] };
  return {
    type: "object",
    required: ["type"],
    properties: {
      type: decision === "monitoring" ? monitored : one,
      ...(decision === "monitoring" ? { events: set } : {}),
      ...Object.fromEntries(params),
      because: { type: "array", items: { type: "string" }, description: "The rules that decide, in order of priority. 起决定作用的规则，按优先级排列。" },
      undecided: { type: "boolean", description: "A missing fact leaves it to `onMissing`. 因事实缺失而由 `onMissing` 决定。" },
    },
    additionalProperties: false,
  };
}

function specOf(decision: DecisionName, type: string): OutcomeSpec {
  const spec = outcomes[decision][type];
  if (spec === undefined) throw new Error(`${decision} has no outcome ${type}`);
  return spec;
}

/** Names of outcomes with what each does. */
export function typeSchema(decision: DecisionName, types: readonly string[]): JsonSchema {
  const titles = types.map((type) => specOf(decision, type).title);
  return { type: "string", enum: types, enumDescriptions: titles.map(({ en, zh }) => `${en} · ${zh}`) };
}

function paramsOf({ params }: OutcomeSpec): JsonSchema {
  const required = Object.keys(params).filter((name) => params[name]?.optional !== true);
  const properties = Object.fromEntries(Object.entries(params).map(([name, spec]) => [name, paramSchema(spec, "read")]));
  const schema = { type: "object", properties, additionalProperties: false, ...(required.length === 0 ? {} : { required }) };
  return required.length === 0 ? { properties: { params: schema } } : { properties: { params: schema }, required: ["params"] };
}

function paramSchema({ holds, title }: ParamSpec, mode: "read" | "constant"): JsonSchema {
  const description = `${title.en} · ${title.zh}`;
  const value = holdsSchema(holds);
  if (holds.kind !== "number" || mode === "constant") return { ...value, description };
  return { description: `${description} (${holds.unit})`, ...choose({ type: "object" }, { $ref: "#/definitions/factReference" }, value) };
}

function holdsSchema(holds: ParamKind): JsonSchema {
  switch (holds.kind) {
    case "number":
      return { type: holds.whole ? "integer" : "number", minimum: holds.min, maximum: holds.max };
    case "boolean":
      return { type: "boolean" };
    case "text":
    case "reason":
    case "arrangement":
      return { type: "string", minLength: 1 };
    case "word":
      return { enum: holds.words };
    case "grade":
      return { anyOf: [{ enum: holds.words }, { type: "integer", minimum: 1, maximum: 5 }] };
    case "texts":
      return { type: "array", minItems: holds.least, uniqueItems: true, items: holds.words === undefined ? { type: "string", minLength: 1 } : { enum: holds.words } };
    case "numbers":
      return { type: "array", uniqueItems: true, items: { enum: holds.numbers } };
  }
}
