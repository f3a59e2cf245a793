import type { Diagnostic } from "../base/index.ts";
import type { ImportedData } from "../population/index.ts";
import { readBench, type Bench } from "./bench.ts";
import type { Call } from "./call.ts";
import { importFindings } from "./import-summary.ts";
import { importCustomers } from "./open-population.ts";
import type { RunTexts } from "./run-texts.ts";
import { runRequest, textsOf } from "./run-request.ts";

/** A scenario read to the point where single customers can be looked at. */
export interface OpenBench {
  readonly bench: Bench;
  readonly texts: RunTexts;
  readonly imported: ImportedData | undefined;
}

/** Reads the scenario that a command names, and imports its customers; findings where it cannot be used. */
export async function openBench(call: Call, scenario: string): Promise<{ open?: OpenBench; diagnostics: readonly Diagnostic[] }> {
  const request = runRequest(call);
  const read = textsOf(call, request, scenario);
  if (read.texts === undefined) return { diagnostics: read.diagnostics };
  const { bench, diagnostics } = readBench(read.texts);
  if (bench === undefined) return { diagnostics };
  const { result, diagnostics: unread } = await importCustomers(bench, read.texts);
  const found = result === undefined ? [] : importFindings(result, read.texts.csv?.shown ?? "", request.strict);
  const all = [...diagnostics, ...unread, ...found];
  if (all.some(({ level }) => level === "error")) return { diagnostics: all };
  return { open: { bench, texts: read.texts, imported: result?.data }, diagnostics: all };
}
