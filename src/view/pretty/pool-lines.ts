import { figure, yuan } from "../../statistics/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import { poolKinds, poolWords } from "../pool-words.ts";
import type { Pen } from "../text/pen.ts";
import { table, type Column } from "../text/table.ts";
import { letterAt } from "./letters.ts";

/** The pools of each policy with both rates; nothing where every policy has one and nothing was sold. */
export function poolLines(report: RunReport, pen: Pen): readonly string[] {
  if (report.policies.every(({ pools }) => pools.length < 2)) return [];
  const columns: readonly Column[] = [
    { title: "", align: "left" },
    { title: pen.say(poolWords.pool), align: "left", elastic: true },
    ...[poolWords.lent, poolWords.owed, poolWords.loss, poolWords.static, poolWords.dynamic].map((word): Column => ({ title: pen.say(word), align: "right" })),
  ];
  const rows = report.policies.flatMap((policy, index) =>
    policy.pools.map((pool, at) => ({
      cells: [
        { text: at === 0 ? letterAt(index) : "" },
        { text: pen.own(pool.name), aside: pen.say(poolKinds[pool.kind]) },
        ...[yuan(pool.lentFen, 0), yuan(pool.owedFen, 0), yuan(pool.lossFen, 0), figure("share", pool.staticRate, pen.lang), figure("share", pool.dynamicRate, pen.lang)].map((text) => ({ text })),
      ],
    })),
  );
  return [pen.look("bold", pen.say(poolWords.title)), ...pen.paragraph(pen.say(poolWords.hint)).map((line) => pen.look("dim", line)), ...table(pen, columns, rows)];
}

/** The lender's cash by month under each policy, where the scenario says what there was at the beginning. */
export function cashLines(report: RunReport, pen: Pen): readonly string[] {
  if (report.policies.every(({ series }) => series["lenderCashFen"] === undefined)) return [];
  const names = [["lenderCashInFen", poolWords.in], ["lenderCashOutFen", poolWords.out], ["lenderCashFen", poolWords.atHand], ["daysOfFunding", poolWords.days]] as const;
  const columns: readonly Column[] = [
    { title: pen.say(poolWords.month), align: "right" },
    ...report.policies.flatMap((_, index) => names.map(([, word]): Column => ({ title: `${letterAt(index)} ${pen.say(word)}`, align: "right", elastic: true }))),
  ];
  const rows = Array.from({ length: report.inputs.months }, (_, month) => ({
    cells: [
      { text: String(month) },
      ...report.policies.flatMap(({ series }) =>
        names.map(([name]) => {
          const value = series[name]?.[month] ?? null;
          return { text: name === "daysOfFunding" ? figure("days", value, pen.lang) : value === null ? "" : yuan(value, 0) };
        }),
      ),
    ],
  }));
  return [pen.look("bold", pen.say(poolWords.cashTitle)), ...pen.paragraph(pen.say(poolWords.cashHint)).map((line) => pen.look("dim", line)), ...table(pen, columns, rows)];
}
