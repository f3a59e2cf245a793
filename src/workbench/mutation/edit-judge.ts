import type { Text } from "../../base/index.ts";
import { applyChange, prepareMutation, type DecisionName, type Moment, type Mutant, type Policy } from "../../policy/index.ts";
import { casesOf, makeEditProver, makeProver, type Budget, type Claim, type EditVerdict } from "../../proof/index.ts";
import { counterexampleSentence } from "../../view/index.ts";

/** An edit and what became of it: an example or a claim notices, somebody is decided otherwise and nobody notices, or nobody is. */
export type JudgedEdit = { readonly mutant: Mutant } & (
  | { readonly status: "killed"; readonly killedBy: string }
  | { readonly status: "killed"; readonly killedByClaim: string; readonly sentence: Text }
  | { readonly status: "survived"; readonly witness: Extract<EditVerdict, { readonly kind: "differs" }> }
  | { readonly status: "equivalent" }
  | { readonly status: "undecided"; readonly why: Text }
);

/** Judges edits of one decision. */
export interface EditJudge {
  /** Examples that hold now, and can thus notice an edit. */
  readonly examples: number;
  /** Examples that fail as things stand; they judge nothing. */
  readonly failing: readonly string[];
  /** Whether claims were asked too; of a decision with very many rules they are not. */
  readonly asksClaims: boolean;
  /** Whether an example alone notices: quick. */
  isNoticed(mutant: Mutant): boolean;
  judge(mutant: Mutant): JudgedEdit;
}

/** Claims are asked about decisions with so many rules at most. */
const claimRulesMax = 200;
/** What one claim may cost for one edit. */
const claimBudget: Budget = { nodes: 15_000, conflicts: 200 };

/** First the examples; of what none notices the exact engine says whether it changes anything; of what does, claims may notice. */
export function makeEditJudge(policy: Policy, decision: DecisionName, held: readonly Claim[]): EditJudge {
  const prepared = prepareMutation(policy, decision);
  let prove: ReturnType<typeof makeEditProver> | undefined;
  const asksClaims = policy.decisions[decision].rules.length <= claimRulesMax;
  const claims = asksClaims ? held.filter((claim) => claim.decisions.includes(decision)).toSorted((a, b) => costOf(a) - costOf(b)) : [];
  return {
    examples: prepared.examples,
    failing: prepared.failing,
    asksClaims,
    isNoticed: (mutant) => prepared.killer(mutant) !== undefined,
    judge(mutant) {
      const killedBy = prepared.killer(mutant);
      if (killedBy !== undefined) return { mutant, status: "killed", killedBy };
      prove ??= makeEditProver(policy, decision);
      const edited = applyChange(policy.decisions[decision], mutant.change);
      const verdict = prove({ change: mutant.change, edited, decide: prepared.both(mutant) });
      if (verdict.kind === "equivalent") return { mutant, status: "equivalent" };
      if (verdict.kind === "undecided") return { mutant, status: "undecided", why: verdict.why };
      const other: Policy = { ...policy, decisions: { ...policy.decisions, [decision]: edited } };
      const broken = firstBroken(other, claims.flatMap((claim) => narrowed(claim, decision, verdict.moments)));
      return broken === undefined ? { mutant, status: "survived", witness: verdict } : { mutant, status: "killed", ...broken };
    },
  };
}

/** The claims that a policy keeps now: only these can notice an edit. What compares with another policy would notice every one. */
export function heldClaims(policy: Policy, claims: readonly Claim[]): readonly Claim[] {
  const own = claims.filter(({ kind }) => kind !== "unchanged-since");
  const prover = makeProver({ policy, claims: own });
  return own.filter((claim) => prover.prove(claim).verdict === "held");
}

/** Claims about two applicants are dearer. */
function costOf({ kind }: Claim): number {
  return kind === "monotone" ? 2 : kind === "independent" ? 1 : 0;
}

/** The claim at the moments at which the edit may matter alone. */
function narrowed(claim: Claim, decision: DecisionName, moments: readonly Moment[]): readonly Claim[] {
  const asked = new Set(casesOf(claim).flatMap((each) => each.flatMap((one) => (one.decision === decision ? [one.moment] : []))));
  const at = moments.filter((moment) => asked.has(moment));
  return at.length === 0 ? [] : [{ ...claim, at: { ...claim.at, [decision]: at } }];
}

function firstBroken(policy: Policy, claims: readonly Claim[]): { readonly killedByClaim: string; readonly sentence: Text } | undefined {
  if (claims.length === 0) return undefined;
  const prover = makeProver({ policy, claims, budget: claimBudget });
  for (const claim of claims) {
    const [counterexample] = prover.prove(claim).counterexamples;
    if (counterexample !== undefined) return { killedByClaim: claim.name, sentence: { en: counterexampleSentence(counterexample, "en"), zh: counterexampleSentence(counterexample, "zh") } };
  }
  return undefined;
}
