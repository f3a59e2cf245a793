import { decisionNames, moments, type DecisionName, type Moment } from "../../policy/index.ts";
import { explain, prettyDiagnostics } from "../../view/index.ts";
import { decideOne } from "../decide-one.ts";
import { openProject } from "../project.ts";
import { factsOf } from "../read-facts.ts";
import { readPolicyFolder, readProjectGround } from "../read-rules.ts";
import { traceOf } from "../trace-of.ts";
import type { World } from "../world.ts";
import type { Decision, Question } from "./door.d.ts";

const plain = { lang: "en", color: false, ascii: false, width: 100 } as const;

/** Decides about one applicant of a project. Files and facts that do not fit are thrown, with every mistake. */
export async function decideIn(world: World, { policy: name, decision: written, moment: at, facts = {} }: Question): Promise<Decision> {
  const project = openProject(world);
  const ground = readProjectGround(project);
  const { policy, diagnostics } = readPolicyFolder(project, name, ground);
  const decision = decisionNames.find((each) => each === written);
  if (decision === undefined) throw new Error(`there is no decision ${written}; there are ${decisionNames.join(", ")}`);
  const given = policy === undefined ? undefined : factsOf(Object.entries(facts).map(([fact, value]) => ({ path: [fact], value, written: fact })), policy);
  const found = [...ground.diagnostics, ...diagnostics, ...(given?.diagnostics ?? [])].filter(({ level }) => level === "error");
  if (given === undefined || found.length > 0) throw new Error(prettyDiagnostics(found, plain));
  const moment = momentOf(decision, at);
  const applicant = decision === "enrolment" ? { "account.status": "none", ...given.facts } : given.facts;
  const { outcome } = decideOne(given.policy, { decision, moment, facts: applicant });
  const { type, types, params, because, undecided } = outcome;
  const explanation = explain(await traceOf(given.policy, decision, moment, applicant), plain);
  return { type, types, params, because, undecided, explanation };
}

function momentOf(decision: DecisionName, written: string | undefined): Moment {
  const known: readonly Moment[] = moments[decision];
  const found = written === undefined ? (known.find((moment) => moment === "application") ?? known[0]) : known.find((moment) => moment === written);
  if (found === undefined) throw new Error(`${decision} is not decided at the moment ${written ?? ""}; there are ${known.join(", ")}`);
  return found;
}
