import type { Lang } from "../../base/index.ts";
import { figure, type FairDifference, type FairShare, type FairTerm, type GapPart, type Unit } from "../../statistics/index.ts";
import type { FactFairness, FairGroup, PolicyFairness, WithoutRule } from "../../verdict/index.ts";
import type { ComparePart } from "../compare/part.ts";
import { factValueText } from "../fact-value.ts";
import { boundsText, differenceText } from "../text/figures.ts";
import type { TextOptions } from "../text/options.ts";
import { chanceText, fairWords as words, reasonText } from "./words.ts";

/** What is said of the groups of one fact. */
export function factParts(fact: FactFairness, policy: PolicyFairness, options: TextOptions): readonly ComparePart[] {
  const why = isTelling(fact) ? [bandsPart(fact, options), gapPart(fact, policy, options)] : [];
  return [approvalPart(fact, options), meritPart(fact, policy, options), termsPart(fact, options), ...why].filter(({ sentences, table, points }) => sentences.length + points.length + (table?.rows.length ?? 0) > 0);
}

/** Whether there is a gap to explain: four fifths not surely met, or approval surely not alike. The JSON explains every one. */
function isTelling({ groups, lowest }: FactFairness): boolean {
  const found = groups.find(({ group }) => group === lowest);
  return found !== undefined && (found.standing !== "above" || (found.adjustedP ?? 1) < 0.05 || (found.sameScore?.pValue ?? 1) < 0.05);
}

const text = new Set([0]);

function approvalPart({ fact, title, readBy, groups }: FactFairness, options: TextOptions): ComparePart {
  const { lang } = options;
  const head = [words.group, words.considered, words.approved, words.ratio, words.standing, words.equal, words.score, words.smd, words.odds].map((word) => word[lang]);
  const rows = groups.map((group) => [
    groupText(fact, group.group, options), String(group.approval.of), shareText(group.approval, lang), ratioText(group, lang), words[group.standing][lang], group.ratio === null ? "" : chanceText(group.adjustedP, lang),
    group.meanScore === null ? "" : group.meanScore.toFixed(0), group.scoreGap === null ? "" : signed(group.scoreGap), oddsText(group, lang),
  ]);
  const reads = readBy.length === 0 ? (lang === "en" ? `No decision on enrolment, limit or price reads ${fact}.` : `开通、额度与定价决策均不读取 ${fact}。`) : lang === "en" ? `Read by ${readBy.join(", ")}.` : `读取它的决策：${readBy.join("、")}。`;
  const left = groups.reduce((sum, { notTakenUp }) => sum + notTakenUp, 0);
  const points = left === 0 ? [] : [lang === "en" ? `Left out: ${left} invited who did not take it up.` : `未计入：${left} 名受邀但未接受者。`];
  return { title: lang === "en" ? `By ${title.en} (${fact})` : `按${title.zh}（${fact}）`, depth: 2, sentences: [reads], points, table: { head, rows, words: new Set([0, 4]) } };
}

/** A group as people read it. */
export function groupText(fact: string, group: string, { lang, facts }: TextOptions): string {
  if (group === "missing") return words.missing[lang];
  if (group === "true" || group === "false") return factValueText(fact, group === "true", { lang, facts });
  return factValueText(fact, group, { lang, facts });
}

const shareText = ({ value, interval }: FairShare, lang: Lang): string => `${figure("share", value, lang)} ${boundsText("share", interval === null ? null : { ...interval, kind: "sampling" }, lang)}`.trimEnd();

function ratioText({ ratio }: FairGroup, lang: Lang): string {
  if (ratio === null) return "";
  return `${ratio.value.toFixed(2)} [${ratio.low.toFixed(2)}, ${ratio.high === null ? (lang === "en" ? "no end" : "无上限") : ratio.high.toFixed(2)}]`;
}

function oddsText({ sameScore }: FairGroup, lang: Lang): string {
  if (sameScore === null) return "";
  if (sameScore.value === null) return words.none[lang];
  const { value, interval } = sameScore;
  return `${value.toFixed(2)}${interval === null ? "" : ` [${interval.low.toFixed(2)}, ${interval.high.toFixed(2)}]`}`;
}

const signed = (value: number): string => `${value > 0 ? "+" : ""}${value.toFixed(2)}`;

function meritPart({ fact, groups }: FactFairness, { opened }: PolicyFairness, options: TextOptions): ComparePart {
  const { lang } = options;
  const head = [words.group, words.opportunity, words.gap, words.falsePositive, words.bad].map((word) => word[lang]);
  const shown = groups.filter(({ approval }) => approval.of > 0);
  const rows = shown.map(({ group, opportunity, falsePositive, bad }) => [groupText(fact, group, options), opened ? shareText(opportunity, lang) : words.none[lang], gapText("share", opportunity.difference, lang), opened ? shareText(falsePositive, lang) : words.none[lang], shareText(bad, lang)]);
  const unknown = shown.reduce((sum, { opportunity }) => sum + opportunity.unknown, 0);
  const of = shown.reduce((sum, { approval }) => sum + approval.of, 0);
  const points = opened && unknown > 0 ? [lang === "en" ? `Unknown whether they would repay: ${unknown} of ${of} persons considered.` : `不知其是否会还款：受审 ${of} 人中的 ${unknown} 人。`] : [];
  return { title: words.merit[lang], depth: 3, sentences: [], points, table: { head, rows, words: text } };
}

function gapText(unit: Unit, { value, interval }: FairDifference, lang: Lang): string {
  return value === null ? "" : `${differenceText(unit, value, lang)} ${boundsText(unit, interval === null ? null : { ...interval, kind: "sampling" }, lang)}`.trimEnd();
}

