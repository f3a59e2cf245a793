import type { Diagnostic } from "../../base/index.ts";
import { viewTally } from "../../simulation/index.ts";
import { measureEffects, type MeasureEffect } from "../../verdict/index.ts";
import { readOverrides, type Override } from "../overrides.ts";
import type { Project } from "../project.ts";
import { readRunTexts, type RunTexts } from "../run-texts.ts";
import type { Mechanism, Settings } from "./mechanism.ts";
import { notRun, type Side } from "./run-side.ts";

/** How mechanisms are run. */
export interface MechanismRequest {
  readonly project: Project;
  /** The scenario for mechanisms that name none of their own. */
  readonly scenario: string;
  /** Settings that a mechanism may change: a small population for a test. */
  readonly defaults?: Settings;
  /** The user's own, over what the mechanism sets in both runs. */
  readonly overrides?: readonly Override[];
  /** Another policy than the one a mechanism is shown on. */
  readonly policy?: string | undefined;
  readonly csv?: string | undefined;
  /** Runs one side: on this thread, or on another. */
  readonly run: (texts: RunTexts) => Promise<Side>;
}

/** A mechanism off and on over the same customers, or why it could not be run. */
export interface RanMechanism {
  readonly mechanism: Mechanism;
  readonly scenario: string;
  readonly policy: string;
  readonly customers: number;
  readonly months: number;
  readonly replications: number;
  /** The mechanism's settings, into the policy that was asked about. */
  readonly settings: Readonly<Record<"common" | "off" | "on", Settings>>;
  /** Every measure, in report order; empty where it could not be run. */
  readonly effects: readonly MeasureEffect[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Runs mechanisms. Sides that are the same run are run once. */
export function mechanismRunner(request: MechanismRequest): (mechanism: Mechanism) => Promise<RanMechanism> {
  const sides = new Map<string, Promise<Side>>();
  const sideOf = (asked: Asked): Promise<Side> => {
    const key = JSON.stringify([asked.scenario, asked.policy, asked.overrides.map(({ path, value }) => [path, value])]);
    const side = sides.get(key) ?? started(asked, request);
    sides.set(key, side);
    return side;
  };
  return async (mechanism) => {
    const [off, on] = await Promise.all([mechanism.off, mechanism.on].map((settings) => sideOf(askedOf(mechanism, settings, request))));
    if (off === undefined || on === undefined) throw new Error("a mechanism has two sides");
    const { scenario, policy } = askedOf(mechanism, {}, request);
    const { customers, months } = on;
    const ran = off.tallies.length > 0 && on.tallies.length > 0;
    return {
      mechanism, scenario, policy, customers, months,
      settings: { common: settingsFor(mechanism.common ?? {}, mechanism, policy), off: settingsFor(mechanism.off, mechanism, policy), on: settingsFor(mechanism.on, mechanism, policy) },
      replications: on.tallies.length,
      effects: ran ? effectsOf(off, on) : [],
      diagnostics: off.tallies.length === 0 ? off.diagnostics : on.diagnostics,
    };
  };
}

function effectsOf(off: Side, on: Side): readonly MeasureEffect[] {
  const views = (side: Side) => side.tallies.map((tally) => viewTally(tally));
  return measureEffects({ off: views(off), on: views(on), severities: new Map(on.severities) });
}

interface Asked {
  readonly scenario: string;
  readonly policy: string;
  readonly overrides: readonly Override[];
}

function askedOf(mechanism: Mechanism, settings: Settings, request: MechanismRequest): Asked {
  const policy = request.policy ?? mechanism.policy;
  const written = (each: Settings = {}): readonly Override[] =>
    readOverrides(Object.entries(settingsFor(each, mechanism, policy)).map(([path, value]) => `${path}=${JSON.stringify(value)}`));
  const overrides = [...written(request.defaults), ...written(mechanism.common), ...(request.overrides ?? []), ...written(settings)];
  return { scenario: mechanism.scenario ?? request.scenario, policy, overrides };
}

/** Paths into the policy that a mechanism is shown on, as paths into the one that is asked about. */
function settingsFor(settings: Settings, { policy: shown }: Mechanism, asked: string): Settings {
  const own = `policies.${shown}.`;
  const moved = (path: string): string => (path.startsWith(own) ? `policies.${asked}.${path.slice(own.length)}` : path);
  return Object.fromEntries(Object.entries(settings).map(([path, value]) => [moved(path), value]));
}

function started({ scenario, policy, overrides }: Asked, { project, csv, run }: MechanismRequest): Promise<Side> {
  const read = readRunTexts({ project, scenario, overrides, policies: [policy], ...(csv === undefined ? {} : { csv }) });
  return read.texts === undefined ? Promise.resolve(notRun(read.diagnostics)) : run(read.texts);
}
