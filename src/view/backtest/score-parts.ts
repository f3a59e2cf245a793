import type { Lang } from "../../base/index.ts";
import { grouped } from "../../statistics/index.ts";
import type { BacktestReport, ScoredPart } from "../../verdict/index.ts";
import type { ComparePart } from "../compare/part.ts";
import { countText, named, numberText, plainText, shareText } from "./figures.ts";
import { words } from "./words.ts";

type Score = NonNullable<BacktestReport["score"]>;
type CalibrationPart = NonNullable<ScoredPart["calibration"]>;

/** How the score ranks, sample beside sample; its bands, its calibration and what each cut-off would do. */
export function scoreParts({ score, file }: BacktestReport, lang: Lang): readonly ComparePart[] {
  if (score === null) return [];
  const rated = file.outcomeColumn !== null;
  return [
    headPart(score, rated, lang),
    ...score.samples.map((sample) => bandsPart(sample, score, rated, lang)),
    ...(rated ? calibrationParts(score, lang) : []),
    ...score.samples.map((sample) => cutOffsPart(sample, score, rated, lang)),
  ];
}

function titled(title: string, sample: ScoredPart, { samples }: Score, lang: Lang): string {
  return samples.length < 2 ? title : `${title}${lang === "en" ? ", " : "，"}${named(sample.sample, lang)}`;
}

function headPart(score: Score, rated: boolean, lang: Lang): ComparePart {
  const { samples, psi } = score;
  const row = (word: keyof typeof words, of: (sample: ScoredPart) => string): readonly string[] => [words[word][lang], ...samples.map(of)];
  const rows = [
    row("scored", ({ scored }) => countText(scored, lang)),
    row("unscored", ({ unscored }) => countText(unscored, lang)),
    ...(rated
      ? [
          row("auc", ({ auc }) => numberText(auc, lang)),
          row("gini", ({ gini }) => numberText(gini, lang)),
          row("ks", ({ ks }) => numberText(ks, lang)),
          row("ksAt", ({ ksAt }) => (ksAt === null ? plainText(null, lang) : String(ksAt))),
          row("iv", ({ informationValue }) => numberText(informationValue, lang)),
        ]
      : []),
    ...(psi === null ? [] : [[words.psi[lang], ...samples.slice(1).map(() => ""), numberText(psi, lang)]]),
  ];
  const backwards = rated && samples.some(({ auc }) => auc.high !== null && auc.high < 0.5);
  return {
    title: `${words.score[lang]}: ${score.name} (${score.title[lang]})`,
    depth: 2,
    sentences: [
      ...(score.draft ? [words.draft[lang]] : score.decides ? [] : [words.idle[lang]]),
      ...(score.origin === "synthetic" ? [words.syntheticScore[lang]] : []),
      ...(score.syntheticInputs.length === 0 ? [] : [`${words.syntheticInputs[lang]}: ${score.syntheticInputs.join(", ")}`]),
      ...(score.higherIsWorse ? [words.higherIsWorse[lang]] : []),
      ...(backwards ? [words.backwards[lang]] : []),
    ],
    points: [],
    table: { head: [words.measure[lang], ...samples.map(({ sample }) => named(sample, lang))], rows, words: new Set([0]) },
  };
}

function bandsPart(sample: ScoredPart, score: Score, rated: boolean, lang: Lang): ComparePart {
  const head = [words.band, words.rows, ...(rated ? [words.known, words.bad, words.badRate, words.expected] : [])].map((word) => word[lang]);
  const rows = sample.bands.map(({ label, rows: count, known, bad, badRate, expected }) => [
    label[lang], countText(count, lang), ...(rated ? [countText(known, lang), countText(bad, lang), shareText(badRate, lang), expected === null ? "" : `${grouped(expected * 100, 2)}%`] : []),
  ]);
  return { title: titled(words[rated ? "bands" : "bandsOnly"][lang], sample, score, lang), depth: 3, sentences: [], points: [], table: { head, rows, words: new Set([0]) } };
}

