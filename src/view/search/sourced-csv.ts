import type { SearchInputs } from "../../verdict/index.ts";
import { repeatCommand } from "../compare/repeat-part.ts";
import { csvRows } from "../csv.ts";

/** Rows under a head, each naming the inputs (one hash over all of them) and the command it comes from. */
export function sourcedCsv([head = [], ...rows]: readonly Parameters<typeof csvRows>[0][number][], inputs: Pick<SearchInputs, "digest" | "flags">, command: readonly string[]): string {
  const source = [inputs.digest, repeatCommand(command, inputs.flags)];
  return csvRows([[...head, "inputs_sha256", "command"], ...rows.map((row) => [...row, ...source])]);
}
