import type { DecisionName, Moment } from "../../policy/index.ts";
import { contextsOf } from "./contexts.ts";
import { useOf } from "./data-use.ts";
import type { ActHandle, JudgesInputs } from "./judges.ts";
import type { Standings } from "./standings.ts";

/** What decisions rest on, worked out once for each decision and standing. */
export interface Uses {
  /** Makes the handle known as that of a decision. */
  reading(access: ActHandle, reading: { readonly decision: DecisionName; readonly moment: Moment }): void;
  of(access: ActHandle, standings: Standings): readonly number[];
  /** Numbers of standings mean something else from now on. */
  forget(): void;
}

const nothing: readonly number[] = [];

/** Nothing worked out yet. */
export function createUses(inputs: JudgesInputs): Uses {
  const contexts = contextsOf(inputs);
  const readings = new Map<ActHandle, { readonly decision: DecisionName; readonly moment: Moment }>();
  // By handle: the standing last asked about and its answer; customers keep a standing for months.
  const lastFor: number[] = [];
  const last: (readonly number[])[] = [];
  const known: (readonly number[] | undefined)[][] = [];
  const find = (access: ActHandle, standings: Standings): readonly number[] => {
    const { id } = standings.now;
    const byStanding = (known[access] ??= []);
    const found = byStanding[id];
    if (found !== undefined) return found;
    const reading = readings.get(access);
    const standing = standings.standing();
    const context = contexts[standing.stage ?? 0];
    if (reading === undefined || context === undefined) return nothing;
    const made = useOf(context, reading, standing);
    // Without holes: an array with many of them is a hash table.
    while (byStanding.length < id) byStanding.push(undefined);
    byStanding[id] = made;
    return made;
  };
  return {
    reading(access, reading) {
      readings.set(access, reading);
      while (lastFor.length <= access) {
        lastFor.push(-1);
        last.push(nothing);
        known.push([]);
      }
    },
    of(access, standings) {
      const id = standings.now.id;
      if (lastFor[access] !== id) {
        lastFor[access] = id;
        last[access] = find(access, standings);
      }
      return last[access] ?? nothing;
    },
    forget() {
      lastFor.fill(-1);
      for (let access = 0; access < known.length; access++) known[access] = [];
    },
  };
}
