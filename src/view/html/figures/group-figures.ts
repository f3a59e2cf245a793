import type { Text } from "../../../base/index.ts";
import { measureNamed } from "../../../statistics/index.ts";
import { largest, leftOut } from "../../compare/group-part.ts";
import { groupWords } from "../../group-words.ts";
import { boundsText, valueText } from "../../text/figures.ts";
import { lookOf, percent, policyLabel, told, type Drawing, type Figure } from "../figure.ts";
import { groupsMost } from "../groups-section.ts";
import { dotFigure, type Dot } from "./dot-figure.ts";

const words = {
  byGroup: { en: "by group", zh: "分组比较" },
  sees: {
    en: "Each mark is a group under a policy, with its 95% interval: groups whose intervals lie apart are treated otherwise, by what rules read of them.",
    zh: "每个标记为某政策下的一组及其 95% 区间：区间互不重叠的组受到了不同对待，原因在于规则所读的事实不同。",
  },
  group: { en: "group", zh: "分组" },
} as const satisfies Readonly<Record<string, Text>>;

/** With `--by`: who is let in and who fails, group by group under each policy. */
export function groupFigures(drawing: Drawing): readonly Figure[] {
  return (["approvalRate", "ever90PlusAtMonth12"] as const).flatMap((name) => one(drawing, name));
}

function one(drawing: Drawing, name: string): readonly Figure[] {
  const { report, lang } = drawing;
  const measure = measureNamed(name);
  const groups = [...new Map(report.policies.flatMap((policy) => policy.groups.map((group) => [group.key, group] as const))).values()];
  const keys = largest(groups, groupsMost).map(({ key }) => key);
  if (measure === undefined || keys.length === 0) return [];
  const found = (at: number, key: string) => report.policies[at]?.groups.find((group) => group.key === key)?.measures.find((value) => value.name === name);
  const dots = report.policies.flatMap((_, series) =>
    keys.map((key): Dot => {
      const value = found(series, key);
      return { label: groupWords(key, drawing), series, value: percent(value?.value ?? null), low: percent(value?.interval?.low ?? null), high: percent(value?.interval?.high ?? null) };
    }),
  );
  const labels = report.policies.map((_, at) => policyLabel(drawing, at));
  const rows = keys.map((key) => [groupWords(key, drawing), ...labels.map((_, at) => `${valueText(measure, found(at, key), lang)} ${boundsText(measure.unit, found(at, key)?.interval, lang)}`.trimEnd())]);
  return dotFigure({
    id: `groups-${name.replaceAll(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`,
    title: lang === "en" ? `${measure.title.en} ${words.byGroup.en}` : `${measure.title.zh}：${words.byGroup.zh}`,
    sees: [told(drawing, words.sees), ...leftOut(groups.length, groupsMost, lang)].join(lang === "en" ? " " : ""),
    series: labels.map((label, at) => ({ name: label, ...lookOf(at) })),
    dots,
    suffix: "%",
    table: { head: [told(drawing, words.group), ...labels], rows },
  });
}
