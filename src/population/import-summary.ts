import type { Dictionary, FactName } from "../facts/index.ts";
import { producedFacts } from "./draw-customers.ts";
import type { Mapping } from "./mapping-schema.ts";
import type { ImportProblem } from "./problem-ledger.ts";
import { factsToShow } from "./synthesise.ts";

/** How a file became customers; what reports say of it. */
export interface ImportSummary {
  /** Data rows in the file, and how many of them became customers. */
  readonly rows: number;
  readonly customers: number;
  readonly imported: readonly FactName[];
  readonly constant: readonly FactName[];
  readonly synthesised: readonly FactName[];
  readonly problems: readonly ImportProblem[];
  readonly outcomeColumn: string | null;
  /** Customers of known outcome, and how many of them defaulted. */
  readonly outcomes: { readonly known: number; readonly bad: number };
  /** Imported facts that latent quality and the other traits were drawn given. */
  readonly signals: readonly FactName[];
  /** Numbers of the mapping that rest on an assumption or a source, by fact. */
  readonly sources: readonly { readonly fact: FactName; readonly source: string }[];
}

/** What was counted while the rows came in. */
type Counted = Pick<ImportSummary, "rows" | "customers" | "outcomes" | "signals" | "problems">;

/** The summary of an import: what was counted, and where each fact comes from. */
export function summaryOf(
  { mapping, dictionary }: { readonly mapping: Mapping; readonly dictionary: Dictionary },
  counted: Counted,
): ImportSummary {
  const sources = Object.entries(mapping.facts);
  const constant = sources.flatMap(([fact, source]) => ("constant" in source ? [fact] : []));
  const imported = sources.flatMap(([fact, source]) =>
    "constant" in source || "synthesise" in source ? [] : [fact],
  );
  const given = new Set([...constant, ...imported]);
  return {
    ...counted,
    imported: factsToShow(dictionary, imported),
    constant: factsToShow(dictionary, constant),
    synthesised: factsToShow(dictionary, producedFacts).filter((fact) => !given.has(fact)),
    outcomeColumn: mapping.outcome?.column ?? null,
    sources: sources.flatMap(([fact, { source }]) =>
      source === undefined ? [] : [{ fact, source }],
    ),
  };
}
