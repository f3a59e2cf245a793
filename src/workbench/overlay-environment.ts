import { isObject, readJson, setJson } from "../base/index.ts";
import type { Environment } from "../simulation/index.ts";
import type { Source } from "./read-file.ts";

/** An environment file with what a scenario says beside `macro` written over it. */
export interface Overlaid {
  readonly source: Source;
  /** Fields that the scenario says itself, in its order. */
  readonly fields: readonly string[];
}

/** Writes the fields of the scenario's `environment` over those of the file it names; each replaces the file's whole. */
export function overlayEnvironment(file: Source, scenario: Source): Overlaid {
  const { value } = readJson(scenario.text, scenario.file);
  const own = isObject(value) && isObject(value["environment"]) ? value["environment"] : {};
  const fields = Object.keys(own).filter((field) => field !== "macro");
  const text = fields.reduce((rest, field) => setJson(rest, [field], own[field]) ?? rest, file.text);
  return { source: { file: file.file, text }, fields };
}

/** The environment under a name that says what was written over it: `steady+attacks`. */
export function namedOverlay(environment: Environment, { fields }: Overlaid): Environment {
  return fields.length === 0 ? environment : { ...environment, name: [environment.name, ...fields].join("+") };
}
