import { differenceInterval, wilson, type Bounds, type Estimated } from "../../base/index.ts";
import type { FairnessGroup } from "./fairness-tally.ts";
import { groupCounts } from "./group-counts.ts";

/** What turned persons of a group away, and how much of the gap to the reference it makes. */
export interface GapPart {
  /** `decline:ENR-30`, `review:ENR-12`, `invite:ENR-40`, `no-line:`, `undecided:`, `open:` (nothing final in the run). */
  readonly reason: string;
  readonly persons: number;
  /** Of those considered in the group, and in the reference. */
  readonly share: number;
  readonly referenceShare: number;
  /** Share less reference share: these add up to the gap in approval. */
  readonly difference: number;
  readonly interval: Bounds | null;
}

/** The gap in approval as a sum over what decided, the largest part first. Empty where either group is. */
export function gapParts(own: FairnessGroup, reference: FairnessGroup): readonly GapPart[] {
  const [of, ofReference] = [own, reference].map((group) => groupCounts(group).of("considered"));
  if (of === undefined || ofReference === undefined || of === 0 || ofReference === 0) return [];
  const reasons = [...new Set([...Object.keys(own.reasons), ...Object.keys(reference.reasons)])].toSorted();
  const parts = reasons.map((reason): GapPart => {
    const [persons, others] = [own.reasons[reason] ?? 0, reference.reasons[reason] ?? 0];
    const [mine, theirs] = [shareOf(persons, of), shareOf(others, ofReference)];
    return { reason, persons, share: mine.value, referenceShare: theirs.value, difference: mine.value - theirs.value, interval: differenceInterval(theirs, mine) };
  });
  return parts.toSorted((a, b) => b.difference - a.difference || (a.reason < b.reason ? -1 : 1));
}

/** A fact that the policy reads, and how differently it is spread in a group and in the reference. */
export interface FactDistance {
  readonly fact: string;
  /** Half the summed differences of the shares of its values or bands: 0 the same, 1 nothing in common. */
  readonly distance: number;
  /** What chance alone would make of it in groups of this size. */
  readonly byChance: number;
}

/** The facts that could stand for belonging to the group, the most different first; those within chance are left out. */
export function factDistances(own: FairnessGroup, reference: FairnessGroup): readonly FactDistance[] {
  const found = Object.entries(own.facts).flatMap(([fact, values]): readonly FactDistance[] => {
    const others = reference.facts[fact];
    if (others === undefined) return [];
    const { distance, byChance } = distanceOf(values, others);
    return distance > 2 * byChance ? [{ fact, distance, byChance }] : [];
  });
  return found.toSorted((a, b) => b.distance - a.distance || (a.fact < b.fact ? -1 : 1));
}

function distanceOf(own: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): Omit<FactDistance, "fact"> {
  const [a, b] = [total(own), total(other)];
  let [apart, chance] = [0, 0];
  for (const value of new Set([...Object.keys(own), ...Object.keys(other)])) {
    const [x, y] = [own[value] ?? 0, other[value] ?? 0];
    const pooled = (x + y) / (a + b);
    apart += Math.abs(x / a - y / b) / 2;
    // The mean of |X − Y| for two shares drawn from the same: √(2/π) standard errors.
    chance += Math.sqrt((2 / Math.PI) * pooled * (1 - pooled) * (1 / a + 1 / b)) / 2;
  }
  return { distance: apart, byChance: chance };
}

const total = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

function shareOf(persons: number, of: number): Estimated {
  const bounds = wilson(persons, of) ?? { low: 0, high: 1 };
  return { value: persons / of, ...bounds };
}
