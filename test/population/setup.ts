import { readFileSync } from "node:fs";
import { readDictionary } from "../../src/facts/index.ts";
import {
  createImport,
  parseCsv,
  readMapping,
  readProfile,
  synthesise,
  type ImportResult,
  type Mapping,
  type Population,
  type Profile,
} from "../../src/population/index.ts";

/** A file of the project as text. */
export function projectFile(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
}

export const { dictionary } = readDictionary({
  file: "rules/dictionary.json",
  text: projectFile("rules/dictionary.json"),
});

export function shippedProfile(name: string): Profile {
  const file = `scenarios/profiles/${name}.json`;
  const { profile, diagnostics } = readProfile({ file, text: projectFile(file) });
  if (profile === undefined) throw new Error(JSON.stringify(diagnostics));
  return profile;
}

export const urban = shippedProfile("urban-shoppers");
export const studentHeavy = shippedProfile("student-heavy");

export function people(
  customers: number,
  options: { seed?: string; profile?: Profile; replication?: number } = {},
): Population {
  const { seed = "test", profile = urban, replication = 0 } = options;
  return synthesise({ profile, seed, replication, customers, dictionary });
}

export function mappingOf(value: object): Mapping {
  const { mapping, diagnostics } = readMapping(
    { file: "mapping.json", text: JSON.stringify(value) },
    dictionary,
  );
  if (mapping === undefined)
    throw new Error(JSON.stringify(diagnostics.map(({ code, message }) => [code, message.en])));
  return mapping;
}

/** A CSV text through the reader and the import, as the command does it. */
export function imported(text: string, mapping: Mapping, seed = "test"): ImportResult {
  const { rows, problems } = parseCsv(text, { delimiter: mapping.delimiter });
  const one = createImport({ mapping, dictionary, seed, profile: urban });
  one.push(rows);
  return one.finish(problems);
}

/** The column of a fact over the whole of a population. */
export function columnOf(population: Population, fact: string): Float64Array {
  const column = population.block(0, population.size).observed.get(fact);
  if (column === undefined) throw new Error(`no ${fact}`);
  return column;
}

export function mean(values: ArrayLike<number>): number {
  let sum = 0;
  let n = 0;
  for (const value of Array.from(values)) {
    if (Number.isNaN(value)) continue;
    sum += value;
    n++;
  }
  return sum / n;
}

/** Pearson's correlation over pairs where neither is missing. */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const pairs = Array.from(a, (x, i): [number, number] => [x, b[i] ?? Number.NaN]).filter(
    ([x, y]) => !Number.isNaN(x + y),
  );
  const meanA = mean(pairs.map(([x]) => x));
  const meanB = mean(pairs.map(([, y]) => y));
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (const [x, y] of pairs) {
    ab += (x - meanA) * (y - meanB);
    aa += (x - meanA) ** 2;
    bb += (y - meanB) ** 2;
  }
  return ab / Math.sqrt(aa * bb);
}

/** AUC and KS of a score that should be higher for the good; missing scores are left out. */
export function separation(
  score: ArrayLike<number>,
  bad: ArrayLike<number>,
): { auc: number; ks: number } {
  const rows = Array.from(score, (value, i) => ({ value, bad: bad[i] === 1 })).filter(
    ({ value }) => !Number.isNaN(value),
  );
  rows.sort((a, b) => a.value - b.value);
  const bads = rows.filter((row) => row.bad).length;
  const goods = rows.length - bads;
  let badBelow = 0;
  let goodBelow = 0;
  let area = 0;
  let ks = 0;
  for (let i = 0; i < rows.length;) {
    let badHere = 0;
    let goodHere = 0;
    const { value } = rows[i] ?? { value: 0 };
    for (; i < rows.length && rows[i]?.value === value; i++) {
      if (rows[i]?.bad === true) badHere++;
      else goodHere++;
    }
    area += goodHere * (badBelow + badHere / 2);
    badBelow += badHere;
    goodBelow += goodHere;
    ks = Math.max(ks, badBelow / bads - goodBelow / goods);
  }
  return { auc: area / (bads * goods), ks };
}