function termsPart({ fact, groups }: FactFairness, options: TextOptions): ComparePart {
  const { lang } = options;
  const head = [words.group, words.limit, words.gap, words.sameScore, words.fee, words.gap, words.sameScore].map((word) => word[lang]);
  const cells = (unit: Unit, scale: number, { mean, difference, sameScore }: FairTerm): readonly string[] => [figure(unit, mean === null ? null : mean * scale, lang), gapText(unit, scaled(difference, scale), lang), gapText(unit, scaled(sameScore, scale), lang)];
  const rows = groups.filter(({ approval }) => approval.of > 0).map(({ group, limitFen, feeBps }) => [groupText(fact, group, options), ...cells("fen", 1, limitFen), ...cells("share", 0.0001, feeBps)]);
  return { title: words.terms[lang], depth: 3, sentences: [], points: [], table: { head, rows, words: text } };
}

function scaled({ value, interval }: FairDifference, by: number): FairDifference {
  return { value: value === null ? null : value * by, interval: interval === null ? null : { low: interval.low * by, high: interval.high * by } };
}

function bandsPart({ fact, groups, lowest }: FactFairness, options: TextOptions): ComparePart {
  const { lang } = options;
  const found = groups.find(({ group }) => group === lowest);
  const reference = groups.find(({ standing }) => standing === "reference");
  const shown = found?.bands.filter(({ approval, reference: other }) => approval.of + other.of > 0) ?? [];
  const head = [words.band[lang], groupText(fact, found?.group ?? "", options), words.considered[lang], groupText(fact, reference?.group ?? "", options), words.considered[lang]];
  const rows = shown.toSorted((a, b) => Number.parseFloat(a.band) - Number.parseFloat(b.band)).map(({ band, approval, reference: other }) => [band, shareText(approval, lang), String(approval.of), shareText(other, lang), String(other.of)]);
  return { title: words.bands[lang], depth: 3, sentences: [], points: [], table: { head, rows, words: text } };
}

const partsShown = 5;

/** What makes the gap of the group with the lowest ratio, what each rule reads, and what comes of leaving it out. */
function gapPart({ fact, groups, lowest, withoutRules }: FactFairness, { rules }: PolicyFairness, options: TextOptions): ComparePart {
  const { lang } = options;
  const found = groups.find(({ group }) => group === lowest);
  const reference = groups.find(({ standing }) => standing === "reference");
  if (found === undefined || reference === undefined) return { depth: 3, sentences: [], points: [] };
  const [own, other] = [found, reference].map(({ group }) => groupText(fact, group, options));
  const gap = (reference.approval.value ?? 0) - (found.approval.value ?? 0);
  const sentence = lang === "en" ? `${own} is approved ${differenceText("share", -gap, lang)} against ${other}. Of this:` : `${own}的获批占比较${other}相差 ${differenceText("share", -gap, lang)}，其中：`;
  const parts = found.parts.filter(({ difference }) => difference !== 0).toSorted((a, b) => Math.abs(b.difference) - Math.abs(a.difference)).slice(0, partsShown);
  const far = found.facts.slice(0, partsShown).map(({ fact: name, distance }) => `${name} ${distance.toFixed(2)}`);
  const told = lang === "en" ? `Facts read on enrolment that differ most between the two (0 the same, 1 nothing in common): ${far.join(", ")}.` : `开通时读取的事实中，两组分布差异最大者（0 为相同，1 为毫无重合）：${far.join("、")}。`;
  return {
    title: words.makes[lang], depth: 3, sentences: parts.length === 0 ? [] : [sentence],
    points: [...parts.map((part) => partText(part, rules, lang)), ...withoutRules.map((one) => withoutText(one, options, fact)), ...(far.length === 0 ? [] : [told])],
  };
}

function partText({ reason, share, referenceShare, difference, interval }: GapPart, rules: PolicyFairness["rules"], lang: Lang): string {
  const rule = rules.find((one) => reason.endsWith(`:${one.rule}`));
  const reads = rule === undefined || rule.facts.length === 0 ? "" : lang === "en" ? `; reads ${rule.facts.join(", ")}` : `；读取 ${rule.facts.join("、")}`;
  const gap = gapText("share", { value: -difference, interval: interval === null ? null : { low: -interval.high, high: -interval.low } }, lang);
  const against = lang === "en" ? `${figure("share", share, lang)} against ${figure("share", referenceShare, lang)}` : `${figure("share", share, lang)} 对 ${figure("share", referenceShare, lang)}`;
  return lang === "en" ? `${gap}: ${reasonText(reason, rule?.title, lang)} (${against})${reads}` : `${gap}：${reasonText(reason, rule?.title, lang)}（${against}）${reads}`;
}

function withoutText({ rule, group, with: before, without, difference }: WithoutRule, options: TextOptions, fact: string): string {
  const { lang } = options;
  const ratio = (value: number | null): string => (value === null ? words.none[lang] : value.toFixed(2));
  const { value, interval } = difference;
  const by = value === null ? "" : `${signed(value)}${interval === null ? "" : ` [${signed(interval.low)}, ${signed(interval.high)}]`}`;
  return lang === "en"
    ? `Without ${rule}, on the same customers with the same luck, the ratio of ${groupText(fact, group, options)} goes from ${ratio(before)} to ${ratio(without)} (${by}).`
    : `去掉 ${rule} 后，客户与运气相同，${groupText(fact, group, options)}的不利影响比由 ${ratio(before)} 变为 ${ratio(without)}（${by}）。`;
}
