import { yuan } from "../../statistics/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import { bandColumns, bandText } from "../band-rows.ts";
import { bandWords } from "../band-words.ts";
import { columnsFrom, markdownTable } from "./markdown-table.ts";
import type { Scribe } from "./scribe.ts";

/** What each score band brings, loses and pays for others under each policy. */
export function bandsPart(report: RunReport, write: Scribe): readonly string[] {
  const rows = report.policies.flatMap((policy) =>
    policy.bands.map((book) => [write.own(policy.name), write.own(bandText(book, write.lang)), ...bandColumns.map(({ text }) => text(book, write.lang))]),
  );
  if (rows.length === 0) return [];
  const head = [bandWords.policy, bandWords.band, ...bandColumns.map(({ title }) => title)].map(write.say);
  return [`## ${write.say(bandWords.title)}`, "", write.say(bandWords.hint), "", ...markdownTable(head, rows, columnsFrom(2, head.length)), ...economies(report, write)];
}

function economies(report: RunReport, write: Scribe): readonly string[] {
  const rows = report.policies.flatMap(({ name, lossOverEconomies: loss }) =>
    loss === null ? [] : [[write.own(name), String(loss.runs), yuan(loss.medianFen), yuan(loss.nineTenthsFen), yuan(loss.worstFen)]],
  );
  if (rows.length === 0) return [];
  const head = [write.say(bandWords.economies), "n", write.say(bandWords.median), write.say(bandWords.nineTenths), write.say(bandWords.worst)];
  return ["", ...markdownTable(head, rows, columnsFrom(1, head.length))];
}
