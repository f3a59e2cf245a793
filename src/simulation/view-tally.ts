import { viewLawFindings, viewUses } from "./acts/index.ts";
import { classCount, classFigures, scoreBands } from "./classes.ts";
import { counterAt, counterCount } from "./counter-at.ts";
import { counters } from "./counters.ts";
import { arriving } from "./loads/queue.ts";
import { flowAt, poolFlowCount, type PoolFlow } from "./pools.ts";
import { jackknifeGroups, vintageMonths, type ClassBook, type PoolBook, type Tally } from "./tally.ts";
import {
  histogramBins,
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

type Numbers = Pick<Tally, "customers" | "months" | "at" | "monthsBefore" | "before" | "total" | "group" | "customersInGroup">;

function numbersOf(frame: TallyFrame, part: TallyPart): Numbers {
  const at: Tally["at"] = (counter, month) =>
    month < 0 || month >= frame.months ? 0 : (part.byMonth[month * counterCount + counterAt[counter]] ?? 0);
  return {
    customers: part.customers,
    months: frame.months,
    at,
    monthsBefore: frame.monthsBefore,
    before: (counter, month) => {
      const place = arriving.findIndex((name) => name === counter);
      return place < 0 || month >= 0 ? 0 : (part.before[(frame.monthsBefore + month) * arriving.length + place] ?? 0);
    },
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
): Pick<Tally, "laws" | "rulesFired" | "histograms" | "dataUses" | "pools" | "scores" | "settlements" | "classes" | "lossGivenDefault" | "openingCashFen"> {
  return {
    laws: viewLawFindings(part.laws),
    rulesFired: rulesFiredOf(frame, part),
    histograms: histogramsOf(part),
    classes: classesOf(part),
    lossGivenDefault: frame.lossGivenDefault,
    openingCashFen: frame.openingCashFen,
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
    const start = next;
    next += edges.length + 1;
    const group = (index: number): readonly number[] =>
      Array.from(part.histograms.subarray(index * histogramBins + start, index * histogramBins + start + edges.length + 1));
    const groups = Array.from({ length: jackknifeGroups }, (_, index) => group(index));
    const counts = Array.from({ length: edges.length + 1 }, (_, bin) => groups.reduce((sum, each) => sum + (each[bin] ?? 0), 0));
    return [name, { edges, counts, group }] as const;
  });
  return Object.fromEntries(bins);
}

function classesOf(part: TallyPart): Tally["classes"] {
  const at = (place: number): ClassBook => {
    const group: ClassBook["group"] = (figure, index) => part.classes[(index * classCount + place) * classFigures.length + classFigures.indexOf(figure)] ?? 0;
    return {
      group,
      total: (figure) => {
        let sum = 0;
        for (let index = 0; index < jackknifeGroups; index++) sum += group(figure, index);
        return sum;
      },
    };
  };
  const [none, below, from580, from620, from660, from700, from740] = [at(0), at(1), at(2), at(3), at(4), at(5), at(6)];
  return {
    bands: { none, "below-580": below, "580-619": from580, "620-659": from620, "660-699": from660, "700-739": from700, "740-up": from740 },
    users: { feeUsers: at(scoreBands.length), freeUsers: at(scoreBands.length + 1) },
  };
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
