import { grouped, measureNamed } from "../../../statistics/index.ts";
import type { Distribution, PolicyReport } from "../../../verdict/index.ts";
import type { Text } from "../../../base/index.ts";
import { valueIn } from "../../text/figures.ts";
import { termText } from "../../words.ts";
import { axis, chart, lookOf, percent, policyLabel, told, type Drawing, type Figure } from "../figure.ts";

const words = {
  paths: { en: "How accounts were opened", zh: "账户是如何开立的" },
  pathsSee: {
    en: "Share of accounts by the way they came about.",
    zh: "按开立途径统计的账户占比。",
  },
  limits: { en: "Limits at booking", zh: "开立时的额度" },
  fees: { en: "Monthly instalment fees at booking", zh: "开立时的分期月费率" },
  spread: { en: "Share of accounts in each band.", zh: "各区间的账户占比。" },
  rules: { en: "The rules that decided", zh: "起作用的规则" },
  rulesSee: { en: "How often each rule fired over the run: those that fired most.", zh: "运行期间触发次数最多的规则。" },
  times: { en: "times", zh: "次数" },
  band: { en: "band", zh: "区间" },
  more: { en: "over", zh: "高于" },
  upTo: { en: "up to", zh: "不超过" },
} as const satisfies Record<string, Text>;

const paths = ["bookedByRegistrationShare", "bookedByCheckoutShare", "bookedByApplicationShare", "bookedByMonthlyScanShare", "bookedByInvitationShare"];

/** Accounts by the way they were opened, a bar a policy. */
export function pathFigures(drawing: Drawing): readonly Figure[] {
  const { report, lang } = drawing;
  const labels = report.policies.map((_, index) => policyLabel(drawing, index));
  const values = paths.map((name) => report.policies.map((policy) => percent(valueIn(policy, name)?.value ?? null)));
  if (values.flat().every((value) => value === null)) return [];
  const title = (name: string): string => measureNamed(name)?.title[lang] ?? name;
  return [
    {
      id: "paths",
      title: told(drawing, words.paths),
      sees: told(drawing, words.pathsSee),
      height: 120 + 44 * report.policies.length,
      suffix: "%",
      option: chart({
        tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, confine: true },
        grid: { left: 200, right: 24, top: 64, bottom: 32 },
        xAxis: axis({ type: "value", max: 100, axisLabel: { formatter: "{value}%" } }),
        yAxis: axis({ type: "category", data: labels.toReversed(), axisLabel: { width: 180, overflow: "truncate" } }),
        series: paths.map((name, index) => ({ type: "bar", stack: "all", name: title(name), data: (values[index] ?? []).toReversed(), itemStyle: { color: lookOf(index).color, borderColor: "var(--paper)", borderWidth: 1 } })),
      }),
      table: { head: [told(drawing, words.paths), ...labels], rows: paths.map((name, index) => [title(name), ...(values[index] ?? []).map((value) => (value === null ? "" : `${value.toFixed(2)}%`))]) },
    },
  ];
}

/** Limits and fees at booking, policies side by side. */
export function spreadFigures(drawing: Drawing): readonly Figure[] {
  return [
    ...spread(drawing, { id: "limits", name: "limitAtBooking", title: words.limits, edge: (fen) => `¥${grouped(fen / 100, 0)}` }),
    ...spread(drawing, { id: "fees", name: "feeAtBooking", title: words.fees, edge: (bps) => `${(bps / 100).toFixed(2)}%` }),
  ];
}

interface Spread {
  readonly id: string;
  readonly name: string;
  readonly title: Text;
  readonly edge: (value: number) => string;
}

