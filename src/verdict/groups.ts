import { joinTallies, type Tally } from "../statistics/index.ts";

/** What stands between the values in a group's key. */
const between = " / ";

/** `1 / female` by `customer.cityTier`, `customer.gender` → `cityTier=1, gender=female`. */
export function groupLabel(key: string, groupBy: readonly string[]): string {
  const values = key.split(between);
  if (values.length !== groupBy.length) return key;
  return groupBy.map((fact, index) => `${fact.slice(fact.indexOf(".") + 1)}=${values[index] ?? ""}`).join(", ");
}

/**
 * One tally of all customers who fit `where` in one replication; undefined where nobody does. Values are compared as
 * they are written in the key. Throws where the run was not grouped by a fact asked for: that is our defect.
 */
export function tallyWhere(
  groups: ReadonlyMap<string, readonly Tally[]>,
  groupBy: readonly string[],
  where: Readonly<Record<string, string | number | boolean>>,
  replication: number,
): Tally | undefined {
  const wanted = Object.entries(where).map(([fact, value]) => {
    const at = groupBy.indexOf(fact);
    if (at < 0) throw new Error(`the run was not grouped by ${fact}`);
    return { at, value: String(value) };
  });
  const fitting = [...groups].flatMap(([key, tallies]) => {
    const values = key.split(between);
    const tally = tallies[replication];
    return tally !== undefined && wanted.every(({ at, value }) => values[at] === value) ? [tally] : [];
  });
  const [first, ...others] = fitting;
  return first === undefined ? undefined : joinTallies([first, ...others]);
}
