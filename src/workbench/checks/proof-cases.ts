import type { Diagnostic, JsonDocument, Text } from "../../base/index.ts";
import type { DecisionName, Policy } from "../../policy/index.ts";
import { makeProver, type Budget, type Claim, type ClaimResult, type Counterexample, type Prover } from "../../proof/index.ts";
import { counterexampleSentence, type CheckedCase, type SuppressedFinding } from "../../view/index.ts";
import type { CheckSettings } from "../check-settings.ts";
import type { Project } from "../project.ts";
import { ruleDiagnostic } from "../proofs/rule-diagnostics.ts";
import { ruleFindings } from "../proofs/rule-findings.ts";
import { readAllClaims, readSince } from "../read-all-claims.ts";
import { readProjectGround } from "../read-rules.ts";
import { readDocuments, readTargets, type Target } from "../read-targets.ts";
import { replayed, replayedFinding } from "../replay-proof.ts";

type Levels = CheckSettings["proofs"];

/**
 * Every claim about these policies as a case, and a case for what their rules say about themselves. A claim that a policy is
 * known to break is no finding: it stands among the suppressed ones with its reason.
 */
export async function proofCases(project: Project, policies: readonly string[], levels: Levels, { budget, isAsked = () => true, rulesToo = true, isWanted = () => true }: ProofLimits = {}): Promise<readonly CheckedCase[]> {
  if (policies.length === 0 || levels?.level === "off") return [];
  const ground = readProjectGround(project);
  const { targets } = readTargets(project, policies, ground);
  const cases: CheckedCase[] = [];
  for (const target of targets) {
    const { policy } = target;
    // Mistakes in the claims themselves are lint's to tell.
    const { claims } = claimsOf(project, target, levels, ground, budget);
    for (const { check } of claims.filter(({ claim }) => isAsked(claim.name))) {
      if (!isWanted()) return cases;
      cases.push(await check());
    }
    if (rulesToo) cases.push({ suite: "proofs", name: `${policy.name}: every rule can decide`, diagnostics: await aboutRules(target, readDocuments(project, target), budget) });
  }
  return cases;
}

/** What a proof may cost, and which claims are asked about. */
export interface ProofLimits {
  readonly budget?: Budget;
  readonly isAsked?: (claim: string) => boolean;
  /** Whether what rules say about themselves is told as well; where lint tells it, it is not told twice. */
  readonly rulesToo?: boolean;
  /** Asked between two claims: false ends the proofs early. */
  readonly isWanted?: () => boolean;
}

/** A claim about a policy, to be proved when it is asked for. */
export interface AskedClaim {
  readonly claim: Claim;
  /** Why the policy may break it. */
  readonly accepted?: Text;
  readonly check: () => Promise<CheckedCase>;
}

/** The claims a policy is held to; the policy is modelled when the first of them is proved. */
export function claimsOf(project: Project, target: Target, levels: Levels, ground = readProjectGround(project), budget?: Budget): { readonly claims: readonly AskedClaim[]; readonly diagnostics: readonly Diagnostic[] } {
  const { policy } = target;
  const { claims, exceptions, diagnostics } = readAllClaims(project, target);
  let prover: Prover | undefined;
  let documents: At["documents"] | undefined;
  const asked = claims.map((claim): AskedClaim => {
    const exception = exceptions.find((one) => one.claim === claim.name);
    return {
      claim,
      ...(exception === undefined ? {} : { accepted: exception.why }),
      check: async () => {
        prover ??= makeProver({ policy, claims, since: readSince(project, ground, claims, target.operand), ...(budget === undefined ? {} : { budget }) });
        documents ??= readDocuments(project, target);
        const result = prover.prove(claim);
        for (const one of result.counterexamples) await replayed(policy, one);
        return caseOf(result, { policy, documents, levels, exception });
      },
    };
  });
  return { claims: asked, diagnostics };
}

interface At {
  readonly policy: Policy;
  readonly documents: ReadonlyMap<DecisionName, JsonDocument>;
  readonly levels: Levels;
  readonly exception: ReturnType<typeof readAllClaims>["exceptions"][number] | undefined;
}

