import { below } from "../../base/index.ts";
import type { Text } from "../../base/index.ts";
import type { Moment } from "../../policy/index.ts";
import { applicantsWithin, departuresOf } from "../claims/applicants.ts";
import type { Prover } from "../claims/prove-claims.ts";
import { regionAround } from "../claims/region.ts";
import type { Formula } from "../logic/formula.ts";
import type { Row } from "../outcomes/rows.ts";
import type { FindingKind, RuleFinding } from "./finding.ts";
import type { DecisionStatements } from "./rule-statements.ts";

/** A finding about a decision, with what all findings have. */
export function findingOf(
  { model: { policy } }: Prover,
  statements: readonly DecisionStatements[],
  said: { readonly kind: FindingKind; readonly level?: "note"; readonly moments: readonly Moment[]; readonly row?: Row; readonly others?: readonly string[]; readonly message: Text; readonly within?: string },
): RuleFinding {
  const [first] = statements;
  if (first === undefined) throw new Error("a finding is about a decision");
  const { kind, level, row, others = [], message, within = "" } = said;
  const rule = row === undefined ? undefined : nameOf(first, row);
  const pointer = row?.rule === undefined ? "" : `${below("/rules", row.rule)}${within}`;
  return { kind, level: level ?? "warning", decision: first.decision, moments: said.moments, others, message, pointer, policy: policy.name, ...(rule === undefined ? {} : { rule }) };
}

/** The name of a rule. */
export function nameOf({ model }: DecisionStatements, row: Row): string {
  return model.rows.file.rules[row.rule ?? -1]?.name ?? "";
}

/** The most ordinary applicant of whom a statement is true, and the region around. */
export function shown({ solver, space, model: { policy } }: Prover, question: Formula, moment: Moment): Pick<RuleFinding, "region" | "example"> {
  const answer = solver.ask(question);
  if (answer.kind !== "somebody") return {};
  const region = regionAround(space, solver, question, answer.assignment);
  const { value: applicants } = applicantsWithin(policy, answer.assignment, moment, undefined).next();
  return { ...(region === undefined ? {} : { region }), ...(applicants === undefined ? {} : { example: departuresOf(policy, applicants.first) }) };
}
