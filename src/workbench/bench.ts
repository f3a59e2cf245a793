import { createHash } from "node:crypto";
import type { Diagnostic } from "../base/index.ts";
import { readDictionary, type Dictionary } from "../facts/index.ts";
import { readLawPack, readPolicy, readReasons, type LawPack, type Policy } from "../policy/index.ts";
import { readMapping, readProfile, type Mapping, type Profile } from "../population/index.ts";
import { readAssumptions, readEnvironment, type Assumptions, type Environment } from "../simulation/index.ts";
import { overrideAssumptions, overrideLaws, overridePolicy } from "./apply-overrides.ts";
import type { RunTexts } from "./run-texts.ts";
import { readScenario, type Scenario } from "./scenario.ts";

/** Everything a run needs, read from its texts: the same on the main thread and on every worker. */
export interface Bench {
  readonly scenario: Scenario;
  readonly dictionary: Dictionary;
  readonly policies: ReadonlyMap<string, Policy>;
  readonly packs: readonly LawPack[];
  readonly profile: Profile;
  readonly environment: Environment;
  readonly assumptions: Assumptions;
  readonly mapping?: Mapping;
}

/** Reads the texts of a run. `bench` is absent where any of them has an error; all findings are returned. */
export function readBench(texts: RunTexts): { bench?: Bench; diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const keep = <T extends { readonly diagnostics: readonly Diagnostic[] }>(read: T): T => {
    diagnostics.push(...read.diagnostics);
    return read;
  };
  const { scenario } = keep(readScenario(texts.scenario));
  const { dictionary } = keep(readDictionary(texts.dictionary));
  const { reasons } = keep(readReasons(texts.reasons));
  const { profile } = keep(readProfile(texts.profile));
  const { environment } = keep(readEnvironment(texts.environment));
  const assumed = keep(readAssumptions(texts.assumptions));
  const assumptions = assumed.assumptions === undefined ? undefined : keep(overrideAssumptions(assumed.assumptions, texts.overrides)).assumptions;
  const packs = texts.laws.flatMap((law) => keep(readLawPack(law, dictionary)).pack ?? []);
  const laws = keep(overrideLaws(packs, texts.overrides)).packs;
  const policies = Object.entries(texts.policies).flatMap(([name, files]): [string, Policy][] => {
    const { policy } = keep(readPolicy({ files, dictionary, reasons }));
    return policy === undefined ? [] : [[name, keep(overridePolicy(policy, name, texts.overrides)).policy]];
  });
  const mapping = texts.mapping === undefined ? undefined : keep(readMapping(texts.mapping, dictionary)).mapping;
  const broken = diagnostics.some((finding) => finding.level === "error");
  if (broken || !scenario || !profile || !environment || !assumptions) return { diagnostics };
  return {
    diagnostics,
    bench: { scenario, dictionary, policies: new Map(policies), packs: laws, profile, environment, assumptions, ...(mapping === undefined ? {} : { mapping }) },
  };
}

/** SHA-256 of every input file, by its name within the project. */
export function hashesOf(texts: RunTexts): Readonly<Record<string, string>> {
  const { scenario, dictionary, reasons, profile, environment, assumptions, laws, mapping } = texts;
  const sources = [scenario, dictionary, reasons, profile, environment, assumptions, ...laws, ...Object.values(texts.policies).flat()];
  if (mapping !== undefined) sources.push(mapping);
  return Object.fromEntries(sources.map(({ file, text }) => [file, createHash("sha256").update(text).digest("hex")]));
}
