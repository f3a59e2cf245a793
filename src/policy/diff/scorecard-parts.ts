import type { Policy } from "../policy.ts";
import type { Characteristic } from "../scorecard/index.ts";

/** Every number of a scorecard by a name of its own, so that two scorecards compare bin by bin; nothing where there is none. */
export function scorecardParts({ scorecard }: Policy): Readonly<Record<string, unknown>> {
  if (scorecard === undefined) return {};
  const { title, status, basePoints, characteristics, calibration = [] } = scorecard;
  return {
    title,
    status,
    basePoints,
    ...Object.fromEntries(characteristics.flatMap(binsOf)),
    ...Object.fromEntries(calibration.map(({ from, defaultBps }) => [`calibration ${from}+`, defaultBps])),
  };
}

function binsOf({ fact, bins, missing }: Characteristic): readonly (readonly [string, number | string])[] {
  const worth = bins.map((bin) => [`${fact} ${"in" in bin ? bin.in.join(", ") : `${bin.from ?? "…"}–${bin.below ?? "…"}`}`, bin.points] as const);
  return missing === undefined ? worth : [...worth, [`${fact} missing`, missing] as const];
}
