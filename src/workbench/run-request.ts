import { flag, listFlag, textFlag, type Call } from "./call.ts";
import { readOverrides, type Override } from "./overrides.ts";
import { parseCount } from "./parse-count.ts";
import { openProject, type Project } from "./project.ts";
import { readRunTexts } from "./run-texts.ts";

/** What the flags of `run`, `replay`, `population` and the bare command ask for. */
export interface RunRequest {
  readonly project: Project;
  readonly policies: readonly string[];
  readonly strict: boolean;
  readonly overrides: readonly Override[];
}

/** Reads the flags that several commands share. */
export function runRequest(call: Call): RunRequest {
  return {
    project: openProject(call.world),
    policies: listFlag(call, "policy").flatMap((names) => names.split(",")),
    strict: flag(call, "strict"),
    overrides: [...flagOverrides(call), ...readOverrides(listFlag(call, "set"))],
  };
}

/** The texts of the scenario named, with the flags applied. */
export function textsOf(call: Call, request: RunRequest, scenario: string): ReturnType<typeof readRunTexts> {
  const { project, overrides, policies } = request;
  const csv = textFlag(call, "csv");
  return readRunTexts({ project, scenario, overrides, policies, ...(csv === undefined ? {} : { csv }) });
}

/** `--seed`, `--customers` and `--months` are settings of the scenario under a shorter name. */
function flagOverrides(call: Call): Override[] {
  const seed = textFlag(call, "seed");
  const customers = textFlag(call, "customers");
  const months = textFlag(call, "months");
  const overrides: Override[] = [];
  if (seed !== undefined) overrides.push({ path: ["seed"], value: seed, written: `seed=${seed}` });
  if (customers !== undefined) {
    overrides.push({ path: ["population", "customers"], value: parseCount(customers, "--customers"), written: `customers=${customers}` });
  }
  if (months !== undefined) {
    overrides.push({ path: ["months"], value: parseCount(months, "--months"), written: `months=${months}` });
  }
  return overrides;
}
