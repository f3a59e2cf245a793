import type { BacktestEstimate, BacktestReport } from "../../verdict/index.ts";
import { csvRows } from "../csv.ts";

type Cell = string | number | boolean | null;
type Line = readonly Cell[];

/** A backtest in long form: one number a row, with its interval where it has one. Shares are fractions, money is fen. */
export function csvBacktest(report: BacktestReport): string {
  const head = ["table", "policy", "sample", "item", "detail", "measure", "value", "low", "high"];
  return csvRows([head, ...sampleLines(report), ...decisionLines(report), ...scoreLines(report), ...informationLines(report), ...swapLines(report), ...requirementLines(report)]);
}

const estimated = (place: Line, measure: string, { value, low, high }: BacktestEstimate): Line => [...place, measure, value, low, high];
const plain = (place: Line, measure: string, value: number | null): Line => [...place, measure, value, null, null];

interface Rated {
  readonly rows: number;
  readonly known: number;
  readonly bad: number;
  readonly badRate: BacktestEstimate;
}

const rated = (place: Line, { rows, known, bad, badRate }: Rated): readonly Line[] => [
  plain(place, "rows", rows), plain(place, "known", known), plain(place, "bad", bad), estimated(place, "badRate", badRate),
];

function sampleLines({ samples, file }: BacktestReport): readonly Line[] {
  const facts = (kind: "imported" | "attributes" | "constant" | "synthesised"): readonly Line[] => file[kind].map((fact) => plain(["facts", "", "", kind, fact], "is", 1));
  return [
    ...(["imported", "attributes", "constant", "synthesised"] as const).flatMap(facts),
    ...file.problems.map(({ kind, count, places }) => plain(["problems", "", "", kind, places[0]?.column ?? ""], "count", count)),
    ...samples.flatMap((one) => rated(["sample", "", one.name, "", ""], one)),
  ];
}

function decisionLines({ decisions, lacking, synthetic }: BacktestReport): readonly Line[] {
  return [
    ...decisions.flatMap(({ policy, sample, enrolment, limit, standings }) => [
      ...[...enrolment, limit].flatMap(({ moment, outcomes, rules }) => [
        ...outcomes.flatMap(({ outcome, rows, undecided, onSynthetic }) => {
          const place = ["decision", policy, sample, moment, outcome];
          return [plain(place, "rows", rows), plain(place, "undecided", undecided), plain(place, "onSynthetic", onSynthetic)];
        }),
        ...rules.map(({ outcome, rule, rows }) => plain(["rule", policy, sample, `${moment} ${rule ?? ""}`.trimEnd(), outcome], "rows", rows)),
      ]),
      plain(["limit", policy, sample, "", ""], "meanFen", limit.granted.meanFen),
      ...standings.flatMap((one) => {
        const place = ["standing", policy, sample, one.standing, ""];
        return [...rated(place, one), estimated(place, "share", one.share), plain(place, "onSynthetic", one.onSynthetic)];
      }),
    ]),
    ...lacking.map(({ policy, moment, fact, rules, rows }) => plain(["lacking", policy, "", `${moment} ${fact}`, rules.join(" ")], "rows", rows)),
    ...synthetic.map(({ policy, moment, fact, rows }) => plain(["synthetic", policy, "", `${moment} ${fact}`, ""], "rows", rows)),
  ];
}

function scoreLines({ score }: BacktestReport): readonly Line[] {
  if (score === null) return [];
  const { name, origin, psi, samples } = score;
  return [
    ...(psi === null ? [] : [estimated(["score", "", "out-of-time", name, origin], "psi", psi)]),
    ...samples.flatMap((one) => {
      const place = ["score", "", one.sample, name, origin];
      return [
        plain(place, "scored", one.scored), plain(place, "unscored", one.unscored), plain(place, "goods", one.goods), plain(place, "bads", one.bads), plain(place, "ksAt", one.ksAt),
        ...(["auc", "gini", "ks", "informationValue"] as const).map((measure) => estimated(place, measure, one[measure])),
        ...one.bands.flatMap((band) => {
          const at = ["band", "", one.sample, band.label.en, ""];
          return [...rated(at, band), plain(at, "expected", band.expected)];
        }),
        ...one.cutOffs.flatMap((cut) => {
          const at = ["cutOff", "", one.sample, String(cut.from), ""];
          const rates = (["approvedShare", "badRateApproved", "badRateDeclined", "badsCaught", "marginalBadRate"] as const).map((measure) => estimated(at, measure, cut[measure]));
          return [...rates, plain(at, "ks", cut.ks)];
        }),
        ...calibrationLines(one),
      ];
    }),
  ];
}

function calibrationLines({ sample, calibration }: NonNullable<BacktestReport["score"]>["samples"][number]): readonly Line[] {
  if (calibration === null) return [];
  const { source, observedToExpected, brier, slope, intercept, hosmerLemeshow, spiegelhalter } = calibration;
  const place = ["calibration", "", sample, source, ""];
  return [
    estimated(place, "observedToExpected", observedToExpected), plain(place, "brier", brier), plain(place, "slope", slope), plain(place, "intercept", intercept),
    ...(hosmerLemeshow === null ? [] : [plain(place, "hosmerLemeshow", hosmerLemeshow.statistic), plain(place, "hosmerLemeshowDegrees", hosmerLemeshow.degrees), plain(place, "hosmerLemeshowP", hosmerLemeshow.p)]),
    ...(spiegelhalter === null ? [] : [plain(place, "spiegelhalterZ", spiegelhalter.z), plain(place, "spiegelhalterP", spiegelhalter.p)]),
  ];
}

function informationLines({ information }: BacktestReport): readonly Line[] {
  return information.flatMap(({ fact, origin, sample, value, psi, bins }) => {
    const place = ["information", "", sample, fact, origin];
    return [
      estimated(place, "informationValue", value),
      ...(psi === null ? [] : [estimated(place, "psi", psi)]),
      ...bins.flatMap(({ label, good, bad, weight }) => {
        const at = ["bin", "", sample, fact, label.en];
        return [plain(at, "good", good), plain(at, "bad", bad), plain(at, "weight", weight)];
      }),
    ];
  });
}

function swapLines({ swaps }: BacktestReport): readonly Line[] {
  return swaps.flatMap(({ against, sample, cells, marginalBadRate }) => [
    plain(["swap", against, sample, "", ""], "marginalBadRate", marginalBadRate),
    ...cells.flatMap((one) => {
      const place = ["swap", against, sample, one.cell, ""];
      return [...rated(place, one), estimated(place, "share", one.share)];
    }),
  ]);
}

function requirementLines({ requirements }: BacktestReport): readonly Line[] {
  return requirements.map(({ text, measure, value, low, high, verdict }) => estimated(["requirement", "", "", text, verdict], measure, { value, low, high }));
}
