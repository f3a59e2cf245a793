import type { Lang } from "../../base/index.ts";
import type { BacktestEstimate, BacktestReport, ScoredPart } from "../../verdict/index.ts";
import { axis, chart, lookOf, percent, type Figure } from "../html/figure.ts";
import { dotFigure, type Dot } from "../html/figures/dot-figure.ts";
import { countText, named, numberText, plainText, shareText } from "./figures.ts";
import { pageWords, words } from "./words.ts";

type Score = NonNullable<BacktestReport["score"]>;

/** The pictures of a backtest: who went bad by score, by standing and by swap set, what cut-offs do, and what facts tell. */
export function backtestFigures(report: BacktestReport, lang: Lang): readonly Figure[] {
  const { score, file } = report;
  const rated = file.outcomeColumn !== null;
  return [
    ...(rated ? standingFigure(report, lang) : []),
    ...(rated && score !== null ? score.samples.flatMap((sample, at) => [...bandFigure(sample, score, at, lang), ...cutOffFigure(sample, score, at, lang)]) : []),
    ...(rated ? report.swaps.flatMap((_, at) => swapFigure(report, at, lang)) : []),
    ...informationFigure(report, lang),
  ];
}

const several = (title: string, sample: string, of: number, lang: Lang): string => (of < 2 ? title : `${title}${lang === "en" ? ", " : "，"}${named(sample, lang)}`);

const dotOf = (label: string, series: number, { value, low, high }: BacktestEstimate): Dot => ({ label, series, value: percent(value), low: percent(low), high: percent(high) });

/** Bad rates of those approved, reviewed and declined, for each policy and sample. */
function standingFigure(report: BacktestReport, lang: Lang): readonly Figure[] {
  const { decisions, samples } = report;
  const series = decisions.map(({ policy, sample }, at) => ({ name: several(policy, sample, samples.length, lang), ...lookOf(at) }));
  const shown = decisions.flatMap(({ standings }, at) => standings.filter(({ known }) => known > 0).map((one) => ({ at, one })));
  return dotFigure({
    id: "standings",
    title: pageWords.standings[lang],
    sees: pageWords.standingsSee[lang],
    series,
    dots: shown.map(({ at, one }) => dotOf(`${named(one.standing, lang)} (${countText(one.known, lang)})`, at, one.badRate)),
    suffix: "%",
    min: 0,
    table: {
      head: [words.decisions, words.standing, words.known, words.bad, words.badRate].map((word) => word[lang]),
      rows: shown.map(({ at, one }) => [series[at]?.name ?? "", named(one.standing, lang), countText(one.known, lang), countText(one.bad, lang), shareText(one.badRate, lang)]),
    },
  });
}

/** Calibration: the bad rate of each score band, observed with its interval and as it was expected. */
function bandFigure({ sample, bands, calibration }: ScoredPart, score: Score, at: number, lang: Lang): readonly Figure[] {
  const shown = bands.filter(({ known }) => known > 0);
  if (shown.length === 0) return [];
  const { color, symbol } = lookOf(at);
  const whiskers = shown.flatMap(({ badRate }, index) => (badRate.low === null || badRate.high === null ? [] : [[index, percent(badRate.low)], [index, percent(badRate.high)], [index, "-"]]));
  const expected = shown.some((band) => band.expected !== null);
  const sees = calibration === null ? pageWords.bandsSee : calibration.source === "fitted" ? pageWords.fittedSee : pageWords.calibrationSee;
  const line = { type: "line", name: words.expected[lang], data: shown.map((band, index) => [index, percent(band.expected)]), symbol: "none", silent: true, itemStyle: { color: "var(--soft)" }, lineStyle: { color: "var(--soft)", type: "dashed", width: 2 } };
  return [
    {
      id: `bands-${at}`,
      title: several(expected ? pageWords.calibration[lang] : words.bands[lang], sample, score.samples.length, lang),
      sees: sees[lang],
      height: 340,
      suffix: "%",
      option: chart({
        tooltip: { trigger: "item", confine: true },
        grid: { left: 56, right: 24, top: 40, bottom: 84 },
        xAxis: [axis({ type: "value", min: -0.5, max: shown.length - 0.5, show: false }), axis({ type: "category", position: "bottom", data: shown.map(({ label }) => label[lang]), axisLabel: { rotate: 30, interval: 0 } })],
        yAxis: axis({ type: "value", min: 0, axisLabel: { formatter: "{value}%" } }),
        series: [
          ...(expected ? [line] : []),
          { type: "line", name: pageWords.observed[lang], data: whiskers, symbol: "none", silent: true, tooltip: { show: false }, itemStyle: { color }, lineStyle: { color, width: 3, opacity: 0.45 } },
          { type: "scatter", name: pageWords.observed[lang], data: shown.map(({ badRate }, index) => [index, percent(badRate.value)]), symbol, symbolSize: 10, itemStyle: { color } },
        ],
      }),
      table: {
        head: [words.band, words.known, words.bad, words.badRate, words.expected].map((word) => word[lang]),
        rows: shown.map((band) => [band.label[lang], countText(band.known, lang), countText(band.bad, lang), shareText(band.badRate, lang), band.expected === null ? "" : shareText({ value: band.expected, low: null, high: null }, lang)]),
      },
    },
  ];
}

