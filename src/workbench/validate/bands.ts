import { computeMeasures, type MeasureValue, type Tally } from "../../statistics/index.ts";
import { banded, type ValidationLine } from "../../verdict/index.ts";

/** Wide ranges of published figures, each documented in the calibration lists. */
const published = [
  { measure: "balance30PlusShare", en: "balances over 30 days late", zh: "逾期 30 天以上余额占比", unit: "share", low: 0.01, high: 0.03 },
  { measure: "balance90PlusShare", en: "balances over 90 days late", zh: "逾期 90 天以上余额占比", unit: "share", low: 0.007, high: 0.025 },
  { measure: "lossToCreditSales", en: "loss ÷ credit sales", zh: "损失 ÷ 赊销额", unit: "share", low: 0.003, high: 0.015 },
  { measure: "balancePerAccount", en: "balance per account", zh: "户均余额", unit: "fen", low: 150_000, high: 300_000 },
  { measure: "utilisation", en: "utilisation", zh: "额度使用率", unit: "share", low: 0.15, high: 0.45 },
] as const;

/** A book that the bands are held against. */
export interface Book {
  readonly name: "seasoned" | "empty";
  readonly tally: Tally;
}

const books = { seasoned: { en: "on a seasoned book", zh: "成熟账面" }, empty: { en: "on a book begun empty", zh: "从零开始的账面" } } as const;

/** The shipped policy that enrols most, against published ranges. A range that is missed is told and never widened. */
export function bands(examined: readonly Book[]): readonly ValidationLine[] {
  return examined.flatMap(({ name, tally }) => {
    const values = new Map(computeMeasures(tally).map((value): [string, MeasureValue] => [value.name, value]));
    const owing = tally.total("balanceFen") / tally.total("accountsWithBalance");
    const withBalance = banded(
      { rung: "band", name: `band.balancePerDebtor.${name}`, unit: "fen", title: { en: `balance per account with a balance, ${books[name].en}`, zh: `有余额账户的户均余额（${books[name].zh}）` } },
      owing, 150_000, 300_000,
    );
    const others = published.map(({ measure, en, zh, unit, low, high }) =>
      banded({ rung: "band", name: `band.${measure}.${name}`, unit, title: { en: `${en}, ${books[name].en}`, zh: `${zh}（${books[name].zh}）` } }, values.get(measure)?.value ?? null, low, high),
    );
    return [...others, withBalance];
  });
}
