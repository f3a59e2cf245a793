import { resolve } from "node:path";
import type { Text } from "../../base/index.ts";
import { decodeFact } from "../../facts/index.ts";
import { describePopulation, populationCsvRows, type Population } from "../../population/index.ts";
import { exitCode } from "../../verdict/index.ts";
import { csvRows, forTerminal, json, population as populationText } from "../../view/index.ts";
import type { Bench } from "../bench.ts";
import { flag, textFlag, type Call } from "../call.ts";
import { openBench } from "../open-bench.ts";
import { populationOf } from "../open-population.ts";
import { textOptions } from "../outputs.ts";
import { parseCount } from "../parse-count.ts";
import { remark, sayFindings } from "../say-findings.ts";
import { readSettings } from "../settings.ts";
import type { Settings } from "../world.ts";
import { writeWhole } from "../write-file.ts";

/** `policy-bench population [scenario]`: who the customers are, fact by fact; a CSV of them; some with a name. */
export async function population(call: Call): Promise<number> {
  const settings = readSettings(call);
  const { open, diagnostics } = await openBench(call, call.operands[0] ?? "baseline");
  sayFindings(open === undefined ? diagnostics : diagnostics.filter(({ level }) => level !== "note"), settings, call.world);
  if (open === undefined) return exitCode([{ kind: "cannot-run" }]);
  const customers = populationOf(open.bench, 0, open.imported);
  const file = textFlag(call, "writeCsv");
  if (file !== undefined) {
    writeWhole(resolve(call.world.cwd, file), csvPieces(customers, open.bench));
    remark({ en: `${customers.size} customers written to ${file}`, zh: `已将 ${customers.size} 位客户写入 ${file}` }, settings, call.world);
  }
  const sample = textFlag(call, "sample");
  if (sample !== undefined) await showSample(call, { customers, bench: open.bench, count: parseCount(sample, "--sample"), settings });
  else if (file === undefined || flag(call, "describe")) describe(call, customers, open.bench, settings);
  return 0;
}

function describe(call: Call, customers: Population, bench: Bench, settings: Settings): void {
  const description = describePopulation(customers, bench.dictionary);
  const asJson = flag(call, "json") || textFlag(call, "format") === "json";
  const titles = new Map<string, Text>([...bench.dictionary.facts.values()].map(({ name, title }) => [name, title]));
  call.world.stdout.write(asJson ? json({ schemaVersion: 1, ...description }) : populationText(description, textOptions(settings), titles));
}

function* csvPieces(customers: Population, bench: Bench): Generator<string> {
  for (const row of populationCsvRows(customers, bench.dictionary)) yield csvRows([row]);
}

interface SampleRequest {
  readonly customers: Population;
  readonly bench: Bench;
  readonly count: number;
  readonly settings: Settings;
}

/** A few customers with a name and a place: made up, from the customer's own key, and only when shown. */
async function showSample(call: Call, { customers, bench, count, settings }: SampleRequest): Promise<void> {
  const { identityOf } = await import("../customer-name.ts");
  const lang = settings.lang.value;
  const shown = Math.min(count, customers.size, 1000);
  const block = customers.block(0, shown);
  const facts = ["customer.gender", "customer.age", "customer.occupation", "customer.cityTier", "customer.incomeMonthlyFen", "score.points"];
  for (let index = 0; index < shown; index += 1) {
    const values = facts.map((name) => {
      const definition = bench.dictionary.facts.get(name);
      const value = definition === undefined ? null : decodeFact(definition, block.observed.get(name)?.[index] ?? NaN);
      return `${definition?.title[lang] ?? name} ${value === null ? "-" : String(value)}`;
    });
    const gender = block.observed.get("customer.gender")?.[index] === 0 ? "female" : "male";
    const { name, city } = identityOf(bench.scenario.seed, index, lang, gender);
    call.world.stdout.write(`${forTerminal(`#${index} ${name}, ${city}: ${values.join(", ")}`)}\n`);
  }
}
