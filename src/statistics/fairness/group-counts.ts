import { jackknifeGroups } from "../../simulation/index.ts";
import { fairnessCounts, type FairnessCount, type FairnessGroup } from "./fairness-tally.ts";

/** A group's counts: of everybody, of a band of the score, or with a part of the customers left out. */
export interface GroupCounts {
  readonly bands: readonly string[];
  /** `band`: of it alone; `without`: a jackknife group that is left out. */
  of(count: FairnessCount, slice?: { readonly band?: string | undefined; readonly without?: number | undefined }): number;
}

/** Reads a group's counts. */
export function groupCounts({ bands }: FairnessGroup): GroupCounts {
  return {
    bands: Object.keys(bands).toSorted(),
    of: (count, { band, without } = {}) => {
      const at = fairnessCounts.indexOf(count);
      let sum = 0;
      for (const array of band === undefined ? Object.values(bands) : [bands[band]]) {
        if (array === undefined) continue;
        for (let group = 0; group < jackknifeGroups; group++) if (group !== without) sum += array[group * fairnessCounts.length + at] ?? 0;
      }
      return sum;
    },
  };
}