function spread(drawing: Drawing, { id, name, title, edge }: Spread): readonly Figure[] {
  const { report } = drawing;
  const found = report.policies.map((policy) => policy.distributions[name]);
  const [first] = found.flatMap((distribution) => distribution ?? []);
  if (first === undefined || found.every((distribution) => total(distribution) === 0)) return [];
  const bands = first.counts.map((_, bin) => (bin < first.edges.length ? `${told(drawing, words.upTo)} ${edge(first.edges[bin] ?? 0)}` : `${told(drawing, words.more)} ${edge(first.edges.at(-1) ?? 0)}`));
  const used = bands.map((_, bin) => found.some((distribution) => (distribution?.counts[bin] ?? 0) > 0));
  const keep = <T>(list: readonly T[]): readonly T[] => list.slice(used.indexOf(true), used.lastIndexOf(true) + 1);
  const shares = found.map((distribution) => keep(first.counts.map((_, bin) => (total(distribution) === 0 ? null : percent((distribution?.counts[bin] ?? 0) / total(distribution))))));
  const labels = report.policies.map((_, index) => policyLabel(drawing, index));
  return [
    {
      id,
      title: told(drawing, title),
      sees: told(drawing, words.spread),
      height: 320,
      suffix: "%",
      option: chart({
        tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, confine: true },
        grid: { left: 56, right: 24, top: 40, bottom: 84 },
        xAxis: axis({ type: "category", data: keep(bands), axisLabel: { rotate: 35, hideOverlap: true } }),
        yAxis: axis({ type: "value", axisLabel: { formatter: "{value}%" } }),
        series: shares.map((data, index) => ({ type: "bar", name: labels[index], data, itemStyle: { color: lookOf(index).color } })),
      }),
      table: { head: [told(drawing, words.band), ...labels], rows: keep(bands).map((band, at) => [band, ...shares.map((own) => (own[at] === null || own[at] === undefined ? "" : `${own[at].toFixed(2)}%`))]) },
    },
  ];
}

const total = (distribution: Distribution | undefined): number => distribution?.counts.reduce((sum, count) => sum + count, 0) ?? 0;

const rulesShown = 15;

/** For each policy, the rules that fired most. */
export function ruleFigures(drawing: Drawing): readonly Figure[] {
  return drawing.report.policies.flatMap((policy, index) => firing(drawing, policy, index));
}

/** A rule by its name and, where it is known, its title. */
function ruleLabel({ rules, lang }: Drawing, { name }: PolicyReport, decision: string, rule: string): string {
  const title = rules?.get(name)?.get(rule)?.[lang];
  return title === undefined ? `${termText(decision, lang)} / ${rule}` : `${rule} ${title}`;
}

function firing(drawing: Drawing, policy: PolicyReport, index: number): readonly Figure[] {
  const fired = Object.entries(policy.rulesFired)
    .flatMap(([decision, rules]) => rules.map(({ rule, times }) => ({ rule: ruleLabel(drawing, policy, decision, rule), times })))
    .filter(({ times }) => times > 0)
    .toSorted((a, b) => b.times - a.times || (a.rule < b.rule ? -1 : 1))
    .slice(0, rulesShown);
  if (fired.length === 0) return [];
  const shown = fired.toReversed();
  return [
    {
      id: `rules-${index}`,
      title: `${told(drawing, words.rules)}${drawing.lang === "en" ? ": " : "："}${policyLabel(drawing, index)}`,
      sees: told(drawing, words.rulesSee),
      height: 70 + 22 * shown.length,
      suffix: "",
      option: chart({
        legend: { show: false },
        tooltip: { trigger: "axis", axisPointer: { type: "shadow" }, confine: true },
        grid: { left: 300, right: 32, top: 12, bottom: 32 },
        xAxis: axis({ type: "value" }),
        yAxis: axis({ type: "category", data: shown.map(({ rule }) => rule), axisLabel: { width: 285, overflow: "truncate" } }),
        series: [{ type: "bar", name: policyLabel(drawing, index), data: shown.map(({ times }) => Math.round(times)), itemStyle: { color: lookOf(index).color } }],
      }),
      table: { head: [told(drawing, words.rules), told(drawing, words.times)], rows: fired.map(({ rule, times }) => [rule, grouped(times, 0)]) },
    },
  ];
}
