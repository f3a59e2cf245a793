import type { JudgedMutant } from "../policy/index.ts";
import type { TriedEdit } from "../view/index.ts";

/** An edit and what became of it, with its line in the file. */
export function triedEdit({ mutant, status, killedBy }: JudgedMutant, line: number): TriedEdit {
  const { rule, named, kind, pointer, edit } = mutant;
  return { rule, named, kind, pointer, line, edit, status, ...(killedBy === undefined ? {} : { killedBy }) };
}
