import { figure } from "../../statistics/index.ts";
import type { RunReport } from "../../verdict/index.ts";
import { letterAt } from "../pretty/letters.ts";
import { curveKinds, curveTitles, pointsOf } from "../screens/curves.ts";
import { words as screenWords } from "../screens/words.ts";
import { boundsText } from "../text/figures.ts";
import type { Pen } from "../text/pen.ts";
import { table, type Column } from "../text/table.ts";

/** Ages that are told, in months on book. */
const ages = [1, 2, 3, 6, 9, 12, 18, 24, 36, 48, 60] as const;

/** Who defaults, and when: each curve as a table of ages by policy, with intervals where it has them. */
export function curveLines(report: RunReport, pen: Pen): readonly string[] {
  const parts = curveKinds.flatMap((kind) => {
    const curves = report.policies.map((policy) => pointsOf(policy, kind));
    const told = ages.filter((age) => curves.some((points) => points.some(({ monthsOnBook }) => monthsOnBook === age)));
    if (told.length === 0) return [];
    const columns: readonly Column[] = [{ title: pen.say(screenWords.age), align: "left" }, ...report.policies.map((_, index): Column => ({ title: letterAt(index), align: "right" }))];
    const rows = told.map((age) => ({
      cells: [
        { text: String(age) },
        ...curves.map((points) => {
          const point = points.find(({ monthsOnBook }) => monthsOnBook === age);
          const bounds = point === undefined || point.low === null || point.high === null ? "" : boundsText("share", { low: point.low, high: point.high, kind: "sampling" }, pen.lang);
          return { text: figure("share", point?.value ?? null, pen.lang), aside: bounds };
        }),
      ],
    }));
    return [pen.say(curveTitles[kind]), ...table(pen, columns, rows)];
  });
  const head = pen.look("bold", pen.say({ en: "Who defaults, and when", zh: "谁违约、何时违约" }));
  return parts.length === 0 ? [head, pen.say(screenWords.noCurve)] : [head, ...parts, ...pen.paragraph(pen.say(screenWords.reading)).map((line) => pen.look("dim", line))];
}