/** What each cut-off would do: how many are let in, how they fare, how many bads are kept out. */
function cutOffFigure({ sample, cutOffs }: ScoredPart, score: Score, at: number, lang: Lang): readonly Figure[] {
  if (cutOffs.length < 2) return [];
  const from = (value: number): string => String(Number(value.toPrecision(9)));
  const lines = [
    { name: words.approved[lang], of: (cut: ScoredPart["cutOffs"][number]) => cut.approvedShare },
    { name: words.badApproved[lang], of: (cut: ScoredPart["cutOffs"][number]) => cut.badRateApproved },
    { name: words.caught[lang], of: (cut: ScoredPart["cutOffs"][number]) => cut.badsCaught },
  ];
  return [
    {
      id: `cut-offs-${at}`,
      title: several(words[score.higherIsWorse ? "cutOffsWorse" : "cutOffs"][lang], sample, score.samples.length, lang),
      sees: pageWords.cutOffsSee[lang],
      height: 320,
      suffix: "%",
      option: chart({
        tooltip: { trigger: "axis", confine: true },
        xAxis: axis({ type: "category", data: cutOffs.map((cut) => from(cut.from)), name: words.cutOff[lang], nameGap: 28 }),
        yAxis: axis({ type: "value", min: 0, max: 100, axisLabel: { formatter: "{value}%" } }),
        series: lines.map(({ name, of }, index) => {
          const { color, symbol, dash } = lookOf(index);
          return { type: "line", name, data: cutOffs.map((cut) => percent(of(cut).value)), symbol, symbolSize: 6, itemStyle: { color }, lineStyle: { color, width: 2, type: dash } };
        }),
      }),
      table: { head: [words.cutOff[lang], ...lines.map(({ name }) => name), words.ks[lang]], rows: cutOffs.map((cut) => [from(cut.from), ...lines.map(({ of }) => shareText(of(cut), lang)), plainText(cut.ks, lang)]) },
    },
  ];
}

/** How those fared whom only one of two policies approves. */
function swapFigure({ swaps, samples }: BacktestReport, at: number, lang: Lang): readonly Figure[] {
  const swap = swaps[at];
  if (swap === undefined) return [];
  const { against, sample, cells } = swap;
  return dotFigure({
    id: `swap-${at}`,
    title: several(lang === "en" ? `${words.swap.en} ${against}` : `${words.swap.zh}${against}`, sample, samples.length, lang),
    sees: pageWords.swapSees[lang],
    series: [{ name: words.badRate[lang], ...lookOf(0) }],
    dots: cells.map((one) => dotOf(`${words[one.cell][lang]}: ${countText(one.rows, lang)}`, 0, one.badRate)),
    suffix: "%",
    min: 0,
    table: { head: [words.cell, words.rows, words.share, words.known, words.badRate].map((word) => word[lang]), rows: cells.map((one) => [words[one.cell][lang], countText(one.rows, lang), shareText(one.share, lang), countText(one.known, lang), shareText(one.badRate, lang)]) },
  });
}

const factsShown = 15;

/** The facts that tell most of who goes bad. */
function informationFigure({ information, samples }: BacktestReport, lang: Lang): readonly Figure[] {
  const main = information.filter(({ sample, value }) => sample === samples[0]?.name && value.value !== null).toSorted((a, b) => (b.value.value ?? 0) - (a.value.value ?? 0) || (a.fact < b.fact ? -1 : 1)).slice(0, factsShown);
  const short = (value: number | null): number | null => (value === null ? null : Math.round(value * 1e4) / 1e4);
  return dotFigure({
    id: "information",
    title: words.information[lang],
    sees: pageWords.informationSees[lang],
    series: [{ name: words.iv[lang], ...lookOf(0) }],
    dots: main.map(({ title, value }) => ({ label: title[lang], series: 0, value: short(value.value), low: short(value.low), high: short(value.high) })),
    suffix: "",
    min: 0,
    table: { head: [words.fact, words.origin, words.iv].map((word) => word[lang]), rows: main.map(({ fact, title, origin, value }) => [`${title[lang]} (${fact})`, named(origin, lang), numberText(value, lang)]) },
  });
}
