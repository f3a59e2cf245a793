import type { Level, Text, Verdict } from "../../base/index.ts";
import { makeProver, makeSolver, questionsOf, statementsOf, usualBudget, type Asked, type Budget, type Claim, type ClaimKind, type ClaimResult, type Prover, type RuleFinding } from "../../proof/index.ts";
import { decisionNames, type DecisionName, type Policy } from "../../policy/index.ts";
import { counterexampleSentence } from "../../view/index.ts";
import type { Project } from "../project.ts";
import { readAllClaims, readSince } from "../read-all-claims.ts";
import { readProjectGround } from "../read-rules.ts";
import type { Target } from "../read-targets.ts";
import { findingsOf } from "./rule-findings.ts";

/** A claim that a rule takes part in: it decides about somebody of whom the claim speaks. */
export interface RuleClaim {
  readonly name: string;
  readonly title: Text;
  readonly kind: ClaimKind;
  readonly level: Level;
  readonly verdict: Verdict;
  /** Why it is undecided. */
  readonly why?: Text;
  /** Why the policy may break it. */
  readonly accepted?: Text;
  /** Where the rule decides about them: `enrolment@application`. */
  readonly at: readonly string[];
  /** Counterexamples in which the rule decided, a sentence each. */
  readonly breaks: readonly Text[];
}

/** What is proved about one rule. */
export interface RuleProofs {
  readonly decision: DecisionName;
  readonly rule: string;
  readonly findings: readonly RuleFinding[];
  readonly claims: readonly RuleClaim[];
}

/** What is proved about a policy, rule by rule: plain data that may be sent from a thread. */
export interface PolicyProofs {
  readonly policy: string;
  /** Every rule of every decision, in the order of the files. */
  readonly rules: readonly RuleProofs[];
  /** Findings about a decision as a whole. */
  readonly findings: readonly RuleFinding[];
  /** How many claims there are, and what became of them. */
  readonly verdicts: Readonly<Record<Verdict, number>>;
}

/** Proves the claims about a policy and looks through its rules, told beside each rule. Claims that cannot be read are left out. */
export function proofsByRule(project: Project, target: Target, { ground = readProjectGround(project), budget = usualBudget }: { readonly ground?: ReturnType<typeof readProjectGround>; readonly budget?: Budget } = {}): PolicyProofs {
  const { policy, operand } = target;
  const { claims, exceptions } = readAllClaims(project, target);
  const prover = makeProver({ policy, claims, budget, since: readSince(project, ground, claims, operand) });
  const findings = findingsOf(prover);
  const results = claims.map((claim) => prover.prove(claim));
  const parts = partsOf(prover, claims);
  const accepted = new Map(exceptions.map(({ claim, why }) => [claim, why]));
  const rules = decisionNames.flatMap((decision) =>
    policy.decisions[decision].rules.map(({ name }): RuleProofs => ({
      decision,
      rule: name,
      findings: findings.filter((finding) => finding.decision === decision && (finding.rule === name || finding.others.includes(name))),
      claims: results.flatMap((result) => {
        const at = parts.get(result.claim)?.get(`${decision} ${name}`);
        return at === undefined ? [] : [ruleClaim(result, { at, accepted: accepted.get(result.claim.name), policy, decision, rule: name })];
      }),
    })),
  );
  const count = (verdict: Verdict): number => results.filter((result) => result.verdict === verdict).length;
  return { policy: policy.name, rules, findings: findings.filter(({ rule }) => rule === undefined), verdicts: { held: count("held"), broken: count("broken"), undecided: count("undecided") } };
}

interface Part {
  readonly at: readonly string[];
  readonly accepted: Text | undefined;
  readonly policy: Policy;
  readonly decision: DecisionName;
  readonly rule: string;
}

function ruleClaim({ claim, verdict, why, counterexamples }: ClaimResult, { at, accepted, decision, rule }: Part): RuleClaim {
  const { name, title, kind, level } = claim;
  const own = counterexamples.filter(({ asked, outcomes, second }) => asked.some((each, index) => each.decision === decision && [outcomes, second?.outcomes ?? []].some((said) => said[index]?.because.includes(rule) === true)));
  const breaks = own.map((one): Text => ({ en: counterexampleSentence(one, "en"), zh: counterexampleSentence(one, "zh") }));
  return { name, title, kind, level, verdict, at, breaks, ...(why === undefined ? {} : { why }), ...(accepted === undefined ? {} : { accepted }) };
}

type Parts = ReadonlyMap<Claim, ReadonlyMap<string, readonly string[]>>;

/** Of each claim the rules that decide about somebody it speaks of, by decision and name, and where they do. What is not known counts. */
function partsOf(prover: Prover, claims: readonly Claim[]): Parts {
  const { model, space, budget } = prover;
  const { formulas } = space;
  const statements = statementsOf(model);
  const solvers = new Map(decisionNames.map((decision) => [decision, makeSolver(space, questionsOf(statements.filter((each) => each.decision === decision)), budget)]));
  const known = new Map<number, boolean>();
  const rulesAt = ({ decision, moment }: Asked) => statements.find((each) => each.decision === decision && each.moment === moment)?.rules ?? [];
  return new Map(
    claims.map((claim) => {
      const found = new Map<string, string[]>();
      for (const { asked, premise } of prover.violations(claim)) {
        for (const each of asked) {
          const at = `${each.decision}@${each.moment}`;
          for (const { row, speaks } of rulesAt(each)) {
            const key = `${each.decision} ${model.policy.decisions[each.decision].rules[row.rule ?? -1]?.name ?? ""}`;
            if (found.get(key)?.includes(at) === true) continue;
            const question = formulas.all([premise, speaks]);
            const isPart = known.get(question) ?? solvers.get(each.decision)?.somebody(question) !== false;
            known.set(question, isPart);
            if (isPart) found.set(key, [...(found.get(key) ?? []), at]);
          }
        }
      }
      return [claim, found];
    }),
  );
}
