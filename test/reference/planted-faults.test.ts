// The property that guards the compiler finds every fault planted in it, within a few hundred cases.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { DecisionName } from "../../src/policy/index.ts";
import { checkAgreement } from "./agreement.ts";
import { checkDecision } from "./decision-agreement.ts";
import { loadCopy, type Fault } from "./faults.ts";
import { randomDecision } from "./random-policies.ts";
import { randomCase } from "./random-rules.ts";

const casesMax = 600;

const faults: readonly Fault[] = [
  { name: "less where less or equal is meant", file: "operation.ts", from: "a <= b", to: "a < b" },
  { name: "less or equal for numbers becomes less", file: "lower-leaf.ts", from: `kind: "compare", operator: "<=", left, right`, to: `kind: "compare", operator: "<", left, right` },
  { name: "greater keeps its sides", file: "lower-leaf.ts", from: `kind: "compare", operator: "<", left: right, right: left`, to: `kind: "compare", operator: "<", left, right` },
  { name: "swap does nothing", file: "operation.ts", from: "next(value, fact)", to: "next(fact, value)" },
  { name: "swap does nothing between typed facts", file: "lower-leaf.ts", from: "return unfold(rest, base, right, left)", to: "return unfold(rest, base, left, right)" },
  { name: "a missing fact counts as different", file: "emit.ts", from: `operator === "===" && open ?`, to: `operator === "===" && a === "" && open ?` },
  { name: "a missing number is outside every list", file: "emit.ts", from: "fact.nullable ? [`${x}===${x}`] : []", to: "[]" },
  { name: "a missing fact is false", file: "program.ts", from: "const open = mayBeOpen(node) ?", to: "const open = mayThrow(node) ?" },
  { name: "not of a missing fact is true", file: "emit.ts", from: "if (of === 0) return 1;", to: "if (of === 0 || of === 2) return 1;" },
  { name: "all and any are taken for each other", file: "emit.ts", from: `node.kind === "all" ? allOf : anyOf`, to: `node.kind === "all" ? anyOf : allOf` },
  { name: "all is false as soon as nothing is certain", file: "emit.ts", from: `    case "all":\n      return conjoin(node.sets.flat().map((child) => whenFalse(child, scope)), "|");`, to: `    case "all":\n      return conjoin(node.sets.flat().map((child) => whenFalse(child, scope)), "&");` },
  { name: "an empty any is false", file: "lower.ts", from: "if (list.length === 0) return always;", to: `if (list.length === 0) return kind === "all" ? always : negate(always);` },
  { name: "not is forgotten around a constant", file: "node.ts", from: "node.truth === 1 ? never : always", to: "node" },
  { name: "low priorities are evaluated first", file: "lower.ts", from: "toSorted(([a], [b]) => b - a)", to: "toSorted(([a], [b]) => a - b)" },
  { name: "a set is left as soon as it is decided", file: "emit.ts", from: "if (found.includes(3)) return sofar === 2 ? 2 : 3;\n    if (found.includes(decisive)) return decisive;", to: "if (found.includes(decisive)) return decisive;\n    if (found.includes(3)) return sofar === 2 ? 2 : 3;" },
  { name: "every set is evaluated", file: "emit.ts", from: "if (found.includes(decisive)) return decisive;", to: "if (found.includes(decisive)) sofar = decisive;" },
  { name: "any wins over all no longer", file: "lower.ts", from: `if (Object.hasOwn(condition, "any")) return`, to: `if (Object.hasOwn(condition, "any") && !Object.hasOwn(condition, "all")) return` },
  { name: "an enum's index is off by one", file: "lower-leaf.ts", from: "truth === 1 ? [code] : []", to: "truth === 1 ? [code + 1] : []" },
  { name: "what is false folds to true", file: "lower-leaf.ts", from: "if (!truths.includes(1)) return never;", to: "if (!truths.includes(1)) return always;" },
  { name: "everyFact of nothing is false", file: "operation.ts", from: "Array.isArray(fact) && fact.every(", to: "Array.isArray(fact) && fact.length > 0 && fact.every(" },
  { name: "someValue takes a single value for a list", file: "operation.ts", from: `if (!Array.isArray(value)) throw new TypeError("the value is no list");`, to: "if (!Array.isArray(value)) return [value];" },
  { name: "a fact that is no number is compared all the same", file: "operation.ts", from: "const isNumeric = `Number.parseFloat(a).toString() !== \"NaN\"`;", to: "const isNumeric = `true`;" },
  { name: "doesNotContain is true of what is no list", file: "operation.ts", from: "Array.isArray(a) && a.indexOf(b) === -1", to: "!Array.isArray(a) || a.indexOf(b) === -1" },
  { name: "a path into what is no object leads nowhere", file: "path.ts", from: "value === null) return value;", to: "value === null) return undefined;" },
  { name: "columns are read one row late", file: "program.ts", from: "`c${slot}[i]`", to: "`c${slot}[i>0?i-1:0]`" },
];

