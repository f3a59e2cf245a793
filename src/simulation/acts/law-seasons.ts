import { dateOfMonth } from "../../base/index.ts";
import type { LawPack } from "../../policy/index.ts";
import type { JudgesInputs } from "./judges.ts";

/** Stretches of the run during which the same rules and parameters are in force. */
export interface LawSeasons {
  /** The season of a month, 0 and up. */
  readonly ofMonth: Int32Array;
  /** The date of the first act of each season. */
  readonly dates: readonly string[];
  /** The stage of the procedures in each season: 0 is that at first. */
  readonly stages: readonly number[];
}

/** Cuts a run where a rule begins or ends, a parameter changes, or other procedures come into force. */
export function lawSeasons({ packs, startDate, months, stages = [] }: Pick<JudgesInputs, "packs" | "startDate" | "months" | "stages">): LawSeasons {
  const ofMonth = new Int32Array(months);
  const dates: string[] = [];
  const ofSeason: number[] = [];
  const known = new Map<string, number>();
  for (let month = 0; month < months; month++) {
    const date = dateOfMonth(startDate, month);
    const stage = stages.filter(({ from }) => from <= month).length;
    const inForce = `${stage} ${lawOn(packs, date)}`;
    const season = known.get(inForce) ?? dates.length;
    if (season === dates.length) {
      known.set(inForce, season);
      dates.push(date);
      ofSeason.push(stage);
    }
    ofMonth[month] = season;
  }
  return { ofMonth, dates, stages: ofSeason };
}

/** Everything that dates decide, as text. */
function lawOn(packs: readonly LawPack[], date: string): string {
  return packs
    .map(({ rules, parameters }) => {
      const inForce = rules.map((rule) => (rule.effectiveFrom === undefined || rule.effectiveFrom <= date) && (rule.effectiveTo === undefined || date <= rule.effectiveTo));
      const values = parameters.map((parameter) => parameter.values.findLastIndex(({ from }) => from <= date));
      return `${inForce.map(Number).join("")}:${values.join()}`;
    })
    .join("|");
}
