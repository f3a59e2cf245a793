import { createHash } from "node:crypto";
import { basename, dirname, isAbsolute } from "node:path";
import type { Diagnostic } from "../base/index.ts";
import type { Dictionary } from "../facts/index.ts";
import type { LawPack, Policy } from "../policy/index.ts";
import { readProfile, type Mapping, type Profile } from "../population/index.ts";
import { readAssumptions, readEnvironment, type Assumptions, type Environment } from "../simulation/index.ts";
import { overrideAssumptions, overrideLaws, overridePolicies } from "./apply-overrides.ts";
import { namedOverlay, overlayEnvironment } from "./overlay-environment.ts";
import { placePolicyFindings, reachesInside, rewritePolicy } from "./override-policy.ts";
import { ownedOverrides, reachesElsewhere, type OwnedOverride, type Override } from "./overrides.ts";
import type { Source } from "./read-file.ts";
import { rememberLast } from "./remember-last.ts";
import { readGround, readMappingText, readPackText, readPolicyTexts, type Ground } from "./read-rules.ts";
import type { FoundTexts, RunTexts } from "./run-texts.ts";
import { assumedOverrides, namedAssumptions } from "./scenario-assumptions.ts";
import { version } from "./version.ts";
import { checkExpectations, readScenario, type Scenario } from "./scenario.ts";

/** Everything a run needs, read from its texts: the same on the main thread and on every worker. */
export interface Bench {
  readonly scenario: Scenario;
  readonly dictionary: Dictionary;
  readonly policies: ReadonlyMap<string, Policy>;
  /** In force before a switch; absent where there is none. */
  readonly before?: Policy;
  readonly packs: readonly LawPack[];
  readonly profile: Profile;
  readonly environment: Environment;
  readonly assumptions: Assumptions;
  readonly mapping?: Mapping;
}

/** How the larger parts of a bench are read; the first argument names the part. */
export interface BenchReaders {
  readonly ground: (name: string, sources: Parameters<typeof readGround>[0]) => Ground;
  readonly policy: (name: string, files: readonly Source[], changes: Changes) => ReturnType<typeof readPolicyTexts>;
  readonly pack: (name: string, source: Source, ground: Ground) => ReturnType<typeof readPackText>;
  readonly profile: (name: string, source: Source) => ReturnType<typeof readProfile>;
  readonly environment: (name: string, source: Source, dictionary: Dictionary | undefined) => ReturnType<typeof readEnvironment>;
  readonly assumptions: (name: string, source: Source) => ReturnType<typeof readAssumptions>;
}

const plainReaders: BenchReaders = {
  ground: (_name, sources) => readGround(sources),
  policy: readChangedPolicy,
  pack: (_name, source, ground) => readPackText(source, ground),
  profile: (_name, source) => readProfile(source),
  environment: (_name, source, dictionary) => readEnvironment(source, dictionary),
  assumptions: (_name, source) => readAssumptions(source),
};

/** Readers for texts that are read again and again: what has not changed is not read anew, and is the same object as before. */
export function rememberingReaders(): BenchReaders {
  return {
    ground: rememberLast(plainReaders.ground),
    policy: rememberLast(plainReaders.policy),
    pack: rememberLast(plainReaders.pack),
    profile: rememberLast(plainReaders.profile),
    environment: rememberLast(plainReaders.environment),
    assumptions: rememberLast(plainReaders.assumptions),
  };
}

/** Reads the texts of a run. `bench` is absent where any of them has an error; all findings are returned. */
export function readBench(texts: RunTexts, readers = plainReaders): { bench?: Bench; diagnostics: readonly Diagnostic[] } {
  const read = readScenario(texts.scenario);
  const overlaid = overlayEnvironment(texts.environment, texts.scenario);
  const parts = readParts({ ...texts, environment: overlaid.source }, [...assumedOverrides(read.scenario), ...texts.overrides], readers);
  const diagnostics = [...read.diagnostics, ...checkExpectations(read), ...parts.diagnostics];
  const { scenario } = read;
  const { dictionary, profile, mapping, policies, packs } = parts;
  const assumptions = parts.assumptions === undefined || scenario === undefined ? undefined : namedAssumptions(parts.assumptions, scenario);
  const environment = parts.environment === undefined ? undefined : namedOverlay(parts.environment, overlaid);
  const broken = diagnostics.some(({ level }) => level === "error");
  if (broken || !scenario || !dictionary || !profile || !environment || !assumptions) return { diagnostics };
  return {
    diagnostics,
    bench: { scenario, dictionary, ...ofSwitch(policies, scenario, texts.onlyBefore), packs, profile, environment, assumptions, ...(mapping === undefined ? {} : { mapping }) },
  };
}