const decisionFaults: readonly (Fault & { readonly decision: DecisionName })[] = [
  { name: "the lowest priority speaks", decision: "enrolment", file: "events.ts", from: "priorityAt(file, b) - priorityAt(file, a)", to: "priorityAt(file, a) - priorityAt(file, b)" },
  { name: "open rules above the one that speaks are overlooked", decision: "pricing", file: "choose.ts", from: "rank < row && decided", to: "rank < 0 && decided" },
  { name: "open rules below the one that speaks matter", decision: "pricing", file: "choose.ts", from: "rank >= 0 && rank < row && decided", to: "rank >= 0 && decided" },
  { name: "the highest cap binds", decision: "limit", file: "limit.ts", from: "cap.certain ? cap.low : Infinity);\n  if (!isKnown", to: "cap.certain ? cap.low + 1 : Infinity);\n  if (!isKnown" },
  { name: "caps are combined like floors", decision: "limit", file: "events.ts", from: `return combine[type] ?? outcomes`, to: `if (type === "cap") return "max";\n  return combine[type] ?? outcomes` },
  { name: "open caps are overlooked", decision: "limit", file: "limit.ts", from: "cap.possible ? cap.low : Infinity", to: "cap.certain ? cap.low : Infinity" },
  { name: "a cap alone grants a limit", decision: "limit", file: "limit.ts", from: "if (!tier.possible && !floor.possible) return 0;", to: "if (!tier.possible && !floor.possible && !cap.possible) return 0;" },
  { name: "the cap that binds is no reason", decision: "limit", file: "limit.ts", from: "if (granted < raised)", to: "if (granted < chosen - raised)" },
  { name: "a refusal no longer wins", decision: "closure", file: "closure.ts", from: `if (refused !== "absent") return refused === "present";`, to: "" },
  { name: "factors are not united", decision: "closure", file: "reduce-type.ts", from: `if (combiner === "set") uniteLists(`, to: `if (combiner === "sum") uniteLists(` },
  { name: "exclusive outcomes stand side by side", decision: "monitoring", file: "monitor.ts", from: "blocked ||= states[partner] === stands", to: "blocked ||= states[partner] === dropped" },
  { name: "a param with a missing fact is let through", decision: "enrolment", file: "events.ts", from: "if (Number.isNaN(values[row * params.length + (from[index] ?? 0)])) return false;", to: "" },
  { name: "params are taken from another rule", decision: "pricing", file: "program.ts", from: "return `values[${at}]=", to: "return `values[${at > 0 ? at - 1 : at}]=" },
  { name: "amounts are rounded up", decision: "limit", file: "derive.ts", from: "`Math.floor((${value})", to: "`Math.ceil((${value})" },
  { name: "a division by zero is infinite", decision: "limit", file: "derive.ts", from: "return `(${b}===0?NaN:${a}/${b})`", to: "return `(${a}/${b})`" },
  { name: "the first band is taken, not the last", decision: "limit", file: "derive.ts", from: "return steps.reduce((below", to: "return steps.toReversed().reduce((below" },
  { name: "another moment's word is known", decision: "limit", file: "compile-decision.ts", from: "encodeFact(definition, moment)]]", to: "encodeFact(definition, moment) + 1]]" },
];

test.each(decisionFaults.map((fault) => [fault.name, fault] as const))("%s: found", async (_name, fault) => {
  const copy = await loadCopy(fault);
  const property = fc.asyncProperty(randomDecision(fault.decision), (given) => checkDecision(copy, given));
  const found = await fc.check(property, { seed: 20261122, numRuns: casesMax, endOnFailure: true });
  expect(found.failed).toBe(true);
  expect(String(found.errorInstance)).toMatch(/compiled/u);
});

test("the copy without a fault agrees with json-rules-engine", async () => {
  const copy = await loadCopy();
  const property = fc.asyncProperty(randomCase, async (given) => void (await checkAgreement(copy, given)));
  const found = await fc.check(property, { seed: 1, numRuns: 200 });
  expect(found.failed).toBe(false);
});

test.each(faults.map((fault) => [fault.name, fault] as const))("%s: found", async (_name, fault) => {
  const copy = await loadCopy(fault);
  const property = fc.asyncProperty(randomCase, async (given) => void (await checkAgreement(copy, given)));
  const found = await fc.check(property, { seed: 20261122, numRuns: casesMax, endOnFailure: true });
  expect(found.failed).toBe(true);
  expect(String(found.errorInstance)).toMatch(/compiled|in columns|TypeError/u);
});
