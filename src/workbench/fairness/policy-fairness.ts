import type { FactDefinition, FactName } from "../../facts/index.ts";
import type { Policy } from "../../policy/index.ts";
import { dataReads, type DecisionReads } from "../../simulation/index.ts";
import { judgeGroups, pairedDifference, ratioSample, type FairnessTally, type GroupFairness } from "../../statistics/index.ts";
import { judgeFacts, lawFacts, lowestOf, type FactFairness, type NamedRule, type PolicyFairness, type WithoutRule } from "../../verdict/index.ts";
import { rewritePolicy } from "../override-policy.ts";
import type { Source } from "../read-file.ts";
import { readGround } from "../read-rules.ts";
import { variantErrors, type Variant } from "../variants/variant.ts";
import type { VariantLab } from "../variants/variant-lab.ts";
import { openedFiles } from "./open-policy.ts";

/** Decisions that a customer has an interest in being treated alike by. */
const weighed = new Set(["enrolment", "limit", "pricing"]);
const scores = ["score.points", "bureau.score", "score.thirdPartyPoints"];
/** Rules left out one by one, for each fact. */
const mostRules = 2;

/** How one policy of a lab treats the groups of some facts. */
export async function policyFairness(lab: VariantLab, policy: Policy, groups: readonly FactDefinition[]): Promise<PolicyFairness> {
  const reads = dataReads(policy, lab.bench.scenario.lender).filter(({ decision }) => weighed.has(decision));
  const names = new Set(reads.flatMap(({ facts }) => facts.map(({ fact }) => fact.name)));
  const score = scores.find((name) => names.has(name));
  const files = lab.texts.policies[policy.name] ?? [];
  const opened = soundVariant(lab, policy.name, openedFiles(files, policy));
  const tally = await lab.fairness({
    variant: { policy: policy.name }, open: opened, groups: groups.map(({ name }) => name), reads: observedIn(reads), score, reasons: true,
  });
  const facts = await Promise.all(
    groups.map(async (fact) => {
      const judged = judgeGroups(tally.groups[fact.name] ?? {}, valuesOf(fact));
      const readBy = reads.filter((one) => one.facts.some((read) => read.fact.name === fact.name)).map(({ decision, moment }) => `${decision}@${moment}`);
      return { fact: fact.name, title: fact.title, readBy, groups: judged, withoutRules: await withoutRules(lab, { policy, files, fact: fact.name, judged, tally }) };
    }),
  );
  const done = judgeFacts(facts);
  return { policy: policy.name, title: policy.title, score: score ?? null, facts: done, rules: namedRules(policy, done), opened: opened !== undefined };
}

/** A variant of other files; undefined where they do not hold together. */
function soundVariant({ texts }: VariantLab, policy: string, files: readonly Source[]): Variant | undefined {
  return variantErrors(files, readGround(texts)).length > 0 ? undefined : { policy, files };
}

/** Facts of the customers that the decision to enrol rests on. */
function observedIn(reads: readonly DecisionReads[]): readonly FactName[] {
  const facts = reads.filter(({ decision }) => decision === "enrolment").flatMap((one) => one.facts.map(({ fact }) => fact));
  return [...new Set(facts.filter(({ producedBy }) => producedBy === "population").map(({ name }) => name))];
}

/** Every value that a fact may have, where they are few. */
function valuesOf(fact: FactDefinition): readonly string[] {
  if (fact.type === "enum") return fact.values;
  if (fact.type === "boolean") return ["false", "true"];
  return fact.max - fact.min < 12 ? Array.from({ length: fact.max - fact.min + 1 }, (_, at) => String(fact.min + at)) : [];
}

interface Without {
  readonly policy: Policy;
  readonly files: readonly Source[];
  readonly fact: FactName;
  readonly judged: readonly GroupFairness[];
  readonly tally: FairnessTally;
}

/** The rules that make most of the widest gap, each left out on the same customers: does the gap close? Not asked where four fifths are met. */
async function withoutRules(lab: VariantLab, { policy, files, fact, judged, tally }: Without): Promise<readonly WithoutRule[]> {
  const lowest = lowestOf(judged);
  const reference = judged.find(({ standing }) => standing === "reference")?.group;
  if (lowest === undefined || reference === undefined || lowest.standing === "above") return [];
  const wide = lowest.parts.filter(({ interval, reason }) => (interval?.low ?? 0) > 0 && ruleOf(reason) !== "");
  const before = ratioSample(tally, { fact, group: lowest.group }, reference);
  const found = await Promise.all(
    wide.slice(0, mostRules).map(async ({ reason }): Promise<readonly WithoutRule[]> => {
      const rule = ruleOf(reason);
      const changed = rewritePolicy(files, [{ owner: policy.name, name: `rules.${rule}`, value: "off", written: rule }]);
      const variant = changed.diagnostics.length > 0 ? undefined : soundVariant(lab, policy.name, changed.files);
      if (variant === undefined) return [];
      const other = await lab.fairness({ variant, groups: [fact], reads: [], reasons: false });
      const after = ratioSample(other, { fact, group: lowest.group }, reference);
      return [{ rule, group: lowest.group, reference, with: before.value, without: after.value, difference: pairedDifference(before, after) }];
    }),
  );
  return found.flat();
}

/** The rule of `decline:ENR-30`; empty where none decided. */
const ruleOf = (reason: string): string => reason.slice(reason.indexOf(":") + 1);

/** Every rule that turned somebody away. */
function namedRules({ decisions }: Policy, facts: readonly FactFairness[]): readonly NamedRule[] {
  const wanted = new Set(facts.flatMap(({ groups }) => groups.flatMap(({ parts }) => parts.map(({ reason }) => ruleOf(reason)))));
  return [decisions.enrolment, decisions.limit].flatMap(({ rules, conditions }) =>
    rules.filter(({ name }) => wanted.has(name)).map(({ name, title, conditions: own }) => ({ rule: name, title, facts: lawFacts(own, conditions).filter((fact) => fact !== "request.moment") })),
  );
}