function calibrationParts({ samples }: Score, lang: Lang): readonly ComparePart[] {
  const told = samples.flatMap(({ sample, calibration }) => (calibration === null ? [] : [{ sample, calibration }]));
  const [first] = told;
  if (first === undefined) return [];
  const row = (word: keyof typeof words, of: (calibration: CalibrationPart) => string): readonly string[] => [words[word][lang], ...told.map(({ calibration }) => of(calibration))];
  const rows = [
    row("ratio", ({ observedToExpected }) => numberText(observedToExpected, lang)),
    row("brier", ({ brier }) => plainText(brier, lang)),
    row("slope", ({ slope }) => plainText(slope, lang)),
    row("intercept", ({ intercept }) => plainText(intercept, lang)),
    row("hosmer", ({ hosmerLemeshow }) => (hosmerLemeshow === null ? plainText(null, lang) : `χ² = ${grouped(hosmerLemeshow.statistic, 2)}, df ${hosmerLemeshow.degrees}, p = ${grouped(hosmerLemeshow.p, 4)}`)),
    row("spiegelhalter", ({ spiegelhalter }) => (spiegelhalter === null ? plainText(null, lang) : `${grouped(spiegelhalter.z, 2)}, p = ${grouped(spiegelhalter.p, 4)}`)),
  ];
  return [
    {
      title: words.calibration[lang],
      depth: 3,
      sentences: [words[first.calibration.source === "fitted" ? "fitted" : "stated"][lang]],
      points: [],
      table: { head: [words.measure[lang], ...told.map(({ sample }) => named(sample, lang))], rows, words: new Set([0]) },
    },
  ];
}

function cutOffsPart(sample: ScoredPart, score: Score, rated: boolean, lang: Lang): ComparePart {
  const head = [words.cutOff, words.approved, ...(rated ? [words.badApproved, words.badDeclined, words.caught, words.ks, words.marginal] : [])].map((word) => word[lang]);
  const rows = sample.cutOffs.map((cut) => [
    String(Number(cut.from.toPrecision(9))), shareText(cut.approvedShare, lang),
    ...(rated ? [shareText(cut.badRateApproved, lang), shareText(cut.badRateDeclined, lang), shareText(cut.badsCaught, lang), plainText(cut.ks, lang), shareText(cut.marginalBadRate, lang)] : []),
  ]);
  return { title: titled(words[score.higherIsWorse ? "cutOffsWorse" : "cutOffs"][lang], sample, score, lang), depth: 3, sentences: rated ? [words.marginalNote[lang]] : [], points: [], table: { head, rows, words: new Set() } };
}

const factsShown = 3;

/** What each fact tells, the most informative first; with the bins of the first few. */
export function informationPartsOf({ information, samples }: BacktestReport, lang: Lang): readonly ComparePart[] {
  const [first, second] = samples.map(({ name }) => name);
  const main = information.filter(({ sample }) => sample === first).toSorted((a, b) => (b.value.value ?? 0) - (a.value.value ?? 0) || (a.fact < b.fact ? -1 : 1));
  if (main.length === 0) return [];
  const later = (fact: string): (typeof information)[number] | undefined => information.find((one) => one.fact === fact && one.sample === second);
  const head = [words.fact[lang], words.origin[lang], words.bins[lang], ...samples.map(({ name }) => `${words.iv[lang]}${lang === "en" ? ", " : "，"}${named(name, lang)}`), ...(second === undefined ? [] : [words.psi[lang]])];
  const rows = main.map((one) => {
    const other = later(one.fact);
    return [one.fact, named(one.origin, lang), countText(one.bins.length, lang), numberText(one.value, lang), ...(other === undefined ? [] : [numberText(other.value, lang), other.psi === null ? "" : numberText(other.psi, lang)])];
  });
  return [
    { title: words.information[lang], depth: 2, sentences: [words.binsNote[lang]], points: [], table: { head, rows, words: new Set([0, 1]) } },
    { title: words.mostInformative[lang], depth: 3, sentences: [], points: [] },
    ...main.slice(0, factsShown).map((one): ComparePart => ({
      title: `${one.fact} (${one.title[lang]})`,
      depth: 3,
      sentences: [],
      points: [],
      table: {
        head: [words.bins, words.good, words.bad, words.badRate, words.weight].map((word) => word[lang]),
        rows: one.bins.map(({ label, good, bad, weight }) => [label[lang], countText(good, lang), countText(bad, lang), shareText({ value: good + bad === 0 ? null : bad / (good + bad), low: null, high: null }, lang), plainText(weight, lang)]),
        words: new Set([0]),
      },
    })),
  ];
}
