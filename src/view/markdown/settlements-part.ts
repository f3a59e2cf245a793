import type { RunReport } from "../../verdict/index.ts";
import { settlementHead, settlementRows, settlementWords } from "../settlement-words.ts";
import { columnsFrom, markdownTable } from "./markdown-table.ts";
import type { Scribe } from "./scribe.ts";
import { words } from "./words.ts";

/** What was settled on closing through which channel, by policy; nothing where none names channels. */
export function settlementsPart(report: RunReport, write: Scribe): readonly string[] {
  const rows = report.policies.flatMap((policy) =>
    settlementRows(policy, write.lang).map(({ channel, figures }) => [write.own(policy.name), write.own(channel), ...figures]),
  );
  if (rows.length === 0) return [];
  const head = [words.policy, ...settlementHead].map(write.say);
  return [`## ${write.say(settlementWords.title)}`, "", ...markdownTable(head, rows, columnsFrom(2, head.length))];
}
