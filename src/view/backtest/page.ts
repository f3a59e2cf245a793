import type { Lang } from "../../base/index.ts";
import type { BacktestReport, ScoredPart } from "../../verdict/index.ts";
import type { PartsPage } from "../html/parts-page.ts";
import { verdictWords } from "../words.ts";
import { backtestParts, inputsPart } from "./backtest.ts";
import { backtestFigures } from "./page-figures.ts";
import { countText, named, numberText, shareText } from "./figures.ts";

/** A backtest as a page with pictures. */
export function backtestPage(report: BacktestReport, { lang }: { readonly lang: Lang }): PartsPage {
  const [head, ...parts] = backtestParts(report, lang);
  const { file, inputs } = report;
  return {
    title: head?.title ?? "",
    size: lang === "en" ? `${countText(file.kept, lang)} of ${countText(file.rows, lang)} rows; mapping ${inputs.mapping}; profile ${inputs.profile}; seed ${inputs.seed}` : `${countText(file.rows, lang)} 行中的 ${countText(file.kept, lang)} 行；映射 ${inputs.mapping}；客群 ${inputs.profile}；种子 ${inputs.seed}`,
    summary: [...(head?.sentences ?? []), ...summaryOf(report, lang)],
    parts: [...backtestFigures(report, lang).map((figure) => ({ figure })), ...parts, inputsPart(report, lang)],
    chapters: 2,
  };
}

/** What a manager may quote: of the last sample, who is approved, how they fared, how the score ranks and what it rests on. */
function summaryOf(report: BacktestReport, lang: Lang): readonly string[] {
  const last = report.samples.at(-1);
  if (last === undefined) return [];
  const rated = report.file.outcomeColumn !== null;
  const where = report.samples.length > 1 ? (lang === "en" ? ` (${named(last.name, lang)})` : `（${named(last.name, lang)}）`) : "";
  return [
    ...report.decisions.filter(({ sample }) => sample === last.name).flatMap(({ policy, standings, rows }) => {
      const approved = standings.find(({ standing }) => standing === "approved");
      if (approved === undefined) return [];
      const went = rated ? (lang === "en" ? ` Of those whose outcome is known, ${shareText(approved.badRate, lang)} went bad, against ${shareText(last.badRate, lang)} of all rows.` : `其中结果已知者有 ${shareText(approved.badRate, lang)} 成为坏账，全部行为 ${shareText(last.badRate, lang)}。`) : "";
      const synthetic = standings.reduce((sum, { onSynthetic }) => sum + onSynthetic, 0);
      const rests = synthetic === 0 ? "" : lang === "en" ? ` ${countText(synthetic, lang)} of ${countText(rows, lang)} decisions rest on facts that the file does not have and that were drawn.` : `${countText(rows, lang)} 项决策中有 ${countText(synthetic, lang)} 项依据文件所无、由模型生成的事实。`;
      return [`${lang === "en" ? `${policy} approves ${shareText(approved.share, lang)} of the rows${where}.` : `${policy} 批准 ${shareText(approved.share, lang)} 的行${where}。`}${went}${rests}`];
    }),
    ...(rated ? scoreSentences(report, last.name, lang) : []),
    ...report.requirements.map(({ text, verdict, value, low, high }) => `${text}${lang === "en" ? ": " : "："}${verdictWords[verdict][lang]} (${numberText({ value, low, high }, lang)})`),
    lang === "en" ? "Outcomes are those of the lender of the file, under its terms; what would have become of those it turned away is not known." : "结果为文件所属机构在其条款下的实际情况；被其拒绝者的结果无从得知。",
  ];
}

function scoreSentences({ score }: BacktestReport, sample: ScoredPart["sample"], lang: Lang): readonly string[] {
  const found = score?.samples.find((one) => one.sample === sample);
  if (score === null || found === undefined) return [];
  const ranks = lang === "en" ? `${score.title.en} (${score.name}) ranks with an AUC of ${numberText(found.auc, lang)}: 0.5 would be chance, 1 perfect.` : `${score.title.zh}（${score.name}）的 AUC 为 ${numberText(found.auc, lang)}：0.5 等于随机，1 为完美。`;
  const { calibration } = found;
  if (calibration === null || calibration.source === "fitted") return [ranks];
  return [ranks, lang === "en" ? `For one bad row that it expects there are ${numberText(calibration.observedToExpected, lang)}.` : `每预期 1 个坏客户，实际有 ${numberText(calibration.observedToExpected, lang)} 个。`];
}

