import { viewLawFindings, viewUses } from "./acts/index.ts";
import { counterAt, counterCount } from "./counter-at.ts";
import { counters } from "./counters.ts";
import { flowAt, poolFlowCount, type PoolFlow } from "./pools.ts";
import { vintageMonths, type PoolBook, type Tally } from "./tally.ts";
import {
  histogramEdges,
  histogramNames,
  settlementFigures,
  vintageKinds,
  type TallyData,
  type TallyFrame,
  type TallyPart,
} from "./tally-data.ts";

/** Reads a tally: all customers, or those of one group key of `TallyData.groups`. Throws for an unknown key. */
export function viewTally(data: TallyData, groupKey?: string): Tally {
  const part = groupKey === undefined ? data.all : data.groups[groupKey];
  if (part === undefined) throw new Error(`no group ${groupKey} in this tally`);
  return { ...numbersOf(data.frame, part), ...vintagesOf(data.frame, part), ...listsOf(data.frame, part) };
}

type Numbers = Pick<Tally, "customers" | "months" | "at" | "total" | "group" | "customersInGroup">;

function numbersOf(frame: TallyFrame, part: TallyPart): Numbers {
  const at: Tally["at"] = (counter, month) =>
    month < 0 || month >= frame.months ? 0 : (part.byMonth[month * counterCount + counterAt[counter]] ?? 0);
  return {
    customers: part.customers,
    months: frame.months,
    at,
    total: (counter) => {
      if (counters[counter] === "stock") return at(counter, frame.months - 1);
      let sum = 0;
      for (let month = 0; month < frame.months; month++) sum += at(counter, month);
      return sum;
    },
    group: (counter, group) => part.byGroup[group * counterCount + counterAt[counter]] ?? 0,
    customersInGroup: (group) => part.groupCustomers[group] ?? 0,
  };
}

type Vintages = Pick<Tally, "vintageBooked" | "vintage" | "vintageBalance90" | "vintageOriginated">;

function vintagesOf(frame: TallyFrame, part: TallyPart): Vintages {
  const until = (kind: number, vintage: number, monthsOnBook: number): number => {
    if (vintage < 0 || vintage >= frame.months) return 0;
    const base = (kind * frame.months + vintage) * vintageMonths;
    let sum = 0;
    for (let mob = 0; mob <= monthsOnBook && mob < vintageMonths; mob++) sum += part.vintages[base + mob] ?? 0;
    return sum;
  };
  return {
    vintageBooked: (vintage) => part.vintageBooked[vintage] ?? 0,
    vintageOriginated: (vintage) => part.vintageOriginated[vintage] ?? 0,
    vintage: (kind, vintage, monthsOnBook) => until(vintageKinds.indexOf(kind), vintage, monthsOnBook),
    vintageBalance90: (vintage, monthsOnBook) => until(vintageKinds.indexOf("balance90"), vintage, monthsOnBook),
  };
}

function listsOf(
  frame: TallyFrame,
  part: TallyPart,
): Pick<Tally, "laws" | "rulesFired" | "histograms" | "dataUses" | "pools" | "scores" | "settlements"> {
  return {
    laws: viewLawFindings(part.laws),
    rulesFired: rulesFiredOf(frame, part),
    histograms: histogramsOf(part),
    dataUses: viewUses(frame.readings, part.uses),
    pools: poolsOf(frame, part),
    scores: { ...part.scores, ...frame.score },
    settlements: settlementsOf(frame, part),
  };
}

function rulesFiredOf(frame: TallyFrame, part: TallyPart): Tally["rulesFired"] {
  let next = 0;
  const counted = Object.entries(frame.rules).map(([decision, names]) => {
    const rules = names.map((rule) => ({ rule, times: part.fired[next++] ?? 0 }));
    return [decision, rules] as const;
  });
  return Object.fromEntries(counted);
}

function histogramsOf(part: TallyPart): Tally["histograms"] {
  let next = 0;
  const bins = histogramNames.map((name) => {
    const edges = histogramEdges[name];
    const counts = Array.from(part.histograms.subarray(next, next + edges.length + 1));
    next += edges.length + 1;
    return [name, { edges, counts }] as const;
  });
  return Object.fromEntries(bins);
}

function poolsOf(frame: TallyFrame, part: TallyPart): Tally["pools"] {
  const width = frame.pools.length * poolFlowCount;
  return frame.pools.map((definition, pool): PoolBook => {
    const place = (flow: PoolFlow): number => pool * poolFlowCount + flowAt[flow];
    return {
      definition,
      at: (flow, month) => part.pools[(month < 0 ? frame.months : month) * width + place(flow)] ?? 0,
      group: (flow, group, when) => part.poolsByGroup[(group * 2 + (when === "run" ? 1 : 0)) * width + place(flow)] ?? 0,
    };
  });
}

function settlementsOf(frame: TallyFrame, part: TallyPart): Tally["settlements"] {
  const width = settlementFigures.length;
  const rows = frame.channels.map((name, index) => {
    const figure = (which: (typeof settlementFigures)[number]): number => part.settlements[index * width + settlementFigures.indexOf(which)] ?? 0;
    return [
      name,
      { settlements: figure("settlements"), settledFen: figure("settledFen"), feeFen: figure("feeFen"), late: figure("late"), failed: figure("failed"), short: figure("short") },
    ] as const;
  });
  return Object.fromEntries(rows);
}
