import { annualRate, exp, ln, logistic, logit, normalCdf, normalQuantile, studentQuantile, wilson } from "../../base/index.ts";
import { baselCapital, separation, stabilityIndex } from "../../statistics/index.ts";
import { exactly, type LineWords, type ValidationLine } from "../../verdict/index.ts";

/** Functions that everything else rests on, against published values and identities. */
export function closedForms(): readonly ValidationLine[] {
  return [...distributions(), ...rates(), ...capital()];
}

const words = (name: string, en: string, zh: string): LineWords => ({ rung: "closed-form", name: `closed-form.${name}`, title: { en, zh } });

function distributions(): readonly ValidationLine[] {
  const interval = wilson(15, 148, 0.95);
  return [
    exactly(words("normal-cdf", "normal distribution at 1.96", "标准正态分布函数在 1.96 处"), normalCdf(1.96), 0.9750021048517795, 14),
    exactly(words("normal-cdf-tail", "normal distribution at -6, times 10^9", "标准正态分布函数在 -6 处（×10^9）"), normalCdf(-6) * 1e9, 0.9865876450376981, 12),
    exactly(words("normal-quantile", "normal quantile of 0.999", "标准正态分位数 0.999"), normalQuantile(0.999), 3.090232306167813, 12),
    exactly(words("student-quantile", "Student's quantile of 0.975, 31 degrees of freedom", "t 分布分位数 0.975（31 自由度）"), studentQuantile(0.975, 31), 2.0395134464, 8),
    exactly(words("logistic", "logistic of the logit of 0.123", "0.123 的 logit 再取 logistic"), logistic(logit(0.123)), 0.123, 14),
    exactly(words("exp-ln", "e to the natural logarithm of 7", "e 的 ln 7 次方"), exp(ln(7)), 7, 13),
    exactly(words("wilson-low", "Wilson's interval of 15 in 148, lower end (Newcombe 1998)", "148 中 15 的 Wilson 区间下限（Newcombe 1998）"), interval?.low ?? 0, 0.0624, 4),
    exactly(words("wilson-high", "Wilson's interval of 15 in 148, upper end (Newcombe 1998)", "148 中 15 的 Wilson 区间上限（Newcombe 1998）"), interval?.high ?? 0, 0.1605, 4),
    ...binormal(),
  ];
}

/** Shares of a normal distribution around `mean` by bins of a hundredth of a deviation: a score as fine as any. */
function normalBins(mean: number): readonly number[] {
  return Array.from({ length: 1600 }, (_, bin) => {
    const [from, to] = [bin / 100 - 8 - mean, (bin + 1) / 100 - 8 - mean];
    // In the upper half by symmetry: near one there are no digits left for a difference.
    return from > 0 ? normalCdf(-from) - normalCdf(-to) : normalCdf(to) - normalCdf(from);
  });
}

/** A score whose good and bad differ by d standard deviations: AUC Φ(d/√2), KS 2Φ(d/2) − 1; one that moves by d: PSI d². */
function binormal(): readonly ValidationLine[] {
  const golden = [[0.5, 0.638163, 0.197413], [1, 0.76025, 0.382925], [1.5, 0.855578, 0.546745], [2, 0.92135, 0.682689]] as const;
  const bad = normalBins(0);
  return golden.flatMap(([d, auc, ks]) => {
    const good = normalBins(d);
    const { concordant, pairs, widestGap } = separation(good, bad);
    return [
      exactly(words(`binormal-auc-${d}`, `area under the curve of a binormal score, d' = ${d}`, `双正态评分的 AUC（d' = ${d}）`), concordant / pairs, auc, 5),
      exactly(words(`binormal-ks-${d}`, `KS of a binormal score, d' = ${d}`, `双正态评分的 KS（d' = ${d}）`), widestGap / pairs, ks, 5),
      exactly(words(`binormal-gini-${d}`, `Gini of a binormal score, d' = ${d}`, `双正态评分的 Gini（d' = ${d}）`), (2 * concordant) / pairs - 1, 2 * auc - 1, 5),
      exactly(words(`psi-${d}`, `stability index of a normal score that moves by ${d}: its square`, `正态评分平移 ${d} 的稳定性指数（其平方）`), stabilityIndex(good, bad) ?? Number.NaN, d * d, 3),
    ];
  });
}

/** Twelve times the internal rate of return of equal parts with a fee on the whole principal. */
function rates(): readonly ValidationLine[] {
  return [
    exactly(words("rate-free", "all-in annual rate without a fee", "无手续费时的综合年化利率"), annualRate(0, 12), 0, 12),
    exactly(words("rate-0.5", "all-in annual rate of 0.5% a month over 12 months", "月费率 0.5%、12 期的综合年化利率"), annualRate(50, 12), 0.109, 3),
    exactly(words("rate-0.6", "all-in annual rate of 0.6% a month over 12 months", "月费率 0.6%、12 期的综合年化利率"), annualRate(60, 12), 0.1303, 4),
    exactly(words("rate-1-part", "all-in annual rate of 1% over one month", "月费率 1%、1 期的综合年化利率"), annualRate(100, 1), 0.12, 9),
  ];
}

/** Basel's capital at a loss given default of 85 %: revolving retail, and other retail at its correlation for 3 %. */
function capital(): readonly ValidationLine[] {
  return [
    exactly(words("basel-revolving-3", "Basel capital, revolving retail, PD 3%", "巴塞尔资本，零售循环，PD 3%"), baselCapital(0.03, 0.85), 0.058426, 6),
    exactly(words("basel-revolving-1", "Basel capital, revolving retail, PD 1%", "巴塞尔资本，零售循环，PD 1%"), baselCapital(0.01, 0.85), 0.026028, 6),
    exactly(words("basel-other-3", "Basel capital, other retail, PD 3%", "巴塞尔资本，其他零售，PD 3%"), baselCapital(0.03, 0.85, 0.075492), 0.094885, 5),
  ];
}
