import type { DecidedPart, MomentPart, SwapPart } from "./backtest-report.ts";
import { rate, shareOf } from "./estimates.ts";
import { notAsked, standings, type DecidedMoment, type DecidedPolicy, type Outcomes, type RowSample } from "./rows.ts";

/** How many rows of a sample were decided how, and what became of them. */
export function decidedPart(decided: DecidedPolicy, { name, rows }: RowSample, outcomes: Outcomes): DecidedPart {
  const granted = Float64Array.from([...rows].flatMap((row) => (decided.limitFen[row] === decided.limitFen[row] ? [decided.limitFen[row] ?? 0] : []))).sort();
  const quartile = (share: number): number => granted[Math.min(granted.length - 1, Math.floor(granted.length * share))] ?? 0;
  return {
    policy: decided.policy,
    sample: name,
    rows: rows.length,
    enrolment: decided.enrolment.map((moment) => momentPart(moment, rows)),
    limit: {
      ...momentPart(decided.limit, rows),
      granted: {
        rows: granted.length,
        meanFen: granted.length === 0 ? null : granted.reduce((sum, fen) => sum + fen, 0) / granted.length,
        quartilesFen: granted.length === 0 ? [] : [0.25, 0.5, 0.75].map(quartile),
      },
    },
    standings: standings.map((standing, at) => {
      const those = rows.filter((row) => decided.standing[row] === at);
      return { standing, share: shareOf(those.length, rows.length), onSynthetic: those.filter((row) => decided.onSynthetic[row] === 1).length, ...rate(those, outcomes) };
    }),
  };
}

function momentPart(decided: DecidedMoment, rows: Int32Array): MomentPart {
  const asked = rows.filter((row) => decided.code[row] !== notAsked);
  const outcomes = decided.outcomes.map((outcome, code) => {
    const those = asked.filter((row) => decided.code[row] === code);
    const of = (column: Uint8Array): number => those.filter((row) => column[row] === 1).length;
    return { outcome, rows: those.length, undecided: of(decided.undecided), onSynthetic: of(decided.onSynthetic) };
  });
  return { moment: decided.moment, asked: asked.length, outcomes: outcomes.filter((one) => one.rows > 0), rules: rulesOf(decided, asked) };
}

/** Which rule decided, by outcome, the most frequent first. */
function rulesOf({ outcomes, code, rule, rules }: DecidedMoment, asked: Int32Array): MomentPart["rules"] {
  const counts = new Map<number, number>();
  for (const row of asked) {
    const key = (code[row] ?? 0) * rules.length + (rule[row] ?? 0);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([keyA, a], [keyB, b]) => b - a || keyA - keyB)
    .map(([key, count]) => ({ outcome: outcomes[Math.floor(key / rules.length)] ?? "", rule: rules[key % rules.length] ?? null, rows: count }));
}

/** Who is approved by the policy and not by the other, the other way round, by both and by neither. */
export function swapPart(policy: DecidedPolicy, against: DecidedPolicy, { name, rows }: RowSample, outcomes: Outcomes): SwapPart {
  const [own, other] = [policy, against].map(({ standing }) => (row: number) => standing[row] === 0);
  if (own === undefined || other === undefined) throw new Error("two policies are compared");
  const part = (cell: SwapPart["cells"][number]["cell"], keep: (row: number) => boolean): SwapPart["cells"][number] => {
    const those = rows.filter(keep);
    return { cell, share: shareOf(those.length, rows.length), ...rate(those, outcomes) };
  };
  const swapIn = part("swapIn", (row) => own(row) && !other(row));
  const swapOut = part("swapOut", (row) => !own(row) && other(row));
  const more = swapIn.known - swapOut.known;
  return {
    against: against.policy,
    sample: name,
    cells: [swapIn, swapOut, part("keptIn", (row) => own(row) && other(row)), part("keptOut", (row) => !own(row) && !other(row))],
    marginalBadRate: more === 0 ? null : (swapIn.bad - swapOut.bad) / more,
  };
}