function caseOf(result: ClaimResult, at: At): CheckedCase {
  const { claim, verdict } = result;
  const { policy, exception } = at;
  const said = (title: string): string => `${policy.name}: ${claim.name} ${title}`;
  const one = { suite: "proofs", name: said(claim.title.en), title: { en: said(claim.title.en), zh: said(claim.title.zh) } };
  if (verdict === "held") return { ...one, diagnostics: exception === undefined ? [] : [needless(claim, exception, policy)] };
  if (verdict === "undecided") return { ...one, diagnostics: [undecided(result, at)] };
  const isAccepted = ({ asked }: Counterexample): boolean => exception !== undefined && (exception.at === undefined || asked.some(({ decision, moment }) => exception.at?.includes(`${decision}@${moment}`)));
  const found = result.counterexamples.map((example) => ({ accepted: isAccepted(example), diagnostic: broken(claim, example, at) }));
  const suppressed = found.flatMap(({ accepted, diagnostic }): readonly SuppressedFinding[] => (accepted && exception !== undefined ? [{ diagnostic, why: exception.why }] : []));
  return { ...one, diagnostics: found.flatMap(({ accepted, diagnostic }) => (accepted ? [] : [diagnostic])), ...(suppressed.length === 0 ? {} : { suppressed }) };
}

function levelOf(claim: Claim, levels: Levels): Diagnostic["level"] {
  return levels === undefined || levels.level === "off" ? claim.level : levels.level;
}

/** At the rule that decided; where none did, at the claim. */
function broken(claim: Claim, example: Counterexample, at: At): Diagnostic {
  const { policy } = at;
  const sentence = { en: counterexampleSentence(example, "en"), zh: counterexampleSentence(example, "zh") };
  return {
    code: "invariant-broken",
    level: levelOf(claim, at.levels),
    message: {
      en: `\`${policy.name}\` breaks ${claim.name} (${claim.title.en}): ${sentence.en}`,
      zh: `\`${policy.name}\` 违反 ${claim.name}（${claim.title.zh}）：${sentence.zh}`,
    },
    hint: { en: `for whom, and how many: policy-bench prove ${policy.name} --run ${claim.name}`, zh: `涉及哪些客户、多少人：policy-bench prove ${policy.name} --run ${claim.name}` },
    ...placeOf(ruleThatDecided(example, at) ?? claim.place),
  };
}

function ruleThatDecided(example: Counterexample, { policy, documents }: At): Diagnostic["place"] {
  for (const [index, { decision }] of example.asked.entries()) {
    const name = example.outcomes[index]?.because[0];
    const rule = policy.decisions[decision].rules.findIndex((each) => each.name === name);
    const document = documents.get(decision);
    if (rule >= 0 && document !== undefined) return document.place(pointerOfRule(document, name ?? "", rule));
  }
  return undefined;
}

/** Rules that could not be read are left out of the list, so the name decides. */
function pointerOfRule(document: JsonDocument, name: string, index: number): string {
  const value: unknown = document.value;
  const list: unknown = typeof value === "object" && value !== null ? Reflect.get(value, "rules") : undefined;
  const found = Array.isArray(list) ? list.findIndex((item: unknown) => typeof item === "object" && item !== null && Reflect.get(item, "name") === name) : -1;
  return `/rules/${found < 0 ? index : found}/name`;
}

function undecided({ claim, why }: ClaimResult, at: At): Diagnostic {
  const { policy } = at;
  return {
    code: "invariant-undecided",
    level: levelOf(claim, at.levels),
    message: {
      en: `${claim.name} (${claim.title.en}) is undecided for \`${policy.name}\`${why === undefined ? "" : `: ${why.en}`}`,
      zh: `${claim.name}（${claim.title.zh}）对 \`${policy.name}\` 无法判定${why === undefined ? "" : `：${why.zh}`}`,
    },
    hint: { en: `a larger budget may decide it: policy-bench prove ${policy.name} --run ${claim.name} --budget 2m`, zh: `加大预算或可判定：policy-bench prove ${policy.name} --run ${claim.name} --budget 2m` },
    ...placeOf(claim.place),
  };
}

function placeOf(place: Diagnostic["place"]): Pick<Diagnostic, "place"> {
  return place === undefined ? {} : { place };
}

function needless(claim: Claim, { place }: NonNullable<At["exception"]>, policy: Policy): Diagnostic {
  return {
    code: "unused-exception",
    level: "warning",
    message: { en: `${claim.name} (${claim.title.en}) holds for \`${policy.name}\`: its exception is no longer needed`, zh: `${claim.name}（${claim.title.zh}）对 \`${policy.name}\` 成立：不再需要该例外` },
    hint: { en: "take it out of `exceptions`, so that a new break is told", zh: "请从 `exceptions` 中删除，以便今后违反时能被发现" },
    place,
  };
}

/** What rules say about themselves; notes are no findings here. */
async function aboutRules({ policy }: Target, documents: At["documents"], budget: Budget | undefined): Promise<readonly Diagnostic[]> {
  const findings = ruleFindings(policy, { notes: false, ...(budget === undefined ? {} : { budget }) }).filter(({ level }) => level !== "note");
  for (const finding of findings) await replayedFinding(policy, finding);
  return findings.map((finding) => ruleDiagnostic(finding, documents));
}