/** The policies that run, and the one that is in force before a switch. */
function ofSwitch(read: ReadonlyMap<string, Policy>, { switch: change, champion }: Scenario, onlyBefore: string | undefined): Pick<Bench, "policies" | "before"> {
  const policies = new Map([...read].filter(([name]) => name !== onlyBefore));
  const before = change === undefined ? undefined : read.get(onlyBefore ?? champion);
  return before === undefined ? { policies } : { policies, before };
}

/** What could be read of the files that were found, with everything that is wrong with them. */
interface Parts {
  readonly dictionary?: Dictionary | undefined;
  readonly policies: ReadonlyMap<string, Policy>;
  readonly packs: readonly LawPack[];
  readonly profile?: Profile | undefined;
  readonly environment?: Environment | undefined;
  readonly assumptions?: Assumptions | undefined;
  readonly mapping?: Mapping | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads every file that was found, whether or not others are missing. */
export function readParts(found: FoundTexts, overrides: readonly Override[], readers = plainReaders): Parts {
  const ground = readers.ground("ground", { dictionary: found.dictionary, reasons: found.reasons });
  const diagnostics: Diagnostic[] = [...ground.diagnostics];
  const keep = <T extends { readonly diagnostics: readonly Diagnostic[] }>(read: T): T => {
    diagnostics.push(...read.diagnostics);
    return read;
  };
  const profile = found.profile === undefined ? undefined : keep(readers.profile("profile", found.profile)).profile;
  const environment = found.environment === undefined ? undefined : keep(readers.environment("environment", found.environment, ground.dictionary)).environment;
  const assumed = found.assumptions === undefined ? undefined : keep(readers.assumptions("assumptions", found.assumptions)).assumptions;
  const assumptions = assumed === undefined ? undefined : keep(overrideAssumptions(assumed, overrides)).assumptions;
  const read = found.laws.flatMap((law) => keep(readers.pack(law.file, law, ground)).pack ?? []);
  const unreadLaws = read.length < found.laws.length;
  const packs = ground.dictionary === undefined || unreadLaws ? read : keep(overrideLaws(read, overrides, ground.dictionary)).packs;
  const written = Object.entries(found.policies).flatMap(([name, files]): [string, Policy][] => {
    const { policy } = keep(readers.policy(name, files, { overrides: ownedOverrides(overrides, "policies", [name]).owned.filter(reachesInside), ground }));
    return policy === undefined ? [] : [[name, policy]];
  });
  const unreadPolicies = written.length < Object.keys(found.policies).length;
  const policies = unreadPolicies ? new Map(written) : keep(overridePolicies(new Map(written), overrides)).policies;
  const mapping = found.mapping === undefined ? undefined : keep(readMappingText(found.mapping, ground)).mapping;
  return { dictionary: ground.dictionary, profile, environment, assumptions, packs, policies, mapping, diagnostics };
}

interface Changes {
  /** Those that reach inside the files of the policy. */
  readonly overrides: readonly OwnedOverride[];
  readonly ground: Ground;
}

/** A policy with the changes that reach inside its files written into them; its parameters are set once all is read. */
function readChangedPolicy(_name: string, files: readonly Source[], { overrides, ground }: Changes): ReturnType<typeof readPolicyTexts> {
  if (overrides.length === 0) return readPolicyTexts(files, ground);
  const rewritten = rewritePolicy(files, overrides);
  const { diagnostics, ...read } = readPolicyTexts(rewritten.files, ground);
  const placed = placePolicyFindings(diagnostics, readPolicyTexts(files, ground).diagnostics, rewritten);
  return { ...read, diagnostics: [...rewritten.diagnostics, ...placed] };
}

/**
 * SHA-256 of every input file, by its name within the project, and of every change that reached into one by `--set`.
 * Changes of the scenario are in its own hash. A file from elsewhere is named by its folder and name: where that
 * folder stands says nothing about the run.
 */
export function hashesOf(texts: RunTexts): Readonly<Record<string, string>> {
  const { scenario, dictionary, reasons, profile, environment, assumptions, laws, mapping, overrides } = texts;
  const sources = [scenario, dictionary, reasons, profile, environment, assumptions, ...laws, ...Object.values(texts.policies).flat()];
  if (mapping !== undefined) sources.push(mapping);
  const files = sources.map(({ file, text }) => [isAbsolute(file) ? `${basename(dirname(file))}/${basename(file)}` : file, sha256(text)] as const);
  const reaching = overrides.filter(reachesElsewhere);
  return Object.fromEntries([...files, ...reaching.map(({ written }) => [written, sha256(written)] as const)]);
}

/** One hash for all that a result rests on: files, flags and the program's version. */
export function inputsDigest(hashes: Readonly<Record<string, string>>, flags: readonly string[]): string {
  const files = Object.entries(hashes).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return sha256(JSON.stringify([version, files, flags]));
}

/** SHA-256 of a text, in hexadecimal. */
export function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
