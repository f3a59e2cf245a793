import { readParts } from "./bench.ts";
import { flag, listFlag, textFlag, type Call } from "./call.ts";
import { readOverrides, type Override } from "./overrides.ts";
import { parseCount } from "./parse-count.ts";
import { openProject, type Project } from "./project.ts";
import { saidOnce } from "./read-rules.ts";
import { readRunTexts, type ReadRunTexts } from "./run-texts.ts";
import { UsageError } from "./world.ts";

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
    policies: [...new Set(listedFlag(call, "policy"))],
    strict: flag(call, "strict"),
    overrides: [...flagOverrides(call), ...readOverrides(listFlag(call, "set"))],
  };
}

/** A flag that takes names, repeated or separated by commas. A UsageError where it names nothing. */
export function listedFlag(call: Call, name: string): readonly string[] {
  const written = listFlag(call, name);
  const names = written.flatMap((text) => text.split(",")).map((text) => text.trim());
  if (names.includes("")) throw new UsageError({ en: `--${name} \`${written.join(",")}\` has an empty name`, zh: `--${name} \`${written.join(",")}\` 中有空名称` });
  return names;
}

/** The texts of the scenario named, with the flags applied. Where some are missing, the others are checked all the same. */
export function textsOf(call: Call, request: RunRequest, scenario: string): ReadRunTexts {
  const { project, overrides, policies } = request;
  const csv = textFlag(call, "csv");
  const read = readRunTexts({ project, scenario, overrides, policies, ...(csv === undefined ? {} : { csv }) });
  if (read.texts !== undefined || read.found === undefined) return read;
  return { ...read, diagnostics: saidOnce([...read.diagnostics, ...readParts(read.found, []).diagnostics]) };
}

/** `--seed`, `--customers`, `--months` and `--replications` are settings of the scenario under a shorter name. */
function flagOverrides(call: Call): Override[] {
  const seed = textFlag(call, "seed");
  const customers = textFlag(call, "customers");
  const months = textFlag(call, "months");
  const replications = textFlag(call, "replications");
  const overrides: Override[] = [];
  if (seed !== undefined) overrides.push({ path: ["seed"], value: seed, written: `--seed ${seed}` });
  if (customers !== undefined) {
    overrides.push({ path: ["population", "customers"], value: parseCount(customers, "--customers"), written: `--customers ${customers}` });
  }
  if (months !== undefined) {
    overrides.push({ path: ["months"], value: parseCount(months, "--months"), written: `--months ${months}` });
  }
  if (replications !== undefined) {
    overrides.push({ path: ["replications"], value: parseCount(replications, "--replications"), written: `--replications ${replications}` });
  }
  overrides.push(...bookOverrides(call));
  return overrides;
}

/** `--book` and `--switch-month`: the book that policies begin on, and the month in which challengers take over. */
function bookOverrides(call: Call): readonly Override[] {
  const book = textFlag(call, "book");
  const month = textFlag(call, "switchMonth");
  return [
    ...(book === undefined ? [] : [{ path: ["population", "book"], value: book, written: `--book ${book}` }]),
    ...(month === undefined ? [] : [{ path: ["switch", "month"], value: month === "0" ? 0 : parseCount(month, "--switch-month"), written: `--switch-month ${month}` }]),
  ];
}
