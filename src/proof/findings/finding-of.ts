import { below } from "../../base/index.ts";
import type { Text } from "../../base/index.ts";
import type { Moment, Policy } from "../../policy/index.ts";
import { applicantsWithin, departuresOf } from "../claims/applicants.ts";
import { regionAround } from "../claims/region.ts";
import type { Region } from "../claims/region.ts";
import type { Formula } from "../logic/formula.ts";
import type { Assignment } from "../logic/ordinary.ts";
import type { Row } from "../outcomes/rows.ts";
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
  const pointer = row?.rule === undefined ? "" : `${below("/rules", row.rule)}${within}`;
  return { kind, level: level ?? "warning", decision: first.decision, moments: said.moments, others, message, pointer, policy: policy.name, ...(rule === undefined ? {} : { rule }) };
}

/** The name of a rule. */
export function nameOf({ model }: DecisionStatements, row: Row): string {
  return model.rows.file.rules[row.rule ?? -1]?.name ?? "";
}

/** The most ordinary applicant of whom a statement is true, and the region around. */
export function shown({ solver, samples, space, model: { policy } }: Shop, question: Formula, moment: Moment): Pick<RuleFinding, "region" | "example"> {
  // Of a decision too large for diagrams one of the samples does, who departs little.
  const sample = solver.isTooLarge() ? samples.mostOrdinary(question) : undefined;
  if (sample !== undefined) return withExample(policy, sample, moment, undefined);
  const answer = solver.ask(question);
  if (answer.kind !== "somebody") return {};
  return withExample(policy, answer.assignment, moment, regionAround(space, solver, question, answer.assignment));
}

function withExample(policy: Policy, assignment: Assignment, moment: Moment, region: Region | undefined): Pick<RuleFinding, "region" | "example"> {
  const { value: applicants } = applicantsWithin(policy, assignment, moment, undefined).next();
  return { ...(region === undefined ? {} : { region }), ...(applicants === undefined ? {} : { example: departuresOf(policy, applicants.first) }) };
}
