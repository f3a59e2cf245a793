import type { Text } from "../../base/index.ts";
import { measureNamed } from "../../statistics/index.ts";
import { largest, leftOut } from "../compare/group-part.ts";
import { groupWords } from "../group-words.ts";
import { letterAt } from "../pretty/letters.ts";
import { forHtml } from "../text/escape.ts";
import { boundsText, countText, valueText } from "../text/figures.ts";
import type { Drawing } from "./figure.ts";
import { paragraphs, tableHtml } from "./page-parts.ts";
import { words as pageWords } from "./words.ts";

/** Groups that a page has room for. */
export const groupsMost = 12;

/** Measures that are told group by group: who gets in, who fails, what it earns, who complains. */
const groupMeasures = ["approvalRate", "enrolledShare", "ever90PlusAtMonth12", "limitPerAccount", "marginPerCustomer", "complaintsPerThousand"] as const;

const words = {
  see: {
    en: "The same measures for each group, with their 95% intervals. Groups differ in what rules read, so a difference is a question and not yet an answer; the command below tests it, compares at the same score, and names the rules that make it.",
    zh: "各组的同一组指标及其 95% 区间。各组在规则所读的事实上本就不同，差异是问题而非结论；下列命令对差异作检验、在同一评分下比较，并指出造成差异的规则。",
  },
  group: { en: "group", zh: "分组" },
  customers: { en: "customers", zh: "客户数" },
} as const satisfies Readonly<Record<string, Text>>;

/** With `--by`: how each policy treats groups of customers. */
export function groupsPart({ report, lang, facts }: Drawing): string {
  const told = report.policies.filter(({ groups }) => groups.length > 0);
  if (told.length === 0) return "";
  const tables = report.policies.map((policy, index) => {
    const shown = groupMeasures.flatMap((name) => measureNamed(name) ?? []).filter(({ name }) => policy.groups.some(({ measures }) => (measures.find((value) => value.name === name)?.value ?? null) !== null));
    const rows = largest(policy.groups, groupsMost).map(({ key, customers, measures }) => [
      groupWords(key, { lang, facts }),
      countText(customers, lang),
      ...shown.map((measure) => {
        const value = measures.find(({ name }) => name === measure.name);
        return `${valueText(measure, value, lang)} ${boundsText(measure.unit, value?.interval, lang)}`.trimEnd();
      }),
    ]);
    const title = `${letterAt(index)} ${policy.title[lang]}`;
    const head = [words.group[lang], words.customers[lang], ...shown.map((measure) => `${measure.title[lang]}${measure.assumed ? " *" : ""}`)];
    return `<h3>${forHtml(title)}</h3>${tableHtml(head, rows, title)}`;
  });
  const command = `policy-bench fairness ${report.inputs.scenario}`;
  return `<section id="groups"><h2>${forHtml(pageWords.groups[lang])}</h2>${paragraphs([words.see[lang], ...leftOut(Math.max(...told.map(({ groups }) => groups.length)), groupsMost, lang)])}<p><code>${forHtml(command)}</code></p>${tables.join("")}</section>`;
}
