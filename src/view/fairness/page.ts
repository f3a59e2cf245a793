import { figure, grouped } from "../../statistics/index.ts";
import type { FactFairness, FairGroup, FairnessReport } from "../../verdict/index.ts";
import { repeatPart } from "../compare/repeat-part.ts";
import { letterAt } from "../pretty/letters.ts";
import { lookOf, percent, type Figure } from "../html/figure.ts";
import { dotFigure, type Dot } from "../html/figures/dot-figure.ts";
import type { PagePart, PartsPage } from "../html/parts-page.ts";
import { counted } from "../text/counted.ts";
import { boundsText } from "../text/figures.ts";
import type { TextOptions } from "../text/options.ts";
import { groupText } from "./fact-part.ts";
import { fairnessParts, policySentence } from "./fairness.ts";
import { searchSentence } from "./search-part.ts";
import { fairWords as words } from "./words.ts";

/** How policies treat groups, as a page with pictures. */
export function fairnessPage(report: FairnessReport, options: TextOptions): PartsPage {
  const { lang } = options;
  const { inputs, policies, search } = report;
  const pictures: readonly PagePart[] = [...impactFigures(report, options), ...approvalFigures(report, options)].map((one) => ({ figure: one }));
  const summary = [...policies.map((policy) => policySentence({ ...policy, policy: policy.title[lang], facts: policy.facts.map((fact) => ({ ...fact, fact: fact.title[lang] })) }, lang)), ...(search === undefined ? [] : [searchSentence(search, lang)]), words.noLaw[lang]];
  return {
    title: lang === "en" ? `How groups are treated: ${inputs.scenario}` : `各组受到怎样的对待：${inputs.scenario}`,
    size: `${counted(inputs.customers, "customer", lang)}${lang === "en" ? ", " : "，"}${counted(inputs.months, "month", lang)}`,
    summary,
    parts: [...pictures, ...fairnessParts(report, options), repeatPart(inputs, ["fairness", inputs.scenario], lang, "listed")],
    chapters: 1,
  };
}

/** Series of a picture: the policies by their place. */
const seriesOf = ({ policies }: FairnessReport, { lang }: TextOptions) => policies.map((policy, at) => ({ name: `${letterAt(at)} ${policy.title[lang]}`, ...lookOf(at) }));

/** The group that is approved least by each fact, under every policy: its ratio to the group approved most. */
function impactFigures(report: FairnessReport, options: TextOptions): readonly Figure[] {
  const { lang } = options;
  const series = seriesOf(report, options);
  const found = report.policies.flatMap(({ facts }, at) => facts.flatMap((fact) => lowestOf(fact).map((group) => ({ at, fact, group }))));
  const dots = found.map(({ at, fact, group }): Dot => ({ label: `${fact.title[lang]}${lang === "en" ? ": " : "："}${groupText(fact.fact, group.group, options)}`, series: at, value: group.ratio?.value ?? null, low: group.ratio?.low ?? null, high: group.ratio?.high ?? group.ratio?.value ?? null }));
  const rows = found.map(({ at, fact, group }, index) => [series[at]?.name ?? "", dots[index]?.label ?? fact.fact, ratioOf(group, options), words[group.standing][lang]]);
  return dotFigure({
    id: "impact",
    title: words.impactTitle[lang],
    sees: words.impactSees[lang],
    series,
    dots: dots.map((dot) => ({ ...dot, value: rounded(dot.value), low: rounded(dot.low), high: rounded(dot.high) })),
    suffix: "",
    lines: [{ at: 0.8, name: words.fourFifths[lang] }],
    table: { head: [words.policy[lang], words.group[lang], words.ratio[lang], words.standing[lang]], rows },
  });
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 1000) / 1000);

const lowestOf = ({ groups, lowest }: FactFairness): readonly FairGroup[] => groups.filter(({ group, ratio }) => group === lowest && ratio !== null);

function ratioOf({ ratio }: FairGroup, { lang }: TextOptions): string {
  if (ratio === null) return "";
  return `${grouped(ratio.value, 2)} [${grouped(ratio.low, 2)}, ${ratio.high === null ? words.noEnd[lang] : grouped(ratio.high, 2)}]`;
}

/** For each fact the share approved of each group under every policy. */
function approvalFigures(report: FairnessReport, options: TextOptions): readonly Figure[] {
  const { lang } = options;
  const series = seriesOf(report, options);
  const facts = [...new Map(report.policies.flatMap(({ facts: own }) => own.map((fact) => [fact.fact, fact.title] as const)))];
  return facts.flatMap(([name, title], index) => {
    const found = report.policies.flatMap(({ facts: own }, at) => own.filter(({ fact }) => fact === name).flatMap(({ groups }) => groups.map((group) => ({ at, group }))));
    const shown = found.filter(({ group }) => group.approval.of > 0);
    const dots = shown.map(({ at, group: { group, approval } }): Dot => ({ label: groupText(name, group, options), series: at, value: percent(approval.value), low: percent(approval.interval?.low ?? null), high: percent(approval.interval?.high ?? null) }));
    const rows = shown.map(({ at, group: { group, approval, standing } }) => [series[at]?.name ?? "", groupText(name, group, options), grouped(approval.of, 0), `${figure("share", approval.value, lang)} ${boundsText("share", approval.interval === null ? null : { ...approval.interval, kind: "sampling" }, lang)}`.trimEnd(), words[standing][lang]]);
    return dotFigure({
      id: `approval-${index}`,
      title: lang === "en" ? `Approved, by ${title.en}` : `获批占比：按${title.zh}`,
      sees: words.approvalSees[lang],
      series,
      dots,
      suffix: "%",
      table: { head: [words.policy[lang], words.group[lang], words.considered[lang], words.approved[lang], words.standing[lang]], rows },
    });
  });
}
