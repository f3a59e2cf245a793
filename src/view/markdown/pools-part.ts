import { figure, yuan } from "../../statistics/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import { poolKinds, poolWords } from "../pool-words.ts";
import { columnsFrom, markdownTable } from "./markdown-table.ts";
import type { Scribe } from "./scribe.ts";

/** The pools of each policy with both rates. */
export function poolsPart(report: RunReport, write: Scribe): readonly string[] {
  const rows = report.policies.flatMap((policy) =>
    policy.pools.map((pool) => [
      write.own(policy.name), `${write.own(pool.name)} (${write.say(poolKinds[pool.kind])})`, yuan(pool.lentFen, 0), yuan(pool.owedFen, 0), yuan(pool.lossFen, 0),
      figure("share", pool.staticRate, write.lang), figure("share", pool.dynamicRate, write.lang),
    ]),
  );
  if (rows.length === 0) return [];
  const head = [poolWords.policy, poolWords.pool, poolWords.lent, poolWords.owed, poolWords.loss, poolWords.static, poolWords.dynamic].map(write.say);
  return [`## ${write.say(poolWords.title)}`, "", write.say(poolWords.hint), "", ...markdownTable(head, rows, columnsFrom(2, head.length)), ...cash(report, write)];
}

function cash(report: RunReport, write: Scribe): readonly string[] {
  if (report.policies.every(({ series }) => series["lenderCashFen"] === undefined)) return [];
  const rows = report.policies.flatMap(({ name, series }) =>
    Array.from({ length: report.inputs.months }, (_, month) => {
      const yuanAt = (of: string): string => yuan(series[of]?.[month] ?? 0, 0);
      return [write.own(name), String(month), yuanAt("lenderCashInFen"), yuanAt("lenderCashOutFen"), yuanAt("lenderCashFen"), figure("days", series["daysOfFunding"]?.[month] ?? null, write.lang)];
    }),
  );
  const head = [poolWords.policy, poolWords.month, poolWords.in, poolWords.out, poolWords.atHand, poolWords.days].map(write.say);
  return ["", `## ${write.say(poolWords.cashTitle)}`, "", write.say(poolWords.cashHint), "", ...markdownTable(head, rows, columnsFrom(1, head.length))];
}
