import { below } from "../../base/index.ts";
import type { Text } from "../../base/index.ts";
import type { Moment, ReadOutcome } from "../../policy/index.ts";
import { applicantsWithin, departuresOf } from "../claims/applicants.ts";
import type { Applicants } from "../claims/applicants.ts";
import { regionAround } from "../claims/region.ts";
import type { Formula } from "../logic/formula.ts";
import type { Assignment } from "../logic/ordinary.ts";
import type { Row } from "../outcomes/rows.ts";
import { findingLevels } from "./finding.ts";
import type { FindingKind, RuleFinding } from "./finding.ts";
import type { DecisionStatements } from "./rule-statements.ts";
import type { Shop } from "./shop.ts";

/** A finding about a decision, with what all findings have. */
export function findingOf(
  { model: { policy } }: Pick<Shop, "model">,
  statements: readonly DecisionStatements[],
  said: { readonly kind: FindingKind; readonly level?: "note"; readonly moments: readonly Moment[]; readonly row?: Row; readonly others?: readonly string[]; readonly message: Text; readonly within?: string },
): RuleFinding {
  const [first] = statements;
  if (first === undefined) throw new Error("a finding is about a decision");
  const { kind, level, row, others = [], message, within = "" } = said;
  const rule = row === undefined ? undefined : nameOf(first, row);
  const pointer = row?.rule === undefined ? within : `${below("/rules", row.rule)}${within}`;
  return { kind, level: level ?? findingLevels[kind], decision: first.decision, moments: said.moments, others, message, pointer, policy: policy.name, ...(rule === undefined ? {} : { rule }) };
}

/** The name of a rule. */
export function nameOf({ model }: DecisionStatements, row: Row): string {
  return model.rows.file.rules[row.rule ?? -1]?.name ?? "";
}

/** So many applicants of the right kind are tried. */
const triesMax = 60;

/** Whether a decision about an applicant shows the finding. */
export type Shows = (outcome: ReadOutcome) => boolean;

/**
 * The finding with the most ordinary applicant who shows it, tried on the decision as the bench makes it, and the region
 * around her. Where none of those tried does, since something about them is left open, it is undecided. `otherwise` finds
 * somebody where the decision is too large to ask for the most ordinary one.
 */
export function withSomebody(shop: Shop, { decision, moment }: Pick<DecisionStatements, "decision" | "moment">, finding: RuleFinding, question: Formula, shows: Shows, otherwise?: () => Assignment | undefined): RuleFinding {
  const { solver, samples, space, model, deciderOf } = shop;
  const decider = deciderOf(model.policy, { decision, moment });
  const who = (assignment: Assignment): Applicants["first"] | undefined => {
    let tries = 0;
    for (const { first } of applicantsWithin(model.policy, assignment, moment, undefined)) {
      tries += 1;
      if (tries > triesMax) return undefined;
      if (shows(decider.decide(first))) return first;
    }
    return undefined;
  };
  // Of a decision too large for diagrams one of the samples does, who departs little.
  const near = solver.isTooLarge() ? (samples.mostOrdinary(question) ?? otherwise?.()) : undefined;
  const first = near === undefined ? undefined : who(near);
  if (first !== undefined) return { ...finding, example: departuresOf(model.policy, first) };
  const answer = solver.ask(question);
  if (answer.kind !== "somebody") return finding;
  const found = who(answer.assignment);
  if (found !== undefined) {
    const region = regionAround(space, solver, question, answer.assignment);
    return { ...finding, ...(region === undefined ? {} : { region }), example: departuresOf(model.policy, found) };
  }
  const message = { en: `undecided, since what is computed from several facts is left open: ${finding.message.en}`, zh: `无法判定（由多个事实计算所得的值未定）：${finding.message.zh}` };
  return { ...finding, kind: "unknown", level: findingLevels.unknown, message };
}
