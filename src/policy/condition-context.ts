import type { JsonDocument } from "../base/index.ts";
import type { Dictionary, FactName } from "../facts/index.ts";
import type { Reader } from "./fact-access.ts";
import type { Condition } from "./policy.ts";

/** How far a condition reaches once its named conditions are put in: levels and nodes. */
export interface Extent {
  readonly depth: number;
  readonly nodes: number;
}

/** The named conditions of one file: all names it defines, and those that can be used. */
export interface NamedConditions {
  /** Broken ones too, so that their use is not reported again. */
  readonly names: ReadonlySet<string>;
  readonly conditions: Readonly<Record<string, Condition>>;
  /** Of the usable ones. */
  readonly extents: ReadonlyMap<string, Extent>;
}

/** A file without named conditions. */
export const noNamedConditions: NamedConditions = { names: new Set(), conditions: {}, extents: new Map() };

/** What a condition is checked against. */
export interface ConditionContext {
  readonly document: JsonDocument;
  readonly dictionary: Dictionary;
  /** Policies may not read `law.*` nor facts that only acts have; laws may not read `param.*` and `derived.*`. */
  readonly reader: Reader;
  readonly named: NamedConditions;
  /** Facts declared somewhere that could not be read: their use is not reported again. */
  readonly unread?: (name: FactName) => boolean;
  /** Values of `request.moment` that occur where the condition is asked; absent: all. */
  readonly moments?: readonly string[];
  /** Values of the policy's parameters by fact name (`param.minScore`). */
  readonly constants?: ReadonlyMap<FactName, number>;
}
