import { basename } from "node:path";
import type { Diagnostic } from "../../base/index.ts";
import { extendDictionary, type FactDefinition } from "../../facts/index.ts";
import type { LawPack, Policy, Procedures } from "../../policy/index.ts";
import { readProfile, synthesise } from "../../population/index.ts";
import {
  prepareRun,
  readAssumptions,
  readEnvironment,
  viewTally,
  type AssumptionName,
  type Assumptions,
  type Environment,
  type Run,
  type RunInputs,
  type Tally,
} from "../../simulation/index.ts";
import { readNamedFile, readPolicyFiles, type NamedKind, type Project } from "../project.ts";
import type { Source } from "../read-file.ts";
import { readPack, readPolicyFolder, readPolicyTexts, readProjectGround } from "../read-rules.ts";

/** One run of the simulator as a check wants it: the shipped base case with what the trial changes. */
export interface Trial extends Partial<Omit<RunInputs, "policy" | "population" | "seed">> {
  readonly policy?: Policy | string;
  readonly customers?: number;
}

/** The simulator under examination: the shipped files, read once. */
export interface Lab {
  readonly policy: (name: string) => Policy;
  /** A policy with more facts in the dictionary and some of its files written anew. */
  readonly rewritten: (name: string, facts: readonly FactDefinition[], files: Readonly<Record<string, (text: string) => string>>) => Policy;
  readonly pack: (name: string) => LawPack;
  readonly environment: (name: string) => Environment;
  /** The base assumptions with some changed. */
  readonly assuming: (changes: Partial<Record<AssumptionName, number>>) => Assumptions;
  readonly prepare: (trial: Trial) => Run;
  /** The tally of a trial over all its customers. */
  readonly play: (trial: Trial) => Tally;
}

/** A policy with other procedures. */
export function withProcedures(policy: Policy, change: (procedures: Procedures) => Procedures): Policy {
  return { ...policy, procedures: change(policy.procedures) };
}

/** The simulator over the shipped files. They are ours: one that cannot be read is a defect. */
export function openLab(project: Project, seed: string): Lab {
  const ground = readProjectGround(project);
  const dictionary = given(ground.dictionary, ground.diagnostics);
  const file = (kind: NamedKind, name: string): Source => {
    const read = readNamedFile(project, kind, name);
    return given(read.source, read.diagnostics);
  };
  const policy = remembered((name) => {
    const read = readPolicyFolder(project, name, ground);
    return given(read.policy, read.diagnostics);
  });
  const rewritten: Lab["rewritten"] = (name, facts, files) => {
    const sources = readPolicyFiles(project, name).sources.filter((one) => basename(one.file) !== "invariants.json").map((one) => ({ ...one, text: files[basename(one.file)]?.(one.text) ?? one.text }));
    const read = readPolicyTexts(sources, { ...ground, dictionary: extendDictionary(dictionary, facts) });
    return given(read.policy, read.diagnostics);
  };
  const environment = remembered((name) => {
    const read = readEnvironment(file("environment", name));
    return given(read.environment, read.diagnostics);
  });
  const pack = remembered((name) => {
    const read = readPack(project, name, ground);
    return given(read.pack, read.diagnostics);
  });
  const assumed = readAssumptions(file("assumptions", "base"));
  const assumptions = given(assumed.assumptions, assumed.diagnostics);
  const who = readProfile(file("profile", "urban-shoppers"));
  const profile = given(who.profile, who.diagnostics);
  const prepare = (trial: Trial): Run => {
    const { policy: chosen = "silent-auto-enrolment", customers = 2000, ...rest } = trial;
    return prepareRun({
      policy: typeof chosen === "string" ? policy(chosen) : chosen,
      population: synthesise({ profile, seed, replication: 0, customers, dictionary }),
      packs: [], lender: { type: "microlender" }, environment: environment("steady"), assumptions, startDate: "2026-11-01",
      months: 24, seed, replication: 0, book: "empty", groupBy: [], ...rest,
    });
  };
  return {
    policy, rewritten, pack, environment, prepare,
    assuming: (changes) => ({ ...assumptions, values: { ...assumptions.values, ...changes } }),
    play: (trial) => viewTally(prepare(trial).block(0, trial.customers ?? 2000)),
  };
}

function remembered<T>(make: (name: string) => T): (name: string) => T {
  const made = new Map<string, T>();
  return (name) => {
    const value = made.get(name) ?? make(name);
    made.set(name, value);
    return value;
  };
}

function given<T>(value: T | undefined, diagnostics: readonly Diagnostic[]): T {
  if (value === undefined) throw new Error(`a shipped file cannot be read: ${diagnostics.map(({ message }) => message.en).join("; ")}`);
  return value;
}
