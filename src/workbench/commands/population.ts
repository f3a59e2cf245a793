import { resolve } from "node:path";
import type { Text } from "../../base/index.ts";
import { decodeFact, type FactDefinition } from "../../facts/index.ts";
import { describePopulation, populationCsvRows, type Population } from "../../population/index.ts";
import { exitCode } from "../../verdict/index.ts";
import { csvRows, factValueText, forTerminal, population as populationText } from "../../view/index.ts";
import type { Bench } from "../bench.ts";
import { flag, textFlag, type Call } from "../call.ts";
import { formatOf } from "../format.ts";
import { jsonText } from "../json-text.ts";
import { openBench } from "../open-bench.ts";
import { populationOf } from "../open-population.ts";
import { parseCount } from "../parse-count.ts";
import { remark, sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import { textOptions } from "../text-options.ts";
import { UsageError } from "../world.ts";
import { checkWritable, writePieces } from "../write-file.ts";

/** `policy-bench population [scenario]`: who the customers are, fact by fact; a CSV of them; some with a name; how like those of a file. */
export async function population(call: Call): Promise<number> {
  const against = textFlag(call, "against");
  if (against !== undefined) return (await import("./population-against.ts")).populationAgainst(call, against);
  const settings = readSettings(call);
  const format = formatOf(call, ["pretty", "json", "csv"]);
  const sample = sampleOf(call, format);
  const file = textFlag(call, "writeCsv");
  if (file !== undefined) checkWritable([resolve(call.world.cwd, file)]);
  const { open, diagnostics } = await openBench(call, call.operands[0] ?? "baseline");
  sayFindings(diagnostics, settings, call.world);
  if (open === undefined) return exitCode([{ kind: "cannot-run" }]);
  const customers = populationOf(open.bench, 0, open.imported);
  if (file !== undefined) {
    await writePieces(resolve(call.world.cwd, file), csvPieces(customers, open.bench));
    remark({ en: `${customers.size} customers written to ${file}`, zh: `已将 ${customers.size} 位客户写入 ${file}` }, settings, call.world);
  }
  if (format === "csv") await writeCsv(call, csvPieces(customers, open.bench));
  else if (sample !== undefined) await showSample(call, { customers, bench: open.bench, count: sample, format });
  else if (file === undefined || flag(call, "describe")) describe(call, { customers, bench: open.bench, format });
  return 0;
}

const mostShown = 1000;

function sampleOf(call: Call, format: string): number | undefined {
  const written = textFlag(call, "sample");
  if (written === undefined) return undefined;
  if (format === "csv")
    throw new UsageError({ en: "--sample shows customers by name; --format csv writes all of them, without names", zh: "--sample 按姓名展示客户；--format csv 输出全部客户，且不含姓名" });
  const count = parseCount(written, "--sample");
  if (count >= 1 && count <= mostShown) return count;
  throw new UsageError({ en: `--sample is \`${written}\`; from 1 to ${mostShown} customers can be shown`, zh: `--sample 的值为 \`${written}\`；可展示 1 到 ${mostShown} 位客户` });
}

interface Shown {
  readonly customers: Population;
  readonly bench: Bench;
  readonly format: "pretty" | "json";
}

function describe(call: Call, { customers, bench, format }: Shown): void {
  const description = describePopulation(customers, bench.dictionary);
  const titles = new Map<string, Text>([...bench.dictionary.facts.values()].map(({ name, title }) => [name, title]));
  const settings = readSettings(call);
  call.world.stdout.write(format === "json" ? jsonText({ schemaVersion: 1, ...description }) : populationText(description, textOptions(settings), titles));
}

function* csvPieces(customers: Population, bench: Bench): Generator<string> {
  for (const row of populationCsvRows(customers, bench.dictionary)) yield csvRows([row]);
}

/** To stdout, at the pace at which it is read; ends where the reader has left. */
async function writeCsv({ world: { stdout } }: Call, pieces: Iterable<string>): Promise<void> {
  for (const piece of pieces) {
    if (stdout.destroyed || stdout.errored !== null) return;
    if (!stdout.write(piece)) await new Promise((done) => setImmediate(done));
  }
}

const sampleFacts = ["customer.gender", "customer.age", "customer.occupation", "customer.cityTier", "customer.incomeMonthlyFen", "score.points"];

/** A few customers with a name and a place: made up, from the customer's own key, and only when shown. */
async function showSample(call: Call, { customers, bench, format, count }: Shown & { readonly count: number }): Promise<void> {
  const { identityOf } = await import("../customer-name.ts");
  const options = textOptions(readSettings(call));
  const { lang } = options;
  const block = customers.block(0, Math.min(count, customers.size));
  const facts = sampleFacts.flatMap((name) => bench.dictionary.facts.get(name) ?? []);
  const sample = Array.from({ length: block.count }, (_, index) => {
    const values = facts.map((definition) => ({ definition, value: decodeFact(definition, block.observed.get(definition.name)?.[index] ?? NaN) }));
    const gender = values.find(({ definition }) => definition.name === "customer.gender")?.value === "female" ? "female" : "male";
    return { customer: index, ...identityOf(bench.scenario.seed, index, lang, gender), values };
  });
  if (format === "json") {
    const people = sample.map(({ values, ...who }) => ({ ...who, facts: Object.fromEntries(values.map(({ definition, value }) => [definition.name, value])) }));
    call.world.stdout.write(jsonText({ schemaVersion: 1, customers: people }));
    return;
  }
  const told = ({ definition, value }: { definition: FactDefinition; value: number | string | boolean | null }): string =>
    `${definition.title[lang]} ${factValueText(definition.name, value, options)}`;
  for (const { customer, name, city, values } of sample) {
    call.world.stdout.write(`${forTerminal(`#${customer} ${name}, ${city}: ${values.map(told).join(", ")}`)}\n`);
  }
}
