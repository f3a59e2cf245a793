import type { Environment, Tally } from "../../simulation/index.ts";
import { none, ordered, type LineWords, type ValidationLine } from "../../verdict/index.ts";
import type { Lab } from "./lab.ts";

const months = 36;
const cohorts = 12;
const customers = 10_000;
const fewestDefaults = 30;

/** What curves of such a book look like, whatever their level. */
export function shape(lab: Lab): readonly ValidationLine[] {
  const tallies = [lab.play({ customers, months }), lab.play({ policy: "consent-first", customers: 2000, months }), lab.play({ policy: "invited", customers: 2000, months })];
  const [silent] = tallies;
  if (silent === undefined) throw new Error("nothing was played");
  return [...curves(tallies), concave(silent), growing(silent), ...lag(lab)];
}

const words = (name: string, en: string, zh: string): LineWords => ({ rung: "shape", name: `shape.${name}`, title: { en, zh } });

/** Points of all vintages at which a claim about them fails. */
function failing(tallies: readonly Tally[], fails: (tally: Tally, vintage: number, mob: number) => boolean): number {
  let found = 0;
  for (const tally of tallies) {
    for (let vintage = 0; vintage < months; vintage++) {
      for (let mob = 1; mob <= months - 1 - vintage; mob++) if (fails(tally, vintage, mob)) found++;
    }
  }
  return found;
}

function curves(tallies: readonly Tally[]): readonly ValidationLine[] {
  return [
    none(words("monotone", "points at which a vintage curve falls", "账龄曲线下降的点数"), failing(tallies, (t, v, m) => t.vintage("ever90", v, m) < t.vintage("ever90", v, m - 1))),
    none(words("nested", "points at which more are ever 90+ than ever 30+", "曾逾期 90+ 多于曾逾期 30+ 的点数"), failing(tallies, (t, v, m) => t.vintage("ever90", v, m) > t.vintage("ever30", v, m))),
    none(words("charged-off", "points at which more are charged off than ever 90+", "核销多于曾逾期 90+ 的点数"), failing(tallies, (t, v, m) => t.vintage("chargedOff", v, m) > t.vintage("ever90", v, m))),
    // A purchase, the first miss a month later, and three rolls.
    none(words("first-90", "vintages with anyone 91 days late before the fifth month", "第五个月之前出现逾期 91 天以上的批次数"), tallies.reduce((sum, tally) => sum + Array.from({ length: months }, (_, vintage) => tally.vintage("ever90", vintage, 3)).filter((count) => count > 0).length, 0)),
  ];
}

/** Beyond month 8 fewer and fewer of a vintage default: months 17 to 24 against 9 to 16, over a year of vintages. */
function concave(tally: Tally): ValidationLine {
  const newly = (from: number, to: number): number =>
    Array.from({ length: cohorts }, (_, vintage) => tally.vintage("ever90", vintage, to) - tally.vintage("ever90", vintage, from - 1)).reduce((sum, one) => sum + one, 0);
  const [early, late] = [newly(8, 15), newly(16, 23)];
  const ratio = early < fewestDefaults ? null : late / early;
  // Two Poisson counts of equal chance differ by luck: three standard errors.
  const high = early === 0 ? 1 : 1 + (3 * Math.sqrt(late + early)) / early;
  return ordered({ ...words("concave", "defaults of months 17–24 on book against months 9–16, at most as many but for luck", "账龄 17–24 月与 9–16 月的新增违约之比（除偶然外不超过 1）"), unit: "share" }, ratio, { high });
}

/** While a book grows, young accounts dilute what is late today; the first vintages show what they came to. */
function growing(tally: Tally): ValidationLine {
  const vintages = [0, 1, 2];
  const diluted = Array.from({ length: 18 }, (_, at) => at + 6).filter((month) => {
    const booked = vintages.reduce((sum, vintage) => sum + tally.vintageBooked(vintage), 0);
    const bad = vintages.reduce((sum, vintage) => sum + tally.vintage("ever90", vintage, month - vintage), 0);
    return tally.at("dpd91plus", month) / tally.at("accountsWithBalance", month) >= bad / booked;
  });
  return none(words("dynamic-static", "months of growth in which accounts now 90+ exceed those of the first vintages ever 90+", "账面增长期内当前 90+ 占比不低于最早批次曾 90+ 占比的月份"), diluted.length);
}

const window = { from: 6, to: 11 } as const;

/** Half a year of slump: what it adds to balances over 30 days late peaks months after its end. */
function lag(lab: Lab): readonly ValidationLine[] {
  const path = Array.from({ length: 24 }, (_, month) => (month >= window.from && month <= window.to ? -2.5 : 0));
  const slump: Environment = { ...lab.environment("steady"), macro: { kind: "path", before: 0, path } };
  const [ordinary, shocked] = [lab.play({ customers: 3000, book: "seasoned" }), lab.play({ customers: 3000, book: "seasoned", environment: slump })];
  const added = path.map((_, month) => over30(shocked, month) - over30(ordinary, month));
  const peak = added.indexOf(Math.max(...added));
  return [
    ordered({ ...words("lag", "months from the end of a slump to the peak of what it adds to 30+", "衰退结束至 30+ 增量见顶的月数"), unit: "months" }, peak - window.to, { low: 1, high: 5 }),
    ordered({ ...words("lag-before", "what a slump adds to 30+ before a bill can be 31 days late", "账单尚不可能逾期 31 天时衰退带来的 30+ 增量"), unit: "share" }, Math.max(...added.slice(0, window.from + 1)), { high: 0.0005 }),
  ];
}

const over30 = (tally: Tally, month: number): number =>
  (tally.at("dpd31to60BalanceFen", month) + tally.at("dpd61to90BalanceFen", month) + tally.at("dpd91plusBalanceFen", month)) / tally.at("balanceFen", month);
