import { nearest as nearestWord, type Text } from "../base/index.ts";
import { checkFactValue } from "../facts/index.ts";
import { inForce, outcomes, scoreFact, type Condition, type Constant, type DecisionName, type Moment, type Policy, type ReadOutcome } from "../policy/index.ts";
import { nearestChange, outcomeFacts } from "../proof/index.ts";
import type { NearestChange, WhyNot } from "../view/index.ts";
import { decideOne } from "./decide-one.ts";
import type { GivenFacts } from "./read-facts.ts";
import { agrees } from "./replay-proof.ts";
import { UsageError } from "./world.ts";

interface Question {
  readonly policy: Policy;
  readonly decision: DecisionName;
  readonly moment: Moment;
  readonly facts: GivenFacts;
  /** `enrol`, `limitFen>=1000000`; empty: anything else, and of an amount a better one. */
  readonly wanted: string;
  readonly keep: readonly string[];
}

/** So many ways are told, each of facts that the ones before leave alone. */
const waysMax = 3;

/**
 * The nearest changes of facts that would have led to another outcome, each decided again by the compiled form and by
 * json-rules-engine before it is told.
 */
export async function whyNot(question: Question): Promise<WhyNot> {
  const { policy, decision, moment, wanted } = question;
  const now = decideOne(policy, question);
  const score = now.facts[scoreFact];
  const facts: GivenFacts = { ...question.facts, ...(inForce(policy.scorecard) === undefined || Object.hasOwn(question.facts, scoreFact) ? {} : { [scoreFact]: score ?? null }) };
  const unless: Condition = wanted === "" ? asItIs(decision, now.outcome) : { not: wantedCondition(wanted, policy, decision) };
  for (const name of question.keep) checkKept(name, policy);
  const ways: NearestChange[] = [];
  // What the lender is and how it acts is no change of the customer's.
  const fixed = [...policy.dictionary.facts.values()].flatMap(({ name, producedBy }) => (producedBy === "lender" || producedBy === "procedures" ? [name] : []));
  const keep = [...question.keep, ...fixed.filter((name) => now.reads.includes(name))];
  for (let way = 0; way < waysMax; way += 1) {
    const answer = nearestChange({ policy, decision, moment, facts, unless, keep });
    if (answer.kind === "none") break;
    if (answer.kind === "unknown") return { wanted, ways, unknown: answer.why };
    const changed = { ...facts, ...answer.changes };
    await agrees(policy, [{ decision, moment }], changed, [answer.outcome]);
    const changes = Object.entries(answer.changes).map(([fact, to]) => ({ fact, title: titleOf(policy, fact), from: now.facts[fact] ?? null, to }));
    if (changes.length === 0) break;
    ways.push({ changes, outcome: { type: answer.outcome.type, params: answer.outcome.params }, because: answer.outcome.because });
    keep.push(...changes.map(({ fact }) => fact));
  }
  return { wanted, ways };
}

function titleOf(policy: Policy, fact: string): Text {
  return policy.dictionary.facts.get(fact)?.title ?? { en: fact, zh: fact };
}

/** What holds of the outcome now: its kind, and that an amount is no better for the customer. */
function asItIs(decision: DecisionName, { type, types, params }: ReadOutcome): Condition {
  const leaf = (field: string, operator: string, value: Constant): Condition => ({ fact: `outcome.${decision}.${field}`, operator, value });
  if (decision === "monitoring") {
    const all = Object.keys(outcomes.monitoring).filter((name) => name !== "no-action");
    return { all: all.map((name) => leaf(name, "equal", types.includes(name))) };
  }
  const amounts: readonly (readonly [string, string])[] = [["limitFen", "lessThanInclusive"], ["feeMonthlyBps", "greaterThanInclusive"]];
  const bounds = amounts.flatMap(([name, operator]) => {
    const value = params[name];
    return typeof value === "number" ? [leaf(name, operator, value)] : [];
  });
  // That nothing is decided is no other decision.
  return bounds.length > 0 ? { all: [leaf("type", "equal", type), ...bounds] } : { any: [leaf("type", "equal", type), ...(type === "no-action" ? [] : [leaf("type", "equal", "no-action")])] };
}

const operators: Readonly<Record<string, string>> = { ">=": "greaterThanInclusive", "<=": "lessThanInclusive", ">": "greaterThan", "<": "lessThan", "=": "equal", "!=": "notEqual" };

function wantedCondition(wanted: string, policy: Policy, decision: DecisionName): Condition {
  const prefix = `outcome.${decision}.`;
  const fields = new Map(outcomeFacts(policy).flatMap((fact) => (fact.name.startsWith(prefix) ? [[fact.name.slice(prefix.length), fact] as const] : [])));
  const [, field = "type", sign = "=", word = wanted] = /^([\w.-]+?)\s*(>=|<=|!=|=|>|<)\s*(.+)$/u.exec(wanted) ?? [];
  const bare = word === wanted && decision === "monitoring";
  const definition = fields.get(bare ? wanted : field);
  if (definition === undefined) throw unknownWanted(bare ? wanted : field, [...fields.keys()]);
  const value = bare ? true : definition.type === "boolean" ? word === "true" : definition.type === "enum" ? word : Number(word);
  const why = checkFactValue(definition, value);
  if (why !== undefined && definition.type === "enum") throw unknownWanted(word, definition.values);
  if (why !== undefined) throw new UsageError({ en: `--why-not \`${wanted}\`: ${why.en}`, zh: `--why-not \`${wanted}\`：${why.zh}` });
  return { fact: definition.name, operator: operators[sign] ?? "equal", value };
}

function unknownWanted(word: string, known: readonly string[]): UsageError {
  const guess = nearestWord(word, known);
  const list = known.map((name) => `\`${name}\``);
  return new UsageError({
    en: `--why-not: there is no outcome \`${word}\`; ${guess === undefined ? `there are: ${list.join(", ")}` : `did you mean \`${guess}\`?`}`,
    zh: `--why-not：没有结果 \`${word}\`；${guess === undefined ? `可用：${list.join("、")}` : `是否指 \`${guess}\`？`}`,
  });
}

function checkKept(name: string, policy: Policy): void {
  if (policy.dictionary.facts.has(name)) return;
  const guess = nearestWord(name, [...policy.dictionary.facts.keys()]);
  const hint = guess === undefined ? { en: "", zh: "" } : { en: `; did you mean \`${guess}\`?`, zh: `；是否指 \`${guess}\`？` };
  throw new UsageError({ en: `--keep: unknown fact \`${name}\`${hint.en}`, zh: `--keep：未知的事实 \`${name}\`${hint.zh}` });
}
